/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{B as ue,F as de,G as $e,H as he,I as fe,K as J,M as ve,N as ge,Q as be,R as G,S as q,V as ye,W as we,X as ke,Z as Q,_ as H,a as g,d as x,e as ae,f as le,h as ce,j as W,k as M,ka as xe,la as Se,m as P,ma as Ce,na as F,oa as Ee,pa as O,ra as Te,ta as _e,ua as Le,v as K,va as Ie,x as V,xa as Ne,y as pe,ya as We,z as me}from"./board-7ENYGGNN.js";import{Ha as ie,Ma as S,b as L,c as v,d as Y,e as b,f as oe,g as j,ga as z,h as E,j as ne,k as i,ma as f,n as y,o as c,p as re,pa as B,qa as I,t as se}from"./board-HC26R27S.js";function Oe(e){let n=`draft:${e}`,t=Qe(n),o=E(""),r=E(""),s=E(""),l=()=>{try{Object.keys(t).length?localStorage.setItem(n,JSON.stringify(t)):localStorage.removeItem(n)}catch{}};return{text:o,theme:r,answers:s,begin(a){r.value=a.theme,s.value=a.answers,o.value=t[a.answers]??""},set(a){o.value=a,t={...t,[s.peek()]:a},a.trim()||delete t[s.peek()],l()}}}function Qe(e){try{let n=JSON.parse(localStorage.getItem(e)||"{}");return Object.fromEntries(Object.entries(n??{}).filter(([,t])=>typeof t=="string"))}catch{return{}}}var X=["themes","mine","votes","more"];function Be(e){let n=`phone:${e.page.board}`,t=Xe(n),o=E(X.includes(t.tab)?t.tab:"themes"),r=E(typeof t.theme=="string"?t.theme:""),s=E([]),l=E([]),a=Oe(e.page.board),m=()=>{},p=()=>{try{sessionStorage.setItem(n,JSON.stringify({tab:o.peek(),theme:r.peek()}))}catch{}},$=()=>{let u=Number(history.state?.sheets)||0;s.peek().length>u&&(s.value=s.peek().slice(0,u))};addEventListener("popstate",$);let h={tab:o,theme:r,sheets:s,sent:l,draft:a,showTab(u){o.value=u,p()},showTheme(u){j(()=>{r.value=u,o.value="themes"}),p()},themeInView(){let u=e.live.themes();return u.find(w=>w.id===r.value)??u[0]},open(u){s.value=[...s.peek(),{...u,from:document.activeElement}],history.pushState({...history.state,sheets:s.peek().length},"")},close(){let u=s.peek().length-1;u<0||(s.value=s.peek().slice(0,u),Number(history.state?.sheets)>u&&history.back())},show(u,{write:w}={}){let k=e.store.get("note",u)?.merged_into,_={name:"note",id:k&&e.store.get("note",k)?k:u,write:w},N=s.peek();N.at(-1)?.name==="note"?s.value=[...N.slice(0,-1),_]:h.open(_)},write({theme:u,answers:w=""}={}){let k=q(e);j(()=>{l.value=[],a.begin({theme:u??h.themeInView()?.id??"",answers:w}),k.length&&!k.includes(e.session.kind.peek())&&(e.session.kind.value=k[0]),h.open({name:"write"})}),m()},onWriting:u=>{m=u},stop(){removeEventListener("popstate",$),s.peek().length&&(s.value=[])}};return h}function Xe(e){try{return JSON.parse(sessionStorage.getItem(e)||"{}")??{}}catch{return{}}}var Ze={themes:{icon:"list-tree",words:"phone.themes"},mine:{icon:"user",words:"phone.mine"},votes:{icon:"vote",words:"panel.votes"},more:{icon:"menu",words:"phone.more"}};function Me({app:e,phone:n}){let t=e.session.role.value==="viewer",[o,r,s,l]=X.map(a=>i`<${et} key=${a} app=${e} phone=${n} name=${a} />`);return i`<nav class="phone-bar" aria-label=${c("phone.tabs")}>
    ${o}${r}${t?null:i`<${tt} app=${e} phone=${n} />`}${s}${l}
  </nav>`}function et({app:e,phone:n,name:t}){let{icon:o,words:r}=Ze[t],s=n.tab.value===t,l=t==="votes"?H(e):null;l&&e.live.all("vote");let a=l&&e.session.role.value!=="viewer"?e.actions.votesLeft(l.id):0;return i`<button type="button" class="phone-tab" aria-current=${s?"page":void 0} onClick=${()=>{s&&document.getElementById("main")?.scrollTo({top:0}),n.showTab(t)}}>
    <span class="phone-tab-icon"><${f} name=${o} />${a>0&&i`<span class="phone-badge"><span aria-hidden="true">${x(a)}</span><span class="visually-hidden">${c("phone.votes_left",{count:a})} </span></span>`}</span>
    <span>${c(r)}</span>
  </button>`}function tt({app:e,phone:n}){let{actions:t,session:o,live:r}=e;o.role.value,r.board();let s=t.whyNot("add"),l=()=>{if(!s)return n.write();o.toast.value={text:c(s==="closed"?"phone.closed":`reason.${s}`)}};return i`<button type="button" class="phone-plus" aria-label=${c("add.note")} aria-disabled=${s?"true":void 0} aria-haspopup="dialog" onClick=${l}><${f} name="plus" /></button>`}var ot=60;function Ae({app:e}){let{session:n,live:t,page:o}=e,r=t.board().title||o.title,s=Math.max(1,n.people.value.size);return v(()=>{document.title=r},[r]),i`<header class="phone-head">
    <div class="phone-top">
      <h1 class="phone-title" dir="auto">${r}</h1>
      <${ie} app=${e} />
      <${me} app=${e} />
      <${g} icon="users" label=${c("people.here",{count:s})} short=${x(s)} aria-haspopup="dialog" onClick=${()=>e.phone?.open({name:"people"})} />
    </div>
    <${nt} app=${e} />
    <${fe} app=${e} />
    <${at} app=${e} />
  </header>`}function nt({app:e}){let[n,t]=L(!1),o=ve(e),r=de(e);if(!o&&r.state==="off")return null;let{step:s,at:l=0,of:a=0}=o??{};return i`<section class="phone-step" aria-label=${c("step.bar")}>
    ${s&&i`<button type="button" class="phone-step-here" aria-expanded=${String(n)} onClick=${()=>t(!n)}>
      <span class="phone-step-line"><span class="phone-count">${c("step.n_of_m",{n:x(l),m:x(a)})}</span> <b dir="auto">${s.title}</b></span>
      ${s.task&&i`<span class="phone-task" data-open=${n?"":void 0} dir="auto">${s.task}</span>`}
    </button>`}
    ${r.state!=="off"&&i`<${st} clock=${r} />`}
    ${s&&rt(e)&&i`<${it} app=${e} />`}
  </section>`}function rt(e){return e.session.role.value==="participant"}function st({clock:e}){let n=$e(e.left),t=e.state==="paused"?c("timer.paused"):e.state==="over"?c("timer.over"):"",o=e.state==="running"&&e.left<=ot?"low":e.state;return i`<p class="phone-clock" role="timer" data-state=${o} aria-label=${t?c("timer.label_word",{time:n,word:t}):c("timer.label",{time:n})}>
    <${f} name=${e.state==="paused"?"pause":"timer"} /><span dir="ltr">${n}</span></p>`}function it({app:e}){let{live:n,session:{me:t},actions:o}=e,r=ge(e);if(r!==n.board().step)return null;let s=n.get("seat",t.value)?.done_for===r;return i`<${g} icon=${s?"circle-check":"check"} label=${c("done.mine")} pressed=${s} onClick=${()=>o.setDone(s?"":r)} />`}function at({app:e}){let n=e.live.board(),t=J.filter(r=>n.may?.includes(r)&&r!=="move"&&r!=="group");if(e.session.role.value!=="participant"||!n.may||n.may.length===J.length||n.locked||n.archived)return null;let o=t.map(r=>c(`may.${r}`));return i`<p class="phone-now"><span class="visually-hidden">${c("now.title")}: </span>${o.length?o.map((r,s)=>i`<span key=${r}>${s>0&&i`<span aria-hidden="true"> · </span>`}${r}</span>`):c("may.nothing")}</p>`}function De(){let e=window.visualViewport;if(!e)return()=>{};let{style:n}=document.documentElement,t=()=>{let o=e.scale>1.01,r=o?0:Math.max(0,innerHeight-e.height-e.offsetTop);n.setProperty("--covered",`${Math.round(r)}px`),n.setProperty("--seen",o?"100dvh":`${Math.round(e.height)}px`)};return t(),e.addEventListener("resize",t),e.addEventListener("scroll",t),()=>{e.removeEventListener("resize",t),e.removeEventListener("scroll",t),n.removeProperty("--covered"),n.removeProperty("--seen")}}function U({app:e,phone:n,id:t,from:o,children:r}){let{live:s,session:l}=e,a=s.get("note",t),m=ne(()=>[...l.typing.value.get(t)??[]].filter($=>$!==l.me.value).join(" ")).value.split(" ").filter(Boolean);if(!a)return null;let p=s.get("theme",a.theme);return i`<li class="phone-note" data-color=${p?.color} data-kind=${a.kind} data-note=${t} data-unseen=${a.private||a.hidden?"":void 0}>
    <button type="button" class="phone-card" aria-haspopup="dialog" onClick=${()=>n.show(t)}>
      <span class="kind-chip"><${I} kind=${a.kind} /></span>
      <span class="phone-card-body">
        <span class="visually-hidden">${W(a.kind)}: </span>
        <${K} app=${e} note=${a} name="phone-words" />
        <span class="phone-meta">
          ${o?p&&i`<bdi>${p.title}</bdi>`:a.association&&i`<bdi>${a.association}</bdi>`}
          <${Ne} app=${e} note=${a} />
          ${m.length>0&&i`<span class="writing"><${f} name="pencil" />${F(e,m)}</span>`}
        </span>
      </span>
    </button>
    <${V} app=${e} note=${a} />
    <${O} app=${e} type="note" record=${a} />
    ${r}
  </li>`}function Re({app:e,phone:n}){let{live:t,session:o,actions:r}=e,s=b(null),l=o.me.value,a=t.all("note").filter(p=>p.seat===l).sort(ct),m=b(a.length);return v(()=>{let p=a.length<m.current;m.current=a.length,p&&document.activeElement===document.body&&s.current?.focus()},[a.length]),i`<section class="phone-list" aria-labelledby="my-notes">
    <h2 id="my-notes" class="phone-head-line" tabindex="-1" ref=${s}>${c("phone.my_notes")} <span class="muted">${x(a.length)}</span></h2>
    ${!a.length&&i`<p class="phone-empty">${c(r.may("add")?"phone.mine_none":"phone.mine_none_closed")}</p>`}
    <ul class="phone-notes">${a.map(p=>i`<${U} key=${p.id} app=${e} phone=${n} id=${p.id} from><${lt} app=${e} phone=${n} note=${p} /><//>`)}</ul>
  </section>`}function lt({app:e,phone:n,note:t}){let{actions:o,session:r,live:s}=e;r.role.value,s.board();let l=M(t.text,40);return i`<div class="phone-own">
    <${A} app=${e} id=${t.id} />
    ${o.may("edit",t)&&i`<${g} icon="pencil" label=${c("phone.edit",{text:l})} onClick=${()=>n.show(t.id,{write:!0})} />`}
    ${o.may("remove",t)&&i`<${g} icon="trash-2" label=${c("phone.delete",{text:l})} onClick=${()=>o.removeNotes([t.id])} />`}
  </div>`}function A({app:e,id:n}){let t=e.live.pending("note",n);return i`<span class="phone-state" data-state=${t?"waiting":"saved"}><${f} name=${t?"clock":"check"} />${c(t?"note.waiting":"state.saved")}</span>`}function ct(e,n){let[t,o]=[e.created_at||"~",n.created_at||"~"];return t===o?0:t<o?1:-1}function T({app:e,name:n,load:t,quiet:o,...r}){let{part:s,failed:l,again:a}=ke(n,t);return s?i`<${s} app=${e} ...${r} />`:l?i`<div class="phone-empty" role="alert"><p>${c("panel.failed")}</p><${g} text icon="refresh-cw" label=${c("state.try_now")} onClick=${a} /></div>`:o?null:i`<p class="phone-empty">${c("state.loading")}</p>`}var pt=0;function D({title:e,onClose:n,full:t,first:o,color:r,kind:s,children:l}){let a=b(null),m=b(`sheet-${pt+=1}`);v(()=>{let $=document.activeElement,h=a.current;return h?.showModal(),o&&h?.querySelector(o)?.focus(),()=>{h?.close(),$?.isConnected&&$!==document.body&&$.focus({preventScroll:!0})}},[]);let p=$=>$.target===a.current&&n();return i`<dialog ref=${a} class=${t?"sheet sheet-full":"sheet"} aria-labelledby=${m.current} data-color=${r} data-kind=${s} onClick=${p}
    onCancel=${$=>($.preventDefault(),n())} onKeyDown=${$=>$.stopPropagation()}>
    <div class="sheet-box">
      <div class="sheet-head"><h2 id=${m.current} tabindex="-1" autofocus>${e}</h2><${g} icon="x" label=${c("action.close")} onClick=${n} /></div>
      <div class="sheet-body">${l}</div>
    </div>
  </dialog>`}var mt=S("phone_dialogs",()=>y("ui/translations",()=>import("./board-FVWK5YHF.js")).then(e=>e.Tongues)),ut=S("phone_dialogs",()=>y("ui/note_controls",()=>import("./board-K6CFCVLF.js")).then(e=>e.NoteControls));function Pe({app:e,phone:n,id:t,write:o}){let{live:r,session:s,actions:l}=e,[a,m]=L(!!o),p=r.get("note",t);s.role.value,r.board(),v(()=>{s.selection.value=new Set([t])},[t]);let $=()=>n.close();if(!p)return i`<${D} title=${c("phone.gone")} onClose=${$}><p>${c("reason.gone")}</p><//>`;let h=r.get("theme",p.theme),u=l.may("edit",p),w=p.seat===s.me.value,k=i`<span class="kind-chip"><${I} kind=${p.kind} /></span><span>${W(p.kind)}</span>`,C=()=>{$(),l.removeNotes([t])};return i`<${D} title=${k} onClose=${$} full first=${o?".writing-field textarea":void 0} color=${h?.color} kind=${p.kind}>
    <${dt} app=${e} note=${p} theme=${h} />
    <${Ee} note=${p} />
    ${a&&u?i`<${Se} app=${e} id=${t} focus label=${c("note.text_label")} onDone=${()=>m(!1)} /><${pe} app=${e} note=${p} />`:i`<${K} app=${e} note=${p} name="phone-whole" tag="p" /><${V} app=${e} note=${p} text />`}
    <p class="phone-meta"><bdi>${ce(e,p)}</bdi>${p.association&&i`<bdi>${p.association}</bdi>`}<time datetime=${p.created_at} title=${ae(p.created_at)}>${le(p.created_at)}</time>${w&&i`<${A} app=${e} id=${t} />`}</p>
    <${$t} app=${e} id=${t} />
    <${O} app=${e} type="note" record=${p} />
    ${(u||l.may("remove",p))&&i`<div class="button-row phone-tools">
      ${u&&i`<${g} icon=${a?"check":"pencil"} text label=${c(a?"action.done":"action.edit")} pressed=${a||void 0} onClick=${()=>m(!a)} />`}
      ${l.may("remove",p)&&i`<${g} icon="trash-2" kind="danger" text label=${c("action.delete")} onClick=${C} />`}
    </div>`}
    <h3 class="visually-hidden">${c("action.details")}</h3>
    <${Ie} app=${e} note=${p} />
    <${Le} app=${e} note=${p} />
    <${Te} app=${e} note=${p} />
    <${_e} app=${e} note=${p} />
    <${ht} app=${e} note=${p} />
  <//>`}function dt({app:e,note:n,theme:t}){let o=n.cluster&&e.live.get("cluster",n.cluster);return t&&i`<p class="phone-where"><${B} name=${t.sign} /><bdi>${t.title}</bdi>${o&&i`<span><${f} name="group" /><span class="visually-hidden">${c("cluster.in")} </span><bdi>${P(o)}</bdi></span>`}</p>`}function $t({app:e,id:n}){let t=[...e.session.typing.value.get(n)??[]].filter(o=>o!==e.session.me.value);return t.length>0&&i`<p class="writing"><${f} name="pencil" />${F(e,t)}</p>`}function ht({app:e,note:n}){let[t,o]=L(!1),{actions:r}=e;return["edit","move","remove","translate"].some(s=>r.may(s,n))?i`<details class="phone-more-tools" open=${t} onToggle=${s=>o(s.currentTarget.open)}>
    <summary><${f} name="chevron-right" mirror />${c("phone.change")}</summary>
    ${t&&i`<${T} app=${e} name="phone-controls" load=${ut} ids=${[n.id]} /><${T} app=${e} name="phone-tongues" load=${mt} quiet note=${n} />`}
  </details>`:null}var ft={people:{title:"people.title",load:S("phone_dialogs",()=>y("ui/people",()=>import("./board-LWLJ2PXM.js")).then(e=>e.People))},interpreter:{title:"panel.interpreter",load:S("phone_dialogs",()=>y("ui/interpreter",()=>import("./board-4J5TK3C2.js")).then(e=>e.Interpreter))},help:{title:"help.open",load:()=>y("ui/phone/help",()=>import("./board-D3RSATEG.js")).then(e=>e.Help)}},vt=S("phone_canvas",()=>y("ui/phone/canvas",()=>import("./board-ZIL7V5TF.js")).then(e=>e.Canvas)),gt=S("phone_dialogs",()=>y("ui/dialogs",()=>import("./board-32JBMP64.js")).then(e=>e.Dialogs)),bt=location.hash.length>1;function Ke({app:e,phone:n}){let t=()=>n.close();return i`${n.sheets.value.map((o,r)=>{let s=`${r} ${o.name} ${o.id??""}`;if(o.name==="note")return i`<${Pe} key=${s} app=${e} phone=${n} id=${o.id} write=${o.write} />`;if(o.name==="canvas")return i`<${T} key=${s} app=${e} name="phone-canvas" load=${vt} quiet phone=${n} from=${o.from} />`;let l=ft[o.name];return l&&i`<${D} key=${s} title=${c(l.title)} onClose=${t} full><${T} app=${e} name=${`phone-${o.name}`} load=${l.load} /><//>`})}
    ${(e.ui.dialog.value||bt)&&i`<${T} key="dialogs" app=${e} name="phone-dialogs" load=${gt} quiet />`}`}function Ve(e,n){let t=null,o=l=>{let a=l.target;t=l.touches.length===1&&!a.closest(".phone-choice, input, textarea, select")?{x:l.touches[0].clientX,y:l.touches[0].clientY,at:l.timeStamp}:null},r=l=>{let a=t;t=null;let[m]=l.changedTouches;if(!a||!m||l.timeStamp-a.at>700)return;let[p,$]=[m.clientX-a.x,m.clientY-a.y];Math.abs(p)>56&&Math.abs(p)>2*Math.abs($)&&n(p<0?1:-1)},s=()=>t=null;return e.addEventListener("touchstart",o,{passive:!0}),e.addEventListener("touchend",r,{passive:!0}),e.addEventListener("touchcancel",s,{passive:!0}),()=>{e.removeEventListener("touchstart",o),e.removeEventListener("touchend",r),e.removeEventListener("touchcancel",s)}}var Z=60,He={challenge:[],solution:[],clusters:[]},qe=new Map;function Fe({app:e,phone:n}){let{live:t}=e,o=t.themes(),r=n.themeInView(),s=b(null),l=m=>{let p=o[o.findIndex($=>$.id===r?.id)+m];p&&n.showTheme(p.id)},a=b(l);return a.current=l,v(()=>s.current?Ve(s.current,m=>a.current(re()==="rtl"?-m:m)):void 0,[]),Y(()=>{let m=document.getElementById("main");if(!m||!r)return;m.scrollTop=qe.get(r.id)??0;let p=()=>{qe.set(r.id,m.scrollTop)};return m.addEventListener("scroll",p,{passive:!0}),()=>m.removeEventListener("scroll",p)},[r?.id]),i`<div class="phone-themes" ref=${s}>
    <${yt} app=${e} phone=${n} themes=${o} chosen=${r?.id} />
    ${r&&i`<${wt} key=${r.id} app=${e} phone=${n} theme=${r} />`}
  </div>`}function yt({app:e,phone:n,themes:t,chosen:o}){let r=b(null);Y(()=>{let l=r.current?.querySelector("[aria-pressed=true]");if(!l||!r.current)return;let[a,m]=[r.current.getBoundingClientRect(),l.getBoundingClientRect()];r.current.scrollBy({left:(m.left+m.right-a.left-a.right)/2})},[o]);let s=e.live.lists.value;return i`<div class="phone-choice" role="group" aria-label=${c("phone.themes")} ref=${r}>
    ${t.map(l=>{let a=z(s.get(l.id)??He);return i`<button type="button" key=${l.id} class="phone-theme-button" data-color=${l.color} data-theme=${l.id} aria-pressed=${String(l.id===o)} onClick=${()=>n.showTheme(l.id)}>
        <${B} name=${l.sign} /><span class="phone-theme-name" dir="auto">${l.title}</span>
        <span class="phone-number"><span aria-hidden="true">${x(a)}</span><span class="visually-hidden">${c("theme.notes",{count:a})}</span></span></button>`})}
  </div>`}function wt({app:e,phone:n,theme:t}){let o=e.live.lists.value.get(t.id)??He,r=[...o.challenge,...o.solution],s=z(o)===0;return i`<section class="phone-theme" data-color=${t.color} aria-labelledby="theme-in-view">
    <h2 id="theme-in-view" class="phone-theme-head"><${B} name=${t.sign} /><span dir="auto">${t.title}</span>${t.locked&&i`<span class="mark"><${f} name="lock" /><span class="visually-hidden">${c("theme.locked")}</span></span>`}</h2>
    <${ue} app=${e} theme=${t.id} />
    ${s&&i`<p class="phone-empty">${c(e.actions.may("add",{kind:"challenge",theme:t.id})?"phone.theme_none":"stage.empty_theme")}</p>`}
    ${o.clusters.map(l=>i`<${kt} key=${l.id} app=${e} phone=${n} list=${l} />`)}
    ${o.clusters.length>0&&r.length>0&&i`<h3 class="phone-rest">${c("cluster.rest")}</h3>`}
    <${Ue} app=${e} phone=${n} ids=${r} />
  </section>`}function kt({app:e,phone:n,list:t}){let o=e.live.get("cluster",t.id);if(!o)return null;let r=[...t.challenge,...t.solution],s=`cluster-${t.id}`;return i`<section class="phone-cluster" aria-labelledby=${s} data-cluster=${t.id}>
    <h3 id=${s} class="phone-cluster-head"><${f} name="group" /><span dir="auto">${P(o)}</span> <span class="phone-number">${x(r.length)}</span></h3>
    <${O} app=${e} type="cluster" record=${o} />
    ${r.length?i`<${Ue} app=${e} phone=${n} ids=${r} />`:i`<p class="phone-empty">${c("cluster.empty")}</p>`}
  </section>`}function Ue({app:e,phone:n,ids:t}){let[o,r]=L(Z);return t.length?i`<ul class="phone-notes">${t.slice(0,o).map(s=>i`<${U} key=${s} app=${e} phone=${n} id=${s} />`)}</ul>
    ${t.length>o&&i`<${g} text label=${c("outline.more",{count:Math.min(Z,t.length-o)})} onClick=${()=>r(o+Z)} />`}`:null}function Ye({app:e,phone:n}){let{session:t,store:o}=e,r=H(e),s=b(void 0);e.live.board();let{loaded:l}=o;return v(()=>{if(!l)return;let a=s.current;if(s.current=r?{id:r.id,title:r.title}:null,a===void 0)return;let m=p=>()=>{t.round.value=p,n.showTab("votes")};r&&a?.id!==r.id?t.toast.value={text:c("round.opened",{title:r.title}),action:{label:c("panel.votes"),run:m(r.id)}}:!r&&a&&o.get("round",a.id)?.state==="closed"&&(t.toast.value={text:c("round.closed",{title:a.title}),action:{label:c("round.see_results"),run:m(a.id)}})},[r?.id,l]),null}var xt=200;function je({app:e,phone:n}){let{session:t,actions:o,page:r,live:s}=e,{draft:l}=n,a=b(null),m=b(null),p=n.sheets.value.at(-1)?.name==="write",$=l.answers.value?s.get("note",l.answers.value):void 0,h=!!l.answers.value,u=s.get("theme",$?.theme??l.theme.value)??s.themes()[0],w=l.text.value,k=r.limits.text,C=se(w)-k,_=h?"solution":t.kind.value;t.role.value,s.board();let N=u&&o.may("add",{kind:_,theme:u.id})&&(!h||!!$);v(()=>{n.onWriting(()=>{let d=a.current;!d||d.open||(d.showModal(),m.current?.focus())})},[]),v(()=>{!p&&a.current?.open&&a.current.close(),p&&!a.current?.open&&a.current?.showModal()},[p]);let R=()=>n.close(),ee=()=>{let d=xe(w).trim();if(!d||C>0||!N)return m.current?.focus();let te=h?o.answerWith($.id,{text:d}):o.addNote({kind:_,theme:u.id,text:d});if(l.set(""),h)return t.announce.value=c("phone.sent"),R();te&&(n.sent.value=[te,...n.sent.peek()]),n.theme.value=u.id,m.current?.focus()},Je=d=>{d.stopPropagation(),!(d.key!=="Enter"||!(d.ctrlKey||d.metaKey))&&(d.preventDefault(),ee())},Ge=d=>d.target===a.current&&R();return i`<dialog ref=${a} class="sheet sheet-write" aria-labelledby="write-title" data-color=${u?.color} data-kind=${_} onClick=${Ge}
    onCancel=${d=>(d.preventDefault(),R())} onKeyDown=${Je}>
    <form class="sheet-box" onSubmit=${d=>(d.preventDefault(),ee())}>
      <div class="sheet-head"><h2 id="write-title">${c(h?"answer.write":"phone.new")}</h2><${g} icon="x" label=${c("action.close")} onClick=${R} /></div>
      <div class="sheet-body">
        ${h?i`<${Ct} note=${$} />`:i`<${St} app=${e} kind=${_} />`}
        <label class="visually-hidden" for="write-text">${c("add.text",{theme:u?.title??""})}</label>
        <textarea id="write-text" ref=${m} class="field" rows="3" dir=${w?"auto":void 0} placeholder=${c("add.placeholder")} value=${w} aria-invalid=${C>0?"true":void 0}
          aria-describedby="write-count" onInput=${d=>l.set(d.currentTarget.value)}></textarea>
        ${C>-xt&&i`<${Ce} id="write-count" length=${C+k} limit=${k} />`}
        ${C>0&&i`<p class="error" role="alert">${c("add.too_long",{count:C})}</p>`}
        ${!N&&i`<p class="error" role="alert">${c("phone.closed")}</p>`}
        <div class="write-line">
          ${!h&&i`<label class="write-theme"><span class="visually-hidden">${c("note.theme")}</span>
            <select class="select" value=${u?.id} onChange=${d=>l.theme.value=d.currentTarget.value}>
              ${s.themes().map(d=>i`<option key=${d.id} value=${d.id} disabled=${!o.may("add",{kind:_,theme:d.id})}>${d.title}</option>`)}
            </select></label>`}
          <button type="submit" class="button button-primary write-send" aria-disabled=${w.trim()&&N?void 0:"true"} aria-keyshortcuts="Control+Enter" onMouseDown=${d=>d.preventDefault()}><${f} name="send" mirror /><span>${c("phone.send")}</span></button>
        </div>
        <${Et} app=${e} phone=${n} />
      </div>
    </form>
  </dialog>`}function St({app:e,kind:n}){let t=q(e);return i`<div class="write-kinds" role="group" aria-label=${c("kind.of_new")}>
    ${["challenge","solution"].map(o=>i`<button type="button" key=${o} class="write-kind" data-kind=${o} aria-pressed=${String(n===o)} aria-disabled=${t.includes(o)?void 0:"true"}
      onMouseDown=${r=>r.preventDefault()} onClick=${()=>t.includes(o)&&(e.session.kind.value=o)}><${I} kind=${o} /><span>${W(o)}</span></button>`)}
  </div>`}function Ct({note:e}){return i`<blockquote class="write-answered"><${I} kind="challenge" /><p dir="auto" lang=${e?.language||void 0}>${e?M(e.text,200):c("reason.gone")}</p></blockquote>`}function Et({app:e,phone:n}){let t=n.sent.value;return i`<div role="status">${t.length>0&&i`<h3 class="phone-rest">${c("phone.sent_n",{count:t.length})}</h3>
    <ul class="write-sent">${t.slice(0,3).map(o=>i`<li key=${o}><span dir="auto">${M(e.live.get("note",o)?.text??"",80)}</span><${A} app=${e} id=${o} /></li>`)}</ul>`}</div>`}var Tt=S("phone_dialogs",()=>y("ui/refused",()=>import("./board-6B5ILNA4.js")).then(e=>e.Refusals)),_t=()=>y("ui/phone/votes_tab",()=>import("./board-RDW5WI7V.js")).then(e=>e.VotesTab),Lt=()=>y("ui/phone/more_tab",()=>import("./board-EGVOFLHK.js")).then(e=>e.MoreTab),It=()=>y("ui/people_hands",()=>import("./board-TOJIXX6F.js")).then(e=>e.HandWatch),Nt={themes:Fe,mine:Re,votes:ze("phone-votes",_t),more:ze("phone-more",Lt)};function es({app:e}){let n=oe(()=>e.phone=Be(e),[]);if(v(()=>{let o=De();return()=>{o(),n.stop(),e.phone=null}},[]),e.ui.lost.value)return i`<main id="main" class="phone"><${he} app=${e} /></main><${G} app=${e} />`;let t=n.tab.value;return i`<div class="phone" id="phone">
    <div class="phone-under" inert=${n.sheets.value.some(({name:o})=>o==="canvas")}>
      <${Ae} app=${e} />
      <main id="main" class="phone-main" tabindex="-1"><${Nt[t]} key=${t} app=${e} phone=${n} /></main>
      <${Me} app=${e} phone=${n} />
    </div>
    <${be} app=${e} />
    <${Ke} app=${e} phone=${n} />
    <${je} app=${e} phone=${n} />
    <${We} app=${e} />
    <${Q} app=${e} when=${e.ui.refused.value.length>0} load=${Tt} />
    <${ye} app=${e} />
    <${we} app=${e} />
    <${Q} app=${e} when=${e.session.role.value==="facilitator"} load=${It} />
    <${Ye} app=${e} phone=${n} />
    <${G} app=${e} />
  </div>`}function ze(e,n){return({app:t,phone:o})=>i`<${T} app=${t} name=${e} load=${n} phone=${o} />`}export{U as a,es as b};
