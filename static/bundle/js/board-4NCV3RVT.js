/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as Me}from"./board-CH2XYJZ3.js";import{B as he,Ba as Be,C as fe,Ca as Ae,D as ve,E as ge,F as V,I as be,K as we,N as ye,O as ke,P as q,U as H,a as v,aa as xe,d as x,e as ae,f as le,ga as I,h as ce,ia as F,j as N,ja as Se,k as O,la as Ce,m as Q,o as de,p as pe,r as me,ra as Ee,sa as Te,t as K,ta as _e,u as ue,ua as U,v as X,va as Le,wa as B,x as $e,xa as We,ya as Ne,za as Ie}from"./board-KYIRGFZR.js";import{C as re,Ma as ie,Ra as S,b as _,c as b,d as z,e as w,f as oe,g as G,h as A,k as s,la as J,n as g,o as l,p as ne,t as se,ta as f,ua as M,va as L}from"./board-MDZKHNOU.js";var j=["themes","mine","votes","more"];function Oe(e){let n=`phone:${e.page.board}`,t=Ze(n),o=A(j.includes(t.tab)?t.tab:"themes"),r=A(typeof t.theme=="string"?t.theme:""),i=A([]),a=A([]),c=Me(e.page.board,e.page.seat),p=()=>{},d=()=>{try{sessionStorage.setItem(n,JSON.stringify({tab:o.peek(),theme:r.peek()}))}catch{}},$=()=>{let m=Number(history.state?.sheets)||0;i.peek().length>m&&(i.value=i.peek().slice(0,m))};addEventListener("popstate",$);let h={tab:o,theme:r,sheets:i,sent:a,draft:c,showTab(m){o.value=m,d()},showTheme(m){G(()=>{r.value=m,o.value="themes"}),d()},themeInView(){let m=e.live.themes();return m.find(y=>y.id===r.value)??m[0]},open(m){i.value=[...i.peek(),{...m,from:document.activeElement}],history.pushState({...history.state,sheets:i.peek().length},"")},close(){let m=i.peek().length-1;m<0||(i.value=i.peek().slice(0,m),Number(history.state?.sheets)>m&&history.back())},show(m,{write:y}={}){let k=e.store.get("note",m)?.merged_into,T={name:"note",id:k&&e.store.get("note",k)?k:m,write:y},W=i.peek();W.at(-1)?.name==="note"?i.value=[...W.slice(0,-1),T]:h.open(T)},write({theme:m,answers:y=""}={}){let k=V(e);G(()=>{a.value=[],c.begin({theme:m??h.themeInView()?.id??"",answers:y}),k.length&&!k.includes(e.session.kind.peek())&&(e.session.kind.value=k[0]),h.open({name:"write"})}),p()},onWriting:m=>{p=m},stop(){removeEventListener("popstate",$),i.peek().length&&(i.value=[])}};return h}function Ze(e){try{return JSON.parse(sessionStorage.getItem(e)||"{}")??{}}catch{return{}}}var et={themes:{icon:"list-tree",words:"phone.themes"},mine:{icon:"user",words:"phone.mine"},votes:{icon:"vote",words:"panel.votes"},more:{icon:"menu",words:"phone.more"}};function De({app:e,phone:n}){let t=e.session.role.value==="viewer",[o,r,i,a]=j.map(c=>s`<${tt} key=${c} app=${e} phone=${n} name=${c} />`);return s`<nav class="phone-bar" aria-label=${l("phone.tabs")}>
    ${o}${r}${t?null:s`<${ot} app=${e} phone=${n} />`}${i}${a}
  </nav>`}function tt({app:e,phone:n,name:t}){let{icon:o,words:r}=et[t],i=n.tab.value===t,a=t==="votes"?H(e):null;a&&e.live.all("vote");let c=a&&e.session.role.value!=="viewer"?e.actions.votesLeft(a.id):0;return s`<button type="button" class="phone-tab" aria-current=${i?"page":void 0} onClick=${()=>{i&&document.getElementById("main")?.scrollTo({top:0}),n.showTab(t)}}>
    <span class="phone-tab-icon"><${f} name=${o} />${c>0&&s`<span class="phone-badge"><span aria-hidden="true">${x(c)}</span><span class="visually-hidden">${l("phone.votes_left",{count:c})} </span></span>`}</span>
    <span>${l(r)}</span>
  </button>`}function ot({app:e,phone:n}){let{actions:t,session:o,live:r}=e;o.role.value,r.board();let i=t.whyNot("add"),a=()=>{if(!i)return n.write();o.toast.value={text:l(i==="closed"?"phone.closed":`reason.${i}`)}};return s`<button type="button" class="phone-plus" aria-label=${l("add.note")} aria-disabled=${i?"true":void 0} aria-haspopup="dialog" onClick=${a}><${f} name="plus" /></button>`}var nt=60;function Pe({app:e}){let n=xe(e),t=Math.max(1,e.session.people.value.size);return s`<header class="phone-head">
    <div class="phone-top">
      <h1 class="phone-title" dir="auto">${n}</h1>
      <${ie} app=${e} />
      <${ke} app=${e} />
      <${v} icon="users" label=${l("people.here",{count:t})} short=${x(t)} aria-haspopup="dialog" onClick=${()=>e.phone?.open({name:"people"})} />
    </div>
    <${st} app=${e} />
    <${ge} app=${e} />
    <${lt} app=${e} />
  </header>`}function st({app:e}){let[n,t]=_(!1),o=de(e),r=he(e);if(!o&&r.state==="off")return null;let{step:i,at:a=0,of:c=0}=o??{};return s`<section class="phone-step" aria-label=${l("step.bar")}>
    ${i&&s`<button type="button" class="phone-step-here" aria-expanded=${String(n)} onClick=${()=>t(!n)}>
      <span class="phone-step-line"><span class="phone-count">${l("step.n_of_m",{n:x(a),m:x(c)})}</span> <b dir="auto">${i.title}</b></span>
      ${i.task&&s`<span class="phone-task" data-open=${n?"":void 0} dir="auto">${i.task}</span>`}
    </button>`}
    ${r.state!=="off"&&s`<${it} clock=${r} />`}
    ${i&&rt(e)&&s`<${at} app=${e} />`}
  </section>`}function rt(e){return e.session.role.value==="participant"}function it({clock:e}){let n=fe(e.left),t=e.state==="paused"?l("timer.paused"):e.state==="over"?l("timer.over"):"",o=e.state==="running"&&e.left<=nt?"low":e.state;return s`<p class="phone-clock" role="timer" data-state=${o} aria-label=${t?l("timer.label_word",{time:n,word:t}):l("timer.label",{time:n})}>
    <${f} name=${e.state==="paused"?"pause":"timer"} /><span dir="ltr">${n}</span></p>`}function at({app:e}){let{live:n,session:{me:t},actions:o}=e,r=pe(e);if(r!==n.board().step)return null;let i=n.get("seat",t.value)?.done_for===r;return s`<${v} icon=${i?"circle-check":"check"} label=${l("done.mine")} pressed=${i} onClick=${()=>o.setDone(i?"":r)} />`}function lt({app:e}){let n=e.live.board(),t=Q.filter(r=>n.may?.includes(r)&&r!=="move"&&r!=="group");if(e.session.role.value!=="participant"||!n.may||n.may.length===Q.length||n.locked||n.archived)return null;let o=t.map(r=>l(`may.${r}`));return s`<p class="phone-now"><span class="visually-hidden">${l("now.title")}: </span>${o.length?o.map((r,i)=>s`<span key=${r}>${i>0&&s`<span aria-hidden="true"> · </span>`}${r}</span>`):l("may.nothing")}</p>`}function Re(){let e=window.visualViewport;if(!e)return()=>{};let{style:n}=document.documentElement,t=()=>{let o=e.scale>1.01,r=o?0:Math.max(0,innerHeight-e.height-e.offsetTop);n.setProperty("--covered",`${Math.round(r)}px`),n.setProperty("--seen",o?"100dvh":`${Math.round(e.height)}px`)};return t(),e.addEventListener("resize",t),e.addEventListener("scroll",t),()=>{e.removeEventListener("resize",t),e.removeEventListener("scroll",t),n.removeProperty("--covered"),n.removeProperty("--seen")}}function Y({app:e,phone:n,id:t,from:o,children:r}){let{live:i}=e,a=i.get("note",t);if(!a)return null;let c=i.get("theme",a.theme);return s`<li class="phone-note" data-color=${c?.color} data-kind=${a.kind} data-note=${t} data-unseen=${a.private||a.hidden?"":void 0}>
    <button type="button" class="phone-card" aria-haspopup="dialog" onClick=${()=>n.show(t)}>
      <span class="kind-chip"><${L} kind=${a.kind} /></span>
      <span class="phone-card-body">
        <span class="visually-hidden">${N(a.kind)}: </span>
        <${I} app=${e} note=${a} name="phone-words" />
        <span class="phone-meta">
          ${o?c&&s`<bdi>${c.title}</bdi>`:a.association&&s`<bdi>${a.association}</bdi>`}
          <${Be} app=${e} note=${a} />
          <${U} app=${e} id=${t} />
        </span>
      </span>
    </button>
    <${F} app=${e} note=${a} />
    <${B} app=${e} type="note" record=${a} />
    ${r}
  </li>`}function Ke({app:e,phone:n}){let{live:t,session:o,actions:r}=e,i=w(null),a=o.me.value;o.role.value,t.board();let c=t.all("note").filter(d=>d.seat===a).sort(dt),p=w(c.length);return b(()=>{let d=c.length<p.current;p.current=c.length,d&&document.activeElement===document.body&&i.current?.focus()},[c.length]),s`<section class="phone-list" aria-labelledby="my-notes">
    <h2 id="my-notes" class="phone-head-line" tabindex="-1" ref=${i}>${l("phone.my_notes")} <span class="muted">${x(c.length)}</span></h2>
    ${!c.length&&s`<p class="phone-empty phone-blank"><${f} name="sticky-note" />${l(r.may("add")?"phone.mine_none":"phone.mine_none_closed")}</p>`}
    <ul class="phone-notes">${c.map(d=>s`<${Y} key=${d.id} app=${e} phone=${n} id=${d.id} from><${ct} app=${e} phone=${n} note=${d} /><//>`)}</ul>
  </section>`}function ct({app:e,phone:n,note:t}){let{actions:o,session:r,live:i}=e;r.role.value,i.board();let a=O(t.text,40);return s`<div class="phone-own">
    <${D} app=${e} id=${t.id} />
    ${o.may("edit",t)&&s`<${v} icon="pencil" label=${l("phone.edit",{text:a})} onClick=${()=>n.show(t.id,{write:!0})} />`}
    ${o.may("remove",t)&&s`<${v} icon="trash-2" label=${l("phone.delete",{text:a})} onClick=${()=>o.removeNotes([t.id])} />`}
  </div>`}function D({app:e,id:n}){let t=e.live.pending("note",n);return s`<span class="phone-state" data-state=${t?"waiting":"saved"}><${f} name=${t?"clock":"check"} />${l(t?"note.waiting":"state.saved")}</span>`}function dt(e,n){let[t,o]=[e.created_at||"~",n.created_at||"~"];return t===o?0:t<o?1:-1}function E({app:e,name:n,load:t,quiet:o,...r}){let{part:i,failed:a,again:c}=me(n,t);return i?s`<${i} app=${e} ...${r} />`:a?s`<div class="phone-empty" role="alert"><p>${l("panel.failed")}</p><${v} text icon="refresh-cw" label=${l("state.try_now")} onClick=${c} /></div>`:o?null:s`<p class="phone-empty">${l("state.loading")}</p>`}var pt=0;function P({title:e,onClose:n,full:t,first:o,color:r,kind:i,children:a}){let c=w(null),p=w(`sheet-${pt+=1}`);b(()=>{let $=document.activeElement,h=c.current;return h?.showModal(),o&&h?.querySelector(o)?.focus(),()=>{h?.close(),$?.isConnected&&$!==document.body&&$.focus({preventScroll:!0})}},[]);let d=$=>$.target===c.current&&n();return s`<dialog ref=${c} class=${t?"sheet sheet-full":"sheet"} aria-labelledby=${p.current} data-color=${r} data-kind=${i} onClick=${d}
    onCancel=${$=>($.preventDefault(),n())} onKeyDown=${$=>$.stopPropagation()}>
    <div class="sheet-box">
      <div class="sheet-head"><h2 id=${p.current} tabindex="-1" autofocus>${e}</h2><${v} icon="x" label=${l("action.close")} onClick=${n} /></div>
      <div class="sheet-body">${a}</div>
    </div>
  </dialog>`}function Ve(e,n){let t=null,o=a=>{let c=a.target;t=a.touches.length===1&&!c.closest(".phone-choice, input, textarea, select")?{x:a.touches[0].clientX,y:a.touches[0].clientY,at:a.timeStamp}:null},r=a=>{let c=t;t=null;let[p]=a.changedTouches;if(!c||!p||a.timeStamp-c.at>700)return;let[d,$]=[p.clientX-c.x,p.clientY-c.y];Math.abs(d)>56&&Math.abs(d)>2*Math.abs($)&&n(d<0?1:-1)},i=()=>t=null;return e.addEventListener("touchstart",o,{passive:!0}),e.addEventListener("touchend",r,{passive:!0}),e.addEventListener("touchcancel",i,{passive:!0}),()=>{e.removeEventListener("touchstart",o),e.removeEventListener("touchend",r),e.removeEventListener("touchcancel",i)}}var Z=60,He={challenge:[],solution:[],clusters:[]},qe=new Map;function Fe({app:e,phone:n}){let{live:t}=e,o=t.themes(),r=n.themeInView(),i=w(null),a=p=>{let d=o[o.findIndex($=>$.id===r?.id)+p];d&&n.showTheme(d.id)},c=w(a);return c.current=a,b(()=>i.current?Ve(i.current,p=>c.current(ne()==="rtl"?-p:p)):void 0,[]),z(()=>{let p=document.getElementById("main");if(!p||!r)return;p.scrollTop=qe.get(r.id)??0;let d=()=>{qe.set(r.id,p.scrollTop)};return p.addEventListener("scroll",d,{passive:!0}),()=>p.removeEventListener("scroll",d)},[r?.id]),s`<div class="phone-themes" ref=${i}>
    <${mt} app=${e} phone=${n} themes=${o} chosen=${r?.id} />
    ${r&&s`<${ut} key=${r.id} app=${e} phone=${n} theme=${r} />`}
  </div>`}function mt({app:e,phone:n,themes:t,chosen:o}){let r=w(null);z(()=>{let a=r.current?.querySelector("[aria-pressed=true]");if(!a||!r.current)return;let[c,p]=[r.current.getBoundingClientRect(),a.getBoundingClientRect()];r.current.scrollBy({left:(p.left+p.right-c.left-c.right)/2})},[o]);let i=e.live.lists.value;return s`<div class="phone-choice" role="group" aria-label=${l("phone.themes")} ref=${r}>
    ${t.map(a=>{let c=J(i.get(a.id)??He);return s`<button type="button" key=${a.id} class="phone-theme-button" data-color=${a.color} data-theme=${a.id} aria-pressed=${String(a.id===o)} onClick=${()=>n.showTheme(a.id)}>
        <${M} name=${a.sign} /><span class="phone-theme-name" dir="auto">${a.title}</span>
        <span class="phone-number"><span aria-hidden="true">${x(c)}</span><span class="visually-hidden">${l("theme.notes",{count:c})}</span></span></button>`})}
  </div>`}function ut({app:e,phone:n,theme:t}){let o=e.live.lists.value.get(t.id)??He,r=[...o.challenge,...o.solution],i=J(o)===0;return e.session.role.value,e.live.board(),s`<section class="phone-theme" data-color=${t.color} aria-labelledby="theme-in-view">
    <h2 id="theme-in-view" class="phone-theme-head"><${M} name=${t.sign} /><span dir="auto">${t.title}</span>${t.locked&&s`<span class="mark"><${f} name="lock" /><span class="visually-hidden">${l("theme.locked")}</span></span>`}</h2>
    <${$e} app=${e} theme=${t.id} />
    ${i&&s`<p class="phone-empty phone-blank"><${f} name="sticky-note" />${l(e.actions.may("add",{kind:"challenge",theme:t.id})?"phone.theme_none":"stage.empty_theme")}</p>`}
    ${o.clusters.map(a=>s`<${$t} key=${a.id} app=${e} phone=${n} list=${a} />`)}
    ${o.clusters.length>0&&r.length>0&&s`<h3 class="phone-rest">${l("cluster.rest")}</h3>`}
    <${Ue} app=${e} phone=${n} ids=${r} />
  </section>`}function $t({app:e,phone:n,list:t}){let o=e.live.get("cluster",t.id);if(!o)return null;let r=[...t.challenge,...t.solution],i=`cluster-${t.id}`;return s`<section class="phone-cluster" aria-labelledby=${i} data-cluster=${t.id}>
    <h3 id=${i} class="phone-cluster-head"><${f} name="group" /><span dir="auto" lang=${re(o.title??"")||void 0}>${q(o)}</span> <span class="phone-number">${x(r.length)}</span></h3>
    <${B} app=${e} type="cluster" record=${o} />
    ${r.length?s`<${Ue} app=${e} phone=${n} ids=${r} />`:s`<p class="phone-empty">${l("cluster.empty")}</p>`}
  </section>`}function Ue({app:e,phone:n,ids:t}){let[o,r]=_(Z);return t.length?s`<ul class="phone-notes">${t.slice(0,o).map(i=>s`<${Y} key=${i} app=${e} phone=${n} id=${i} />`)}</ul>
    ${t.length>o&&s`<${v} text label=${l("outline.more",{count:Math.min(Z,t.length-o)})} onClick=${()=>r(o+Z)} />`}`:null}function Ye({app:e,phone:n}){let{session:t,store:o}=e,r=H(e),i=w(void 0);e.live.board();let{loaded:a}=o;return b(()=>{if(!a)return;let c=i.current;if(i.current=r?{id:r.id,title:r.title}:null,c===void 0)return;let p=d=>()=>{t.round.value=d,n.showTab("votes")};r&&c?.id!==r.id?t.toast.value={text:l("round.opened",{title:r.title}),action:{label:l("panel.votes"),run:p(r.id)}}:!r&&c&&o.get("round",c.id)?.state==="closed"&&(t.toast.value={text:l("round.closed",{title:c.title}),action:{label:l("round.see_results"),run:p(c.id)}})},[r?.id,a]),null}var ht=200;function ze({app:e,phone:n}){let{session:t,actions:o,page:r,live:i}=e,{draft:a}=n,c=w(null),p=w(null),d=n.sheets.value.at(-1)?.name==="write",$=a.answers.value?i.get("note",a.answers.value):void 0,h=!!a.answers.value,m=i.get("theme",$?.theme??a.theme.value)??i.themes()[0],y=a.text.value,k=r.limits.text,C=se(y)-k,T=h?"solution":t.kind.value;t.role.value,i.board();let W=m&&o.may("add",{kind:T,theme:m.id})&&(!h||!!$);b(()=>{n.onWriting(()=>{let u=c.current;!u||u.open||(u.showModal(),p.current?.focus())})},[]),b(()=>{!d&&c.current?.open&&c.current.close(),d&&!c.current?.open&&c.current?.showModal()},[d]);let R=()=>n.close(),ee=()=>{let u=Ee(y).trim();if(!u||C>0||!W)return p.current?.focus();let te=h?o.answerWith($.id,{text:u}):o.addNote({kind:T,theme:m.id,text:u});if(a.sent(e.sync.sender.keep()),h)return t.announce.value=l("phone.sent"),R();te&&(n.sent.value=[te,...n.sent.peek()]),n.theme.value=m.id,p.current?.focus()},Xe=u=>{u.stopPropagation(),!(u.key!=="Enter"||!(u.ctrlKey||u.metaKey))&&(u.preventDefault(),ee())},je=u=>u.target===c.current&&R();return s`<dialog ref=${c} class="sheet sheet-write" aria-labelledby="write-title" data-color=${m?.color} data-kind=${T} onClick=${je}
    onCancel=${u=>(u.preventDefault(),R())} onKeyDown=${Xe}>
    <form class="sheet-box" onSubmit=${u=>(u.preventDefault(),ee())}>
      <div class="sheet-head"><h2 id="write-title">${l(h?"answer.write":"phone.new")}</h2><${v} icon="x" label=${l("action.close")} onClick=${R} /></div>
      <div class="sheet-body">
        ${h?s`<${vt} app=${e} note=${$} />`:s`<${ft} app=${e} kind=${T} />`}
        <label class="visually-hidden" for="write-text">${l("add.text",{theme:m?.title??""})}</label>
        <textarea id="write-text" ref=${p} class="field" rows="3" dir=${y?"auto":void 0} placeholder=${l("add.placeholder")} value=${y} aria-invalid=${C>0?"true":void 0}
          aria-describedby="write-count" onInput=${u=>a.set(u.currentTarget.value)}></textarea>
        ${C>-ht&&s`<${_e} id="write-count" length=${C+k} limit=${k} />`}
        ${C>0&&s`<p class="error" role="alert">${l("add.too_long",{count:C})}</p>`}
        ${!W&&s`<p class="error" role="alert">${l("phone.closed")}</p>`}
        <div class="write-line">
          ${!h&&s`<label class="write-theme"><span class="visually-hidden">${l("note.theme")}</span>
            <select class="select" value=${m?.id} onChange=${u=>a.theme.value=u.currentTarget.value}>
              ${i.themes().map(u=>s`<option key=${u.id} value=${u.id} disabled=${!o.may("add",{kind:T,theme:u.id})}>${u.title}</option>`)}
            </select></label>`}
          <button type="submit" class="button button-primary write-send" aria-disabled=${y.trim()&&W?void 0:"true"} aria-keyshortcuts="Control+Enter" onMouseDown=${u=>u.preventDefault()}><${f} name="send" mirror /><span>${l("phone.send")}</span></button>
        </div>
        <${gt} app=${e} phone=${n} />
      </div>
    </form>
  </dialog>`}function ft({app:e,kind:n}){let t=V(e);return s`<div class="write-kinds" role="group" aria-label=${l("kind.of_new")}>
    ${["challenge","solution"].map(o=>s`<button type="button" key=${o} class="write-kind" data-kind=${o} aria-pressed=${String(n===o)} aria-disabled=${t.includes(o)?void 0:"true"}
      onMouseDown=${r=>r.preventDefault()} onClick=${()=>t.includes(o)&&(e.session.kind.value=o)}><${L} kind=${o} /><span>${N(o)}</span></button>`)}
  </div>`}function vt({app:e,note:n}){return s`<blockquote class="write-answered"><${L} kind="challenge" />${n?s`<${I} app=${e} note=${n} tag="p" cut=${t=>O(t,200)} />`:s`<p>${l("reason.gone")}</p>`}</blockquote>`}function gt({app:e,phone:n}){let t=n.sent.value;return s`<div role="status">${t.length>0&&s`<h3 class="phone-rest">${l("phone.sent_n",{count:t.length})}</h3>
    <ul class="write-sent">${t.slice(0,3).map(o=>s`<li key=${o}><span dir="auto">${O(e.live.get("note",o)?.text??"",80)}</span><${D} app=${e} id=${o} /></li>`)}</ul>`}</div>`}var bt=S("phone_dialogs",()=>g("ui/translations",()=>import("./board-7AWTJGLX.js")).then(e=>e.Tongues)),wt=S("phone_dialogs",()=>g("ui/note_controls",()=>import("./board-BDAVBM3W.js")).then(e=>e.NoteControls));function Ge({app:e,phone:n,id:t,write:o}){let{live:r,session:i,actions:a}=e,[c,p]=_(!!o),d=r.get("note",t);i.role.value,r.board(),b(()=>{i.selection.value=new Set([t])},[t]);let $=()=>n.close();if(!d)return s`<${P} title=${l("phone.gone")} onClose=${$}><p>${l("reason.gone")}</p><//>`;let h=r.get("theme",d.theme),m=a.may("edit",d),y=d.seat===i.me.value,k=s`<span class="kind-chip"><${L} kind=${d.kind} /></span><span>${N(d.kind)}</span>`,C=()=>{$(),a.removeNotes([t])};return s`<${P} title=${k} onClose=${$} full first=${o?".writing-field textarea":void 0} color=${h?.color} kind=${d.kind}>
    <${yt} app=${e} note=${d} theme=${h} />
    <${Le} note=${d} />
    ${c&&m?s`<${Te} app=${e} id=${t} focus label=${l("note.text_label")} onDone=${()=>p(!1)} /><${Se} app=${e} note=${d} />`:s`<${I} app=${e} note=${d} name="phone-whole" tag="p" /><${F} app=${e} note=${d} text />`}
    <p class="phone-meta"><bdi>${ce(e,d)}</bdi>${d.association&&s`<bdi>${d.association}</bdi>`}<time datetime=${d.created_at} title=${ae(d.created_at)}>${le(d.created_at)}</time>${y&&s`<${D} app=${e} id=${t} />`}</p>
    <${U} app=${e} id=${t} tag="p" />
    <${B} app=${e} type="note" record=${d} />
    ${(m||a.may("remove",d))&&s`<div class="button-row phone-tools">
      ${m&&s`<${v} icon=${c?"check":"pencil"} text label=${l(c?"action.done":"action.edit")} pressed=${c||void 0} onClick=${()=>p(!c)} />`}
      ${a.may("remove",d)&&s`<${v} icon="trash-2" kind="danger" text label=${l("action.delete")} onClick=${C} />`}
    </div>`}
    <h3 class="visually-hidden">${l("action.details")}</h3>
    <${Ie} app=${e} note=${d} />
    <${Ne} app=${e} note=${d} />
    <${Ce} app=${e} note=${d} />
    <${We} app=${e} note=${d} />
    <${kt} app=${e} note=${d} />
  <//>`}function yt({app:e,note:n,theme:t}){let o=n.cluster&&e.live.get("cluster",n.cluster);return t&&s`<p class="phone-where"><${M} name=${t.sign} /><bdi>${t.title}</bdi>${o&&s`<span><${f} name="group" /><span class="visually-hidden">${l("cluster.in")} </span><bdi>${q(o)}</bdi></span>`}</p>`}function kt({app:e,note:n}){let[t,o]=_(!1),{actions:r}=e;return["edit","move","remove","translate"].some(i=>r.may(i,n))?s`<details class="phone-more-tools" open=${t} onToggle=${i=>o(i.currentTarget.open)}>
    <summary><${f} name="chevron-right" mirror />${l("phone.change")}</summary>
    ${t&&s`<${E} app=${e} name="phone-controls" load=${wt} ids=${[n.id]} /><${E} app=${e} name="phone-tongues" load=${bt} quiet note=${n} />`}
  </details>`:null}var xt={news:{title:"away.title",load:()=>g("ui/phone/news",()=>import("./board-P6UTJHJS.js")).then(e=>e.News)},people:{title:"people.title",load:S("phone_dialogs",()=>g("ui/people",()=>import("./board-II5WWJRU.js")).then(e=>e.People))},interpreter:{title:"panel.interpreter",load:S("phone_dialogs",()=>g("ui/interpreter",()=>import("./board-XP4WKRDP.js")).then(e=>e.Interpreter))},help:{title:"help.open",load:()=>g("ui/phone/help",()=>import("./board-IPB2NSEI.js")).then(e=>e.Help)}},St=S("phone_canvas",()=>g("ui/phone/canvas",()=>import("./board-W3J2L6DQ.js")).then(e=>e.Canvas)),Ct=S("phone_dialogs",()=>g("ui/dialogs",()=>import("./board-BKGR24AF.js")).then(e=>e.Dialogs)),Et=location.hash.length>1;function Je({app:e,phone:n}){let t=()=>n.close();return s`${n.sheets.value.map((o,r)=>{let i=`${r} ${o.name} ${o.id??""}`;if(o.name==="note")return s`<${Ge} key=${i} app=${e} phone=${n} id=${o.id} write=${o.write} />`;if(o.name==="canvas")return s`<${E} key=${i} app=${e} name="phone-canvas" load=${St} quiet phone=${n} from=${o.from} />`;let a=xt[o.name];return a&&s`<${P} key=${i} title=${l(a.title)} onClose=${t} full><${E} app=${e} name=${`phone-${o.name}`} load=${a.load} phone=${n} /><//>`})}
    ${(e.ui.dialog.value||Et)&&s`<${E} key="dialogs" app=${e} name="phone-dialogs" load=${Ct} quiet />`}`}var Tt=S("phone_dialogs",()=>g("ui/refused",()=>import("./board-SFPHEHPY.js")).then(e=>e.Refusals)),_t=()=>g("ui/phone/news",()=>import("./board-P6UTJHJS.js")).then(e=>e.NewsBar),Lt=()=>g("ui/phone/votes_tab",()=>import("./board-U4UCXAH7.js")).then(e=>e.VotesTab),Wt=()=>g("ui/phone/more_tab",()=>import("./board-UMJWVU4V.js")).then(e=>e.MoreTab),Nt=()=>g("ui/people_hands",()=>import("./board-MVT46GP6.js")).then(e=>e.HandWatch),It={themes:Fe,mine:Ke,votes:Qe("phone-votes",Lt),more:Qe("phone-more",Wt)};function Zn({app:e}){let n=oe(()=>e.phone=Oe(e),[]);if(b(()=>{let o=Re();return()=>{o(),n.stop(),e.phone=null}},[]),e.ui.lost.value)return s`<main id="main" class="phone"><${ve} app=${e} /></main><${X} app=${e} />`;let t=n.tab.value;return s`<div class="phone" id="phone">
    <div class="phone-under" inert=${n.sheets.value.some(({name:o})=>o==="canvas")}>
      <${Pe} app=${e} />
      <${K} app=${e} when=${e.ui.news.value!==null} load=${_t} />
      <main id="main" class="phone-main" tabindex="-1"><${It[t]} key=${t} app=${e} phone=${n} /></main>
      <${De} app=${e} phone=${n} />
    </div>
    <${ue} app=${e} />
    <${Je} app=${e} phone=${n} />
    <${ze} app=${e} phone=${n} />
    <${Ae} app=${e} />
    <${K} app=${e} when=${e.ui.refused.value.length>0} load=${Tt} />
    <${ye} app=${e} />
    <${be} app=${e} />
    <${we} app=${e} />
    <${K} app=${e} when=${e.session.role.value==="facilitator"} load=${Nt} />
    <${Ye} app=${e} phone=${n} />
    <${X} app=${e} />
  </div>`}function Qe(e,n){return({app:t,phone:o})=>s`<${E} app=${t} name=${e} load=${n} phone=${o} />`}export{Y as a,Zn as b};
