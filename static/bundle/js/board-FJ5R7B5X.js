/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as Ht}from"./board-XIIRGUXP.js";import{c as Je,e as nt,f as ot,g as rt,j as Me,k as de,l as Oe,m as Dt,n as Pt,o as Rt,p as Nt,q as Kt,r as me,s as V,u as Ft,v as qt,w as Wt,x as zt}from"./board-VSF773S7.js";import{$ as wt,A as ut,B as dt,Ba as It,C as Se,Ca as At,D as mt,Da as Lt,E as $t,G as oe,I as pt,J as Ee,K as ft,L as re,N as ht,O as bt,P as B,S as Te,T as le,U as gt,V as vt,Y as kt,Z as yt,_ as _e,a as f,aa as xt,b as Ze,d as w,e as ye,ga as R,h as je,i as Xe,ia as ie,j as M,ja as se,k as z,ka as Ct,la as St,m as we,n as H,o as Qe,p as et,pa as Et,q as tt,r as lt,ra as Tt,s as it,sa as ae,t as P,ta as _t,u as st,ua as ce,v as xe,va as ue,w as at,wa as N,x as ct,xa as Mt,y as ne,ya as Ot,z as Ce,za as Bt}from"./board-THE26QVD.js";import{Aa as ze,Ba as ke,C as Ke,Ca as He,Ja as ee,Ma as Ve,Ra as te,Sa as Ue,Ta as Ge,Ua as Ye,_a as Vt,b as E,c as S,ca as Fe,d as X,e as k,fa as J,j as ve,k as l,la as qe,n as _,na as We,o as n,t as Ne,ta as C,ua as Q,va as I,wa as A,xa as L,ya as q,za as W}from"./board-X2TOAUSO.js";var vn=0;function O({icon:e,label:t,items:r,groups:o,text:i,short:a,mirror:s}){let c=k(`menu-${vn+=1}`),m=k(null),$=()=>document.querySelector(`[aria-controls="${c.current}"]`),p=()=>{let d=$();!d||!m.current||(m.current.togglePopover(),m.current.matches(":popover-open")&&(Gt(m.current,d.getBoundingClientRect()),m.current.querySelector("[role^=menuitem]")?.focus()))};return l`<${f} icon=${e} label=${t} text=${i} short=${a} mirror=${s} aria-haspopup="menu" aria-controls=${c.current} onClick=${p} />
    <${Be} id=${c.current} items=${r} groups=${o} label=${t} list=${m} onClose=${()=>m.current?.hidePopover()} onLeave=${()=>$()?.focus()} />`}function Be({id:e,items:t=[],groups:r,label:o,list:i,onClose:a,onLeave:s}){let c=d=>{d.stopPropagation();let b=[...i.current.querySelectorAll("[role^=menuitem]")],u=b.indexOf(document.activeElement),h={ArrowDown:(u+1)%b.length,ArrowUp:(u-1+b.length)%b.length,Home:0,End:b.length-1};d.key in h?(d.preventDefault(),b[h[d.key]]?.focus()):(d.key==="Escape"||d.key==="Tab")&&(d.preventDefault(),a(),s())},m=d=>{a(),s(),d.run?.()},$=(r?r.flatMap(d=>d.items):t).find(d=>d&&d!=="-"),p=(d,b)=>{if(!d)return null;if(d==="-")return l`<hr key=${b} class="menu-line" />`;let u=d===$?0:-1,h=d.checked===void 0?"menuitem":"menuitemradio",v=l`${d.checked!==void 0?l`<span class="menu-check">${d.checked&&l`<${C} name="check" />`}</span>`:d.icon&&l`<${C} name=${d.icon} mirror=${d.mirror} />`}<span class="menu-label" dir="auto">${d.label}</span>${d.keys&&l`<kbd aria-hidden="true">${Ze(d.keys.split(" ")[0])}</kbd>`}`;return d.href?l`<a key=${b} role=${h} tabindex=${u} class="menu-item" href=${d.href} target="_blank" rel="noopener" onClick=${a}>${v}</a>`:l`<button key=${b} type="button" role=${h} tabindex=${u} class="menu-item" lang=${d.lang} data-danger=${d.danger?"":void 0} aria-checked=${d.checked===void 0?void 0:String(d.checked)}
          aria-keyshortcuts=${d.keys} aria-disabled=${d.off?"true":void 0} onClick=${()=>!d.off&&m(d)}>${v}</button>`};return l`<div id=${e} ref=${i} class=${r?"menu menu-groups":"menu"} popover role="menu" aria-label=${o} onKeyDown=${c}>
    ${r?r.map(d=>l`<div key=${d.title} class="menu-group" role="group" aria-label=${d.title}><p class="menu-title" aria-hidden="true">${d.title}</p>${d.items.map(p)}</div>`):kn(t).map(p)}
  </div>`}function kn(e){let t=e.filter(Boolean);return t.filter((r,o)=>r!=="-"||o>0&&t[o-1]!=="-"&&t.slice(o).some(i=>i!=="-"))}function Ut({app:e}){let{ui:t,live:r,actions:o,session:i}=e,a=k(null),s=t.menu.value;if(S(()=>{!s||!a.current||(a.current.showPopover(),Gt(a.current,new DOMRect(s.x,s.y,0,0)),a.current.querySelector("[role^=menuitem]")?.focus())},[s]),!s)return null;let c=()=>{a.current?.hidePopover(),t.menu.value=null},m=s.cluster&&r.get("cluster",s.cluster);if(m)return l`<${Be} items=${le(e,m,{rename:()=>e.layer.peek()?.rename(m.id)})} label=${n("cluster.menu",{title:B(m)})} list=${a} onClose=${c} onLeave=${()=>e.layer.peek()?.focusCluster(m.id,{still:!0})} />`;let $=A(e,s.ids),p=$.length===1?$[0]:null,d=$.map(g=>g.id),b=L(e,"edit",$),u=L(e,"move",$),h=[p&&b&&{icon:"pencil",label:n("action.edit"),run:()=>e.layer.peek()?.edit(p.id)},b&&{icon:"flag",label:n("action.make_challenge"),off:$.every(g=>g.kind==="challenge"),run:()=>ke(e,d,"challenge")},b&&{icon:"lightbulb",label:n("action.make_solution"),off:$.every(g=>g.kind==="solution"),run:()=>ke(e,d,"solution")},...Pt(e,p),"-",...Rt(e,p),...Dt(e,$),"-",...u?r.themes().filter(g=>$.some(x=>x.theme!==g.id)).map(g=>({icon:"arrow-right",mirror:!0,label:n("action.move_to",{theme:g.title}),run:()=>ze(e,d,g.id)})):[],"-",u&&{icon:"bring-to-front",label:n("action.front"),run:()=>o.bringToFront(d)},o.may("add")&&$.length>0&&{icon:"copy",label:n("action.duplicate"),run:()=>W(e,d)},$.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>i.panel.value="note"},"-",...Nt(e,$),"-",L(e,"remove",$)&&{icon:"trash-2",danger:!0,label:n("action.delete"),run:()=>q(e,d)},!$.length&&i.role.value==="facilitator"&&{icon:"sparkles",label:n("suggest.open"),run:()=>t.dialog.value={name:"suggest"}},!$.length&&o.may("add")&&{icon:"plus",label:n("add.note"),run:()=>e.layer.peek()?.addUnder(s.x,s.y)},!$.length&&{icon:"maximize",label:n("dock.fit"),run:()=>e.layer.peek()?.fit()}],v=()=>p?e.layer.peek()?.focusNote(p.id):e.layer.peek()?.refocus();return l`<${Be} items=${h} label=${n("menu.note")} list=${a} onClose=${c} onLeave=${v} />`}function Gt(e,t){let r=e.getBoundingClientRect(),i=document.documentElement.dir==="rtl"?t.right-r.width:t.left,a=Math.max(8,Math.min(i,innerWidth-r.width-8)),s=t.bottom+6,c=s+r.height<=innerHeight-8?s:Math.max(8,t.top-r.height-6);e.style.insetInlineStart="auto",e.style.left=`${a}px`,e.style.top=`${c}px`}function Yt({app:e}){let{session:t,actions:r}=e,[o,i]=E(!1),a=k(null),s=k(!1),c=k(null),m=xt(e);if(S(()=>{o?a.current?.select():s.current&&c.current?.focus(),s.current=!1},[o]),t.role.value!=="facilitator")return l`<h1 class="board-title" dir="auto" title=${m}>${m}</h1>`;let $=()=>{let d=a.current?.value.replace(/\s+/g," ").trim();d&&d!==m&&r.setBoard({title:d}),i(!1)},p=d=>{d.stopPropagation(),!(d.key!=="Enter"&&d.key!=="Escape")&&(d.preventDefault(),s.current=!0,d.key==="Enter"?$():i(!1))};return l`<h1 class="board-title">
    ${o?l`<input ref=${a} class="field" dir="auto" maxlength="120" aria-label=${n("board.title")} value=${m} onKeyDown=${p} onBlur=${$} />`:l`<button type="button" ref=${c} class="title-button" dir="auto" title=${n("board.rename")} onClick=${()=>i(!0)}>${m}</button>`}
  </h1>`}var yn=0;function U({label:e,icon:t,shown:r,class:o,children:i,...a}){let s=k(`popover-${yn+=1}`),c=k(null),m=k(null),[$,p]=E(!1),d=()=>{c.current?.matches(":popover-open")&&(c.current.hidePopover(),m.current?.focus())};return X(()=>{if(!$)return;wn(c.current,m.current.getBoundingClientRect()),(c.current.querySelector("[autofocus], button, input, select, textarea, a[href]")||c.current).focus()},[$]),l`<button type="button" ref=${m} class=${`button ${r?"":"button-icon"} ${o??""}`} aria-label=${e} title=${e}
      aria-haspopup="dialog" aria-expanded=${String($)} aria-controls=${s.current} onClick=${()=>c.current.togglePopover()} ...${a}>
      ${t&&l`<${C} name=${t} />`}${r}</button>
    <div id=${s.current} ref=${c} class="menu popover" popover role="dialog" aria-label=${e} tabindex="-1"
      onToggle=${b=>b.target===c.current&&p(b.newState==="open")}
      onKeyDown=${b=>b.key!=="Escape"&&b.stopPropagation()}>
      ${$&&(typeof i=="function"?i(d):i)}
    </div>`}function wn(e,t){let{width:r,height:o}=e.getBoundingClientRect(),i=t.left+t.width/2-r/2;e.style.insetInlineStart="auto",e.style.left=`${Math.max(8,Math.min(i,innerWidth-r-8))}px`,e.style.top=`${Math.max(8,Math.min(t.bottom+8,innerHeight-o-8))}px`}var xn=[1632,1776,2406];function Zt(e){let t=[...e.trim()].map(Cn).join("").replace(/[,٫]/u,".");return/^-?\d+(\.\d+)?$/.test(t)?Number(t):null}function Cn(e){let t=e.codePointAt(0),r=xn.find(o=>t>=o&&t<o+10);return r===void 0?e:String(t-r)}var Sn=[1,3,5,10,15],En=60;function Xt({app:e}){let t=dt(e),r=e.session.role.value==="facilitator";if(t.state==="off")return r?l`<${U} icon="timer" label=${n("timer.open")}>${m=>l`<${jt} app=${e} clock=${t} close=${m} />`}<//>`:null;let o=Se(t.left),i=t.state==="paused"?n("timer.paused"):t.state==="over"?n("timer.over"):"",a=i?n("timer.label_word",{time:o,word:i}):n("timer.label",{time:o}),s=l`<span class="timer-face" dir="ltr">${o}</span>${i&&l`<span class="timer-word">${i}</span>`}`,c=t.state==="running"&&t.left<=En?"low":t.state;return l`<${U} icon=${t.state==="paused"?"pause":"timer"} label=${a} shown=${s} class="timer" data-state=${c}>
    ${m=>r?l`<${jt} app=${e} clock=${t} close=${m} />`:l`<${Tn} clock=${t} />`}
  <//>`}function Tn({clock:e}){return l`<div class="popover-body">
    <p>${n(e.state==="over"?"timer.over_of":"timer.of",{time:Se(e.seconds)})}</p>
    ${e.lock&&l`<p class="hint">${n(e.state==="over"?"timer.locked_now":"timer.locks")}</p>`}
    <${Jt} />
  </div>`}function jt({app:e,clock:t,close:r}){let{actions:o}=e,i=t.state!=="off",[a,s]=E(!!e.live.board().timer?.lock),c=$=>{o.timer({start:$,lock:a}),r()},m=$=>{s($),t.state==="running"&&o.timer({start:t.left,lock:$})};return l`<div class="popover-body timer-controls">
    ${i&&l`<div class="button-row">
      ${t.state==="running"&&l`<${f} icon="pause" text label=${n("timer.pause")} onClick=${()=>o.timer({pause:!0})} />`}
      ${t.state==="paused"&&l`<${f} icon="play" text label=${n("timer.resume")} onClick=${()=>o.timer({resume:!0})} />`}
      <${f} icon="plus" text label=${n("timer.add_minute")} onClick=${()=>o.timer({add:60})} />
      <${f} icon="square" text label=${n("timer.stop")} onClick=${()=>(o.timer({stop:!0}),r())} />
    </div>`}
    <h2>${n(i?"timer.start_anew":"timer.start")}</h2>
    <div class="button-row timer-presets">
      ${Sn.map($=>l`<button key=${$} type="button" class="button" aria-label=${n("timer.start_minutes",{count:$})} onClick=${()=>c($*60)}>${w($)}</button>`)}
      <span class="muted">${n("timer.minutes")}</span>
    </div>
    <${_n} onStart=${c} />
    <label class="check"><input type="checkbox" checked=${a} onChange=${$=>m($.currentTarget.checked)} /><span>${n("timer.lock")}</span></label>
    <${Jt} />
  </div>`}function _n({onStart:e}){let[t,r]=E(""),[o,i]=E("");return l`<form class="timer-typed" onSubmit=${s=>{s.preventDefault();let c=Zt(t);if(c===null)return i(n("timer.not_minutes",{most:w(600)}));if(c<=0)return i(n("timer.too_short"));if(c>600)return i(n("timer.too_long",{most:w(600)}));e(Math.max(1,Math.round(c*60)))}} novalidate>
    <label><span class="label">${n("timer.other")}</span>
      <input class="field" inputmode="decimal" autocomplete="off" value=${t} aria-invalid=${o?"true":void 0} aria-describedby="timer-wrong"
        onInput=${s=>(r(s.currentTarget.value),i(""))} /></label>
    <button type="submit" class="button button-outline"><${C} name="play" /><span>${n("timer.start_now")}</span></button>
    <p id="timer-wrong" class="field-error" role="alert">${o}</p>
  </form>`}function Jt(){let e=Ee.value==="on";return l`<label class="check"><input type="checkbox" checked=${e} onChange=${t=>Ee.value=t.currentTarget.checked?"on":"off"} />
    <${C} name=${e?"volume-2":"volume-x"} /><span>${n("timer.sound")}</span></label>`}function Qt({app:e}){return l`<${U} icon="sliders-horizontal" label=${n("now.title")}>${t=>l`<${Mn} app=${e} close=${t} />`}<//>`}function Mn({app:e,close:t}){let{live:r,actions:o,session:i}=e,a=r.board(),s=at(),c=()=>{t(),i.panel.value="moderation"};return l`<div class="popover-body">
    <h2>${n("now.title")}</h2>
    <p class="hint">${n("now.hint")}</p>
    <${On} may=${a.may??[]} onChange=${o.setMay} />
    <hr />
    <label class="check"><input type="checkbox" checked=${a.private} onChange=${m=>{m.currentTarget.checked=a.private,Ce(e,!a.private)}} /><span>${n("private.switch")}</span></label>
    <label class="check"><input type="checkbox" checked=${a.locked} onChange=${m=>o.setBoard({locked:m.currentTarget.checked})} /><span>${n("settings.locked")}</span></label>
    ${a.private&&s>0&&l`<div class="button-row">
      <${f} icon="eye" text label=${n("private.reveal_n",{count:s})} onClick=${()=>Ce(e,!1)} />
      <${f} icon="shield" text label=${n("moderation.open")} onClick=${c} />
    </div>`}
  </div>`}function On({may:e,onChange:t,label:r}){let o=(i,a)=>t(we.filter(s=>s===i?a:e.includes(s)));return l`<fieldset class="may-list"><legend class=${r?"label":"visually-hidden"}>${r??n("now.title")}</legend>
    ${we.map(i=>l`<label key=${i} class="check"><input type="checkbox" checked=${e.includes(i)} onChange=${a=>o(i,a.currentTarget.checked)} /><span>${n(`may.${i}`)}</span></label>`)}
    ${!e.length&&l`<p class="hint">${n("may.nothing")}</p>`}
  </fieldset>`}var Bn=400;function en({app:e}){let{session:t,ui:r,live:o}=e;ut(e);let i=t.role.value==="facilitator",a=H(e),s=Qe(e),c=(o.board().timer?.state??"off")!=="off";return!s&&!c&&(!i||r.compact.value&&!a.length)?null:l`<section class="bar step-bar" aria-label=${n("step.bar")}>
    ${s?l`<${An} app=${e} where=${s} leads=${i} />`:i&&l`<${In} app=${e} steps=${a} />`}
    <${Xt} app=${e} />
    ${i&&(s||a.length>0)&&l`<${Qt} app=${e} />`}
    ${s&&!i&&t.role.value==="participant"&&l`<${Pn} app=${e} />`}
    ${i&&l`<${Dn} app=${e} where=${s} first=${a[0]} />`}
  </section>`}function In({app:e,steps:t}){let r=()=>e.session.panel.value="agenda";return l`<${f} icon="list-checks" text label=${t.length?n("step.planned",{count:t.length}):n("step.plan")} class="button step-plan" onClick=${r} />`}function An({app:e,where:t,leads:r}){let{session:o}=e,{step:i,at:a,of:s}=t,c=()=>o.panel.value=o.panel.value==="agenda"?null:"agenda";return l`<button type="button" class="step-here" aria-expanded=${String(o.panel.value==="agenda")} title=${i.task||i.title} onClick=${c}>
      <span class="step-line"><span class="step-count">${n("step.n_of_m",{n:w(a),m:w(s)})}</span> <b dir="auto">${i.title}</b></span>
      ${i.task&&l`<span class="step-task" dir="auto">${i.task}</span>`}
    </button>
    ${r&&!e.ui.compact.value&&l`<${O} icon="chevron-down" label=${n("step.choose")} items=${Ln(e,t)} />`}`}function Ln(e,{step:t,previous:r}){return[r&&{icon:"arrow-left",mirror:!0,label:n("step.back"),run:()=>ne(e,r.id)},...H(e).map((o,i)=>({label:n("step.numbered",{n:w(i+1),title:o.title}),checked:o.id===t.id,run:()=>ne(e,o.id)})),{icon:"list-checks",label:n("step.edit_agenda"),run:()=>e.session.panel.value="agenda"},{icon:"x",label:n("step.end"),run:()=>e.actions.goToStep("")}]}function Dn({app:e,where:t,first:r}){let o=t?t.next:r,[i,a]=E(o?.id);if(S(()=>{let m=setTimeout(()=>a(o?.id),Bn);return()=>clearTimeout(m)},[o?.id]),!t&&!r)return null;let s=e.ui.compact.value,c=t?o?n("step.next_is",{title:o.title}):n("step.last"):n("step.start");return l`<${f} icon=${t?"arrow-right":"play"} mirror label=${c} short=${t?s?void 0:n("step.next"):n("step.start")} off=${!o||i!==o.id}
    class=${`button button-primary step-next${t&&s?" button-icon":""}`} onClick=${()=>ne(e,o.id)} />`}function Pn({app:e}){let{live:t,session:r,actions:o}=e,i=et(e);if(i!==t.board().step)return null;let a=t.get("seat",r.me.value)?.done_for===i,{done:s,of:c}=tt(e,i);return l`<${f} icon="circle-check" label=${n(a?"done.take_back":"done.say",{n:w(s),m:w(c)})} pressed=${a} onClick=${()=>o.setDone(a?"":i)} />`}var Rn={auto:"on",on:"off",off:"auto"},G=e=>e.filter(Boolean);function tn(e){let{session:t,ui:r,actions:o,live:i,page:a}=e,s=T=>()=>r.dialog.value={name:T},c=T=>()=>t.panel.value=T,m=encodeURIComponent(a.board),$=t.role.value,p=$==="facilitator",d=$!=="viewer",b=r.compact.value,u=i.get("seat",t.me.value),h=u?.hand,v=p||d&&u?.interpreter,g=[{group:"session",commands:G([d&&{id:"hand",icon:"hand",label:n(h?"hand.lower_mine":"hand.raise"),run:()=>o.raiseHand(!h)},b&&d&&{id:"invite",icon:"user-plus",label:n("invite.open"),run:s("invite")},(p||H(e).length>0)&&{id:"agenda",icon:"list-checks",label:n("agenda.title"),run:c("agenda")},...Lt(e),p&&{id:"moderation",icon:"shield",label:n("moderation.open"),run:c("moderation")}])},{group:"look",commands:G([b&&t.view.value==="board"&&{id:"outline",icon:"search",label:n("panel.outline"),run:c("outline")},{id:"votes",icon:"vote",label:n("panel.votes"),run:c("votes")},{id:"unanswered",icon:"flag",label:n("panel.unanswered"),run:c("unanswered")},{id:"matrix",icon:"table-2",label:n("panel.matrix"),run:c("matrix")},v&&{id:"interpreter",icon:"languages",label:n("panel.interpreter"),run:c("interpreter")},{id:"reading",icon:"languages",label:n("reading.title"),run:s("reading")},p&&{id:"participation",icon:"chart-bar-big",label:n("panel.participation"),run:c("participation")},r.phone.value&&{id:"phone",icon:"square",label:n("phone.look"),run:()=>Vt("phone")},{id:"low",icon:"sliders-horizontal",label:`${n("low.title")}: ${n(`low.${ee.value}`)}`,run:()=>ee.value=Rn[ee.peek()]},a.series&&{id:"earlier",icon:"clock",label:n("panel.earlier"),run:c("earlier")}])},{group:"notes",commands:G([p&&{id:"suggest",icon:"sparkles",label:n("suggest.open"),run:s("suggest")},p&&{id:"bring",icon:"file-up",label:n("import.open"),run:s("bring")},p&&{id:"tray",icon:"folder-input",label:n("tray.title"),run:c("tray")},p&&{id:"history",icon:"rotate-ccw",label:n("history.open"),run:s("history")},d&&{id:"trash",icon:"trash-2",label:n("trash.open"),run:c("trash")}])},{group:"take",commands:G([{id:"export",icon:"download",label:n("export.open"),run:s("export")},{id:"print",icon:"printer",label:n("export.print"),keys:re.everywhere.print.keys,href:`/board/${m}/print`},p&&{id:"next",icon:"plus",label:n("next.open"),run:s("next")},(a.series||p)&&{id:"series",icon:"link",label:n("series.open"),href:`/board/${m}/series`}])},{group:"board",commands:G([p&&{id:"settings",icon:"settings",label:n("settings.open"),run:s("settings")},p&&{id:"audit",icon:"eye",label:n("audit.title"),run:s("audit")},{id:"mine",icon:"user",label:n("mine.title"),run:s("mine")},{id:"palette",icon:"search",label:n("palette.open"),keys:re.everywhere.palette.keys,run:s("palette")},{id:"help",icon:"circle-help",label:n("help.open"),keys:re.everywhere.help.keys,run:s("help")}])}],x=Ge();return g.push({group:"colours",commands:Ue.map(T=>({id:`colours-${T}`,icon:"eye",label:n(`colours.${T}`),more:n("menu.colours"),checked:x===T,run:()=>(Ye(T),t.announce.value=`${n("menu.colours")}: ${n(`colours.${T}`)}`)}))}),g.filter(({commands:T})=>T.length>0)}function nn({app:e}){let{session:t,ui:r}=e,o=r.compact.value,i=Math.max(1,t.people.value.size),a=t.view.value==="outline",s=()=>t.panel.value=t.panel.value==="people"?null:"people",c=t.role.value!=="viewer";return l`<header class="top">
    <div class="bar bar-start">
      <${f} icon=${a?"layout-grid":"list-tree"} label=${n(a?"view.board":"view.outline")} onClick=${()=>t.view.value=a?"board":"outline"} />
      <${Yt} app=${e} />
      <${bt} app=${e} />
      <${Ve} app=${e} />
    </div>
    <${en} app=${e} />
    <div class="bar bar-end">
      ${t.role.value==="facilitator"&&l`<${ot} app=${e} />`}
      ${t.role.value==="participant"&&!o&&l`<${nt} app=${e} />`}
      <${f} icon="users" data-tour="people" label=${n("people.here",{count:i})} short=${o?w(i):n("people.here",{count:i})} pressed=${t.panel.value==="people"} onClick=${s} />
      ${c&&!o&&l`<${f} icon="user-plus" label=${n("invite.open")} text onClick=${()=>r.dialog.value={name:"invite"}} />`}
      ${!o&&l`<${O} icon="languages" label=${n("language.choose")} items=${[...Me(e),{icon:"message-circle",label:n("reading.title"),run:()=>r.dialog.value={name:"reading"}}]} />`}
      ${!o&&l`<${f} icon="circle-help" label=${n("help.open")} keys="?" onClick=${()=>r.dialog.value={name:"help"}} />`}
      ${!o&&!a&&l`<${f} icon="panel-right" mirror label=${n("panel.toggle")} pressed=${!!t.panel.value} onClick=${()=>t.panel.value=t.panel.value?null:"outline"} />`}
      <${O} icon="menu" label=${n("menu.open")} groups=${Nn(e)} />
    </div>
    <${$t} app=${e} />
  </header>`}function Nn(e){let t=tn(e).map(({group:r,commands:o})=>({title:n(`menu.${r}`),items:o}));return e.ui.compact.value?[...t,{title:n("language.choose"),items:Me(e)}]:t}var $e=1.25;function on({app:e}){let{session:t,ui:r}=e,o=t.view.value==="board";t.role.value,e.live.board();let i=e.actions.may("add");if(!o&&!i)return null;let a=r.compact.value,s=a||o&&r.narrow.value&&!!t.panel.value;return l`<section class="dock-place" aria-label=${n("dock.title")}><div id="dock" class="bar dock" role="toolbar" aria-label=${n("dock.title")} tabindex="-1">
    ${o&&l`<${Kn} app=${e} compact=${s} />`}
    ${i&&l`<${Fn} app=${e} compact=${s} board=${o} label=${!a||!o} />`}
    ${i&&!s&&o&&l`<${qn} app=${e} />`}
    ${i&&l`<${Wn} app=${e} />`}
    ${o&&l`<${zn} app=${e} compact=${s} />`}
    ${s&&l`<${Hn} app=${e} board=${o} mayAdd=${i} />`}
    ${!s&&i&&l`<span class="bar-line"></span><${f} icon="clipboard-paste" label=${n("paste.open")} onClick=${()=>r.dialog.value={name:"paste"}} />`}
  </div></section>`}function Kn({app:e,compact:t}){let{tool:r}=e.session;if(t){if(r.value==="lasso")return l`<${f} icon="lasso" label=${n("dock.lasso")} pressed onClick=${()=>r.value="select"} />`;let o=r.value==="pan";return l`<${f} icon=${o?"hand":"mouse-pointer-2"} label=${n(o?"dock.to_select":"dock.to_pan")} onClick=${()=>r.value=o?"select":"pan"} />`}return l`<${f} icon="mouse-pointer-2" label=${n("dock.select")} pressed=${r.value==="select"} onClick=${()=>r.value="select"} />
    <${f} icon="hand" label=${n("dock.pan")} pressed=${r.value==="pan"} onClick=${()=>r.value="pan"} />
    <${f} icon="lasso" label=${n("dock.lasso")} keys="L" pressed=${r.value==="lasso"} onClick=${()=>r.value="lasso"} />`}function Fn({app:e,compact:t,board:r,label:o}){let{kind:i}=e.session,a=()=>{if(r)return e.layer.value?.addAtCentre(i.value);e.ui.adding.value=e.ui.adding.value||Vn(e)},s=i.value==="solution"?"challenge":"solution";return l`${!t&&r&&l`<span class="bar-line"></span>`}<${f} icon="plus" kind="primary" label=${n("add.note")} text=${o} keys=${r?"N":void 0} onClick=${a} />
    ${t?l`<button type="button" class=${`button kind-flip segment-${i.value}`} aria-label=${n("kind.flip",{kind:M(i.value),other:M(s)})}
          title=${n("kind.flip",{kind:M(i.value),other:M(s)})} onClick=${()=>i.value=s}><${I} kind=${i.value} />${!r&&l`<span>${M(i.value)}</span>`}</button>`:l`<${oe} app=${e} />`}`}function qn({app:e}){let t=[...e.session.selection.value],r=A(e,t),o=r.length===0;return l`<span class="bar-line"></span>
    <${f} icon="group" label=${n("canvas.group")} keys="G" off=${!de(e,r)} onClick=${()=>e.layer.value?.group(t)} />
    <${f} icon="copy" label=${n("action.duplicate")} keys="Control+D" off=${o} onClick=${()=>W(e,t)} />
    <${f} icon="bring-to-front" label=${n("action.front")} keys="]" off=${o} onClick=${()=>e.actions.bringToFront(t)} />
    <${f} icon="trash-2" label=${n("action.delete")} keys="Delete" off=${!L(e,"remove",r)} onClick=${()=>q(e,t)} />
    ${r.length>1&&l`<${O} icon="ellipsis" label=${n("dock.more")} items=${[{icon:"merge",label:n("merge.do"),off:!Oe(e,r),run:()=>Te(e,t)},{icon:"folder-input",label:n("cluster.put"),off:!de(e,r),run:()=>e.ui.dialog.value={name:"group",ids:t}}]} />`}`}function Wn({app:e}){let{undo:t,redo:r}=e.ui.can.value;return l`<span class="bar-line"></span>
    <${f} icon="undo-2" mirror label=${n("action.undo")} keys="Control+Z" off=${!t} onClick=${()=>e.sync.undo()} />
    <${f} icon="redo-2" mirror label=${n("action.redo")} keys="Control+Y" off=${!r} onClick=${()=>e.sync.redo()} />`}function zn({app:e,compact:t}){let r=e.layer.value,o=w(Math.round(e.session.zoom.value*100));return t?l`<${f} icon="maximize" label=${n("dock.fit")} onClick=${()=>r?.fit()} />`:l`<span class="bar-line"></span>
    <${f} icon="minus" label=${n("dock.zoom_out")} keys="-" onClick=${()=>r?.zoomBy(1/$e)} />
    <${f} label=${n("dock.zoom_reset",{percent:o})} short=${n("dock.percent",{percent:o})} keys="0" class="button percent" onClick=${()=>r?.zoomTo(1)} />
    <${f} icon="plus" label=${n("dock.zoom_in")} keys="+" onClick=${()=>r?.zoomBy($e)} />
    <${f} icon="maximize" label=${n("dock.fit")} keys="1" onClick=${()=>r?.fit()} />`}function Hn({app:e,board:t,mayAdd:r}){let o=[...e.session.selection.value],i=A(e,o),a=e.layer.value,s=[t&&i.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>e.session.panel.value="note"},t&&{icon:"lasso",label:n("dock.lasso"),run:()=>e.session.tool.value="lasso"},t&&de(e,i)&&{icon:"group",label:n("canvas.group"),run:()=>a?.group(o)},t&&Oe(e,i)&&{icon:"merge",label:n("merge.do"),run:()=>Te(e,o)},t&&r&&{icon:"copy",label:n("action.duplicate"),off:!i.length,run:()=>W(e,o)},t&&r&&{icon:"bring-to-front",label:n("action.front"),off:!i.length,run:()=>e.actions.bringToFront(o)},t&&r&&{icon:"trash-2",label:n("action.delete"),off:!L(e,"remove",i),run:()=>q(e,o)},t&&{icon:"plus",label:n("dock.zoom_in"),run:()=>a?.zoomBy($e)},t&&{icon:"minus",label:n("dock.zoom_out"),run:()=>a?.zoomBy(1/$e)},r&&{icon:"clipboard-paste",label:n("paste.open"),run:()=>e.ui.dialog.value={name:"paste"}}];return s.some(Boolean)?l`<${O} icon="ellipsis" label=${n("dock.more")} items=${s} />`:null}function Vn(e){return[...document.querySelectorAll(".theme[data-theme]")].find(o=>o.getBoundingClientRect().bottom>innerHeight/3)?.dataset.theme||e.store.themes()[0]?.id||null}function rn({app:e}){let{session:t,live:r}=e,o=t.filter.value,{shown:i}=r.counts.value,a=J(o),s=r.all("cluster").filter(u=>!o.theme||u.theme===o.theme),c=[o.kind,o.theme,o.association,o.sdg,o.mine,o.status,o.unanswered,o.cluster].filter(Boolean).length,[m,$]=E(c>0),p=k(null),d=u=>t.filter.value={...t.filter.value,...u},b=()=>{t.filter.value=Fe,p.current?.focus()};return S(()=>{if(!a)return;let u=setTimeout(()=>t.announce.value=n("filter.found",{count:i}),600);return()=>clearTimeout(u)},[a,i,o]),l`<search class="filter" aria-label=${n("filter.title")}>
    <div class="filter-line">
      <span class="search-field"><${C} name="search" />
        <input ref=${p} type="search" class="field" aria-label=${n("filter.search")} placeholder=${n("filter.search")} dir=${o.text?"auto":void 0} value=${o.text}
          onInput=${u=>d({text:u.currentTarget.value})} /></span>
      <${f} icon="filter" label=${c?n("filter.more_n",{count:c}):n("filter.more")} short=${c?w(c):void 0}
        aria-expanded=${String(m)} onClick=${()=>$(!m)} />
    </div>
    ${m&&l`<div class="filter-more">
      <${K} label=${n("note.kind")} value=${o.kind} onChange=${u=>d({kind:u})}
        options=${[["challenge",n("kind.challenges")],["solution",n("kind.solutions")]]} />
      <${K} label=${n("note.theme")} value=${o.theme} onChange=${u=>d({theme:u})}
        options=${r.themes().map(u=>[u.id,u.title])} />
      <${K} label=${n("note.association")} value=${o.association} onChange=${u=>d({association:u})}
        options=${r.associations.value.map(u=>[u,u])} />
      <${K} label=${n("filter.sdg")} value=${o.sdg?String(o.sdg):""} onChange=${u=>d({sdg:Number(u)})}
        options=${Kt.map(u=>[String(u),`${w(u)} – ${n(`sdg.${u}`)}`])} />
      <${K} label=${n("filter.status")} value=${o.status??""} onChange=${u=>d({status:u})}
        options=${Xe.map(u=>[u,n(`status.${u}`)])} />
      ${s.length>0&&l`<${K} label=${n("filter.cluster")} value=${o.cluster??""} onChange=${u=>d({cluster:u})}
        options=${s.map(u=>[u.id,B(u)])} />`}
      <label class="check"><input type="checkbox" checked=${!!o.unanswered} onChange=${u=>d({unanswered:u.currentTarget.checked})} /><span>${n("filter.unanswered")}</span></label>
      <label class="check"><input type="checkbox" checked=${o.mine} onChange=${u=>d({mine:u.currentTarget.checked})} /><span>${n("filter.mine")}</span></label>
    </div>`}
    ${a&&l`<p class="filter-found"><span>${i?n("filter.found",{count:i}):n("filter.none")}</span>
      <button type="button" class="link-button" onClick=${b}>${n("filter.clear")}</button></p>`}
  </search>`}function K({label:e,value:t,options:r,onChange:o}){return l`<label class="filter-choice"><span class="label">${e}</span>
    <select class="select select-small" value=${t} onChange=${i=>o(i.currentTarget.value)}>
      <option value="">${n("filter.any")}</option>
      ${r.map(([i,a])=>l`<option key=${i} value=${i}>${a}</option>`)}
    </select></label>`}var Un=it("tongues",()=>_("ui/translations",()=>import("./board-4FIG7B67.js")).then(e=>e.Tongues));function pe({app:e,note:t}){return l`<${Bt} app=${e} note=${t} /><${Un} app=${e} note=${t} /><${Ot} app=${e} note=${t} /><${St} app=${e} note=${t} /><${Mt} app=${e} note=${t} />`}function fe({app:e,id:t,color:r}){let{live:o,session:i,ui:a}=e,s=k(null),c=o.get("note",t),m=ve(()=>a.open.value===t).value,$=ve(()=>i.selection.value.has(t)).value,p=k(m);if(S(()=>{p.current&&!m&&document.activeElement===document.body&&s.current?.focus(),m&&!p.current&&s.current?.scrollIntoView({block:"nearest"}),p.current=m},[m]),!c)return null;let d=u=>{if(u.shiftKey||u.ctrlKey||u.metaKey){let h=new Set(i.selection.value);h.delete(t)||h.add(t),i.selection.value=h;return}a.open.value=m?null:t,m||He(e,t)},b=()=>{a.open.value=null,s.current?.focus()};return l`<li class="note-row" data-color=${r} data-kind=${c.kind} data-open=${m?"":void 0} data-chosen=${$?"":void 0} data-unseen=${c.private||c.hidden?"":void 0} data-note=${t}>
    <div class="note-first">
      <button type="button" ref=${s} class="note-line" aria-expanded=${String(m)} onClick=${d}>
        <span class="kind-chip"><${I} kind=${c.kind} /></span>
        <span class="note-line-body">
          <span class="visually-hidden">${M(c.kind)}: </span>
          <${R} app=${e} note=${c} name="note-line-text" cut=${m?z:void 0} />
          <span class="note-line-meta">
            ${c.association&&l`<bdi>${c.association}</bdi>`}
            <${me} sdgs=${c.sdgs} />
            <${It} app=${e} note=${c} />
            <${ce} app=${e} id=${t} />
            ${o.pending("note",t)&&i.saved.value.state!=="saved"&&l`<span class="waiting">${n("note.waiting")}</span>`}
          </span>
          ${$&&l`<span class="visually-hidden">${n("note.selected")}</span>`}
        </span>
      </button>
      <${ie} app=${e} note=${c} />
      <${N} app=${e} type="note" record=${c} />
    </div>
    ${m?l`<div class="note-open">
          <${ue} note=${c} />
          ${e.actions.may("edit",c)?l`<${ae} app=${e} id=${t} focus=${!a.phone.value} onDone=${b} /><${se} app=${e} note=${c} />`:l`<${R} app=${e} note=${c} name="note-whole" tag="p" />`}
          <${pe} app=${e} note=${c} />
          <${V} app=${e} ids=${[t]} select />
          <div class="row-end"><button type="button" class="button" onClick=${b}>${n("action.done")}</button></div>
        </div>`:l`<${Gn} app=${e} note=${c} />`}
  </li>`}function Gn({app:e,note:t}){let r=e.live.about(t.id).mergedInto(t.id),o=t.kind==="challenge"?Ct(e,t):[];return!r.length&&!o.length?null:l`<ul class="inside-list">
    ${r.map(i=>l`<${ln} key=${i.id} app=${e} id=${i.id} merged />`)}
    ${o.map(i=>l`<${ln} key=${i.id} app=${e} id=${i.id} />`)}
  </ul>`}function ln({app:e,id:t,merged:r}){let o=e.live.get("note",t);return o?l`<li class="inside">${r?l`<${C} name="merge" />`:l`<${I} kind="solution" />`}
    <span class="inside-text"><span class="muted">${n(r?"merge.also_one":"answer.by")}</span> <${R} app=${e} note=${o} cut=${i=>z(i,160)} />${o.association&&l` <bdi class="muted">${o.association}</bdi>`}</span></li>`:null}var Ae=100;function sn({app:e,list:t,color:r,filtering:o}){let{live:i,session:a,actions:s,ui:c}=e,{id:m}=t,[$,p]=E(null),[d,b]=E(!1),[u,h]=E(Ae),v=k(null),g=i.get("cluster",m);if(a.role.value,i.board(),!g)return null;let x=[...t.challenge,...t.solution];if(o&&!x.length)return null;let T=c.open.value!==null&&x.includes(c.open.value),y=T||($??(o||!g.collapsed)),be=B(g),ge=Yn(e,m,x),j=T&&x.indexOf(c.open.value??"")>=u?x.indexOf(c.open.value??"")+1:u,gn=()=>{b(!1),requestAnimationFrame(()=>v.current?.querySelector(".cluster-toggle")?.focus())};return l`<section class="cluster" ref=${v} data-cluster=${m} data-color=${r} aria-label=${n("cluster.named",{title:be})}>
    <div class="cluster-head">
      ${d?l`<${Zn} title=${g.title} onTitle=${F=>F!==g.title&&s.setCluster(m,{title:F})} onLeave=${gn} />`:l`<h4><button type="button" class="cluster-toggle" aria-expanded=${String(y)} onClick=${()=>p(!y)}>
            <${C} name="chevron-right" mirror /><span class="cluster-title" dir="auto" lang=${Ke(g.title??"")||void 0} data-untitled=${g.title?void 0:""}>${be}</span>
            ${g.locked&&l`<span class="mark"><${C} name="lock" /><span class="visually-hidden">${n("cluster.locked")}</span></span>`}
            ${ge>0&&l`<span class="mark"><${C} name="vote" /><span aria-hidden="true">${w(ge)}</span><span class="visually-hidden">${n("vote.top",{count:ge})}</span></span>`}
            <span class="pill pill-quiet"><span aria-hidden="true">${w(x.length)}</span><span class="visually-hidden">${n("theme.notes",{count:x.length})}</span></span>
          </button></h4>`}
      <${N} app=${e} type="cluster" record=${g} />
      <${O} icon="ellipsis" label=${n("cluster.menu",{title:be})} items=${le(e,g,{rename:()=>b(!0)})} />
    </div>
    ${y&&x.length>0&&l`<ul class="note-list">${x.slice(0,j).map(F=>l`<${fe} key=${F} app=${e} id=${F} color=${r} />`)}</ul>`}
    ${y&&!x.length&&l`<p class="empty">${n("cluster.empty")}</p>`}
    ${y&&x.length>j&&l`<${f} text label=${n("outline.more",{count:Math.min(Ae,x.length-j)})} onClick=${()=>h(j+Ae)} />`}
  </section>`}function Yn(e,t,r){let o=wt(e);return o?.on==="clusters"?_e(o,t):Math.max(0,...r.map(i=>_e(o,i)))}function Zn({title:e,onTitle:t,onLeave:r}){let o=k(null),i=k(!1);S(()=>o.current?.select(),[]);let a=c=>{i.current||(i.current=!0,c&&t((o.current?.value??"").replace(/\s+/g," ").trim()),r())},s=c=>{c.stopPropagation(),!(c.key!=="Enter"&&c.key!=="Escape")&&(c.preventDefault(),a(c.key==="Enter"))};return l`<input ref=${o} class="field" dir="auto" maxlength="80" aria-label=${n("cluster.title")} defaultValue=${e} onKeyDown=${s} onBlur=${()=>a(!0)} />`}function an({app:e,theme:t,onClose:r}){let{session:o,actions:i,page:a}=e,s=k(null),[c,m]=E(""),$=a.limits.text,p=Ne(c);X(()=>{s.current?.focus(),s.current?.scrollIntoView({block:"nearest"})},[]);let d=()=>{let h=Tt(c).trim();if(!h||p>$)return s.current?.focus();i.addNote({kind:o.kind.value,theme:t.id,text:h}),o.announce.value=n(o.kind.value==="solution"?"announce.added_solution":"announce.added_challenge",{theme:t.title}),m(""),s.current?.focus()},b=h=>{h.key==="Enter"&&(h.ctrlKey||h.metaKey)?(h.preventDefault(),d()):h.key==="Escape"&&(h.stopPropagation(),r())},u=`new-${t.id}`;return l`<form class="note-form" onSubmit=${h=>(h.preventDefault(),d())} onKeyDown=${b}>
    <${oe} app=${e} words />
    <label class="visually-hidden" for=${u}>${n("add.text",{theme:t.title})}</label>
    <textarea id=${u} ref=${s} class="field" rows="3" dir=${c?"auto":void 0} placeholder=${n("add.placeholder")} aria-describedby="${u}-count"
      aria-invalid=${p>$?"true":void 0} value=${c}
      onInput=${h=>m(h.currentTarget.value)}></textarea>
    <${_t} id="${u}-count" length=${p} limit=${$} />
    ${p>$&&l`<p class="error" role="alert">${n("add.too_long",{count:p-$})}</p>`}
    <div class="row-end">
      <${f} label=${n("action.close")} text onClick=${r} />
      <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">${n("add.submit")}</button>
    </div>
  </form>`}var Le=100,jn={challenge:[],solution:[],clusters:[]};function cn({app:e,id:t,folded:r,filtering:o}){let{live:i,session:a,ui:s,actions:c}=e,[m,$]=E(null),p=i.get("theme",t);if(!p)return null;let d=m??!r,b=i.lists.value.get(t)||jn,u=qe(b),h=s.adding.value===t;a.role.value,i.board();let v=["challenge","solution"].some(y=>c.may("add",{kind:y,theme:t})),g=a.role.value==="facilitator",x=g&&!i.board().archived,T=()=>{a.selection.value=new Set([...b.clusters.flatMap(y=>[...y.challenge,...y.solution]),...b.challenge,...b.solution]),a.announce.value=n("announce.selected",{count:u})};return l`<details class="theme" data-color=${p.color} open=${d||h} data-theme=${t}
    onToggle=${y=>y.currentTarget.open!==d&&$(y.currentTarget.open)}>
    <summary class="theme-head">
      <${C} name="chevron-right" mirror /><${Q} name=${p.sign} />
      <h3 dir="auto">${p.title}</h3>
      <span class="pill"><span aria-hidden="true">${w(u)}</span><span class="visually-hidden">${n("theme.notes",{count:u})}</span></span>
    </summary>
    ${(d||h)&&l`<div class="theme-body">
      <div class="theme-tools">
        ${v&&!h&&l`<${f} icon="plus" text label=${n("add.note")} aria-describedby="theme-${t}" onClick=${()=>s.adding.value=t} data-add=${t} />`}
        ${u>0&&l`<${f} icon="square-check" text label=${n("theme.select_all")} onClick=${T} />`}
        <${Jn} app=${e} theme=${t} />
        ${x&&b.challenge.length+b.solution.length>1&&!o&&l`<${f} icon="sparkles" text label=${n("suggest.open")} aria-describedby="theme-${t}" onClick=${()=>s.dialog.value={name:"suggest",theme:t}} />`}
        ${x&&b.clusters.length>0&&!o&&l`<${f} icon="layout-grid" text label=${n("cluster.tidy_theme")} aria-describedby="theme-${t}" onClick=${()=>{c.tidyTheme(t),a.announce.value=n("cluster.tidied",{count:u})}} />`}
        ${x&&l`<${f} icon=${p.locked?"lock-open":"lock"} text label=${n(p.locked?"theme.unlock":"theme.lock")} aria-describedby="theme-${t}" onClick=${()=>c.setTheme(t,{locked:!p.locked})} />`}
        ${g&&p.locked&&l`<span class="mark"><${C} name="lock" />${n("theme.locked")}</span>`}
        <span id="theme-${t}" hidden>${p.title}</span>
      </div>
      <${ct} app=${e} theme=${t} />
      ${h&&v&&l`<${an} app=${e} theme=${p} onClose=${()=>Qn(e,t)} />`}
      ${b.clusters.map(y=>l`<${sn} key=${y.id} app=${e} list=${y} color=${p.color} filtering=${o} />`)}
      ${b.clusters.length>0&&b.challenge.length+b.solution.length>0&&l`<p class="rest-word">${n("cluster.rest")}</p>`}
      ${["challenge","solution"].map(y=>l`<${Xn} key=${y} app=${e} theme=${p} kind=${y} ids=${b[y]} filtering=${o||b.clusters.length>0} mayAdd=${c.may("add",{kind:y,theme:t})} />`)}
    </div>`}
  </details>`}function Xn({app:e,theme:t,kind:r,ids:o,filtering:i,mayAdd:a}){let[s,c]=E(Le),m=`${r}s-${t.id}`;if(i&&!o.length)return null;let $=e.ui.open.value,p=$&&o.indexOf($)>=s?o.indexOf($)+1:s,d=()=>{e.session.kind.value=r,e.ui.adding.value=t.id};return l`<h4 id=${m} class="kind-head">${n(r==="solution"?"kind.solutions":"kind.challenges")} <span class="muted">${w(o.length)}</span></h4>
    ${o.length>0?l`<ul class="note-list" aria-labelledby=${m}>
          ${o.slice(0,p).map(b=>l`<${fe} key=${b} app=${e} id=${b} color=${t.color} />`)}
        </ul>`:l`<p class="empty">
          ${n(r==="solution"?"kind.no_solutions":"kind.no_challenges")}
          ${a&&l` <button type="button" class="link-button" onClick=${d}>${n(r==="solution"?"kind.first_solution":"kind.first_challenge")}</button>`}
        </p>`}
    ${o.length>p&&l`<${f} text label=${n("outline.more",{count:Math.min(Le,o.length-p)})} onClick=${()=>c(p+Le)} />`}`}function Jn({app:e,theme:t}){let r=[...e.session.selection.value].filter(o=>e.store.get("note",o)?.theme===t);return!r.length||!e.actions.may("group")?null:l`<${f} icon="group" text label=${n("cluster.group_n",{count:r.length})} onClick=${()=>e.ui.dialog.value={name:"group",ids:r}} />`}function Qn(e,t){e.ui.adding.value=null,requestAnimationFrame(()=>document.querySelector(`[data-add="${CSS.escape(t)}"]`)?.focus())}var eo=300,un=".note-line, .cluster-toggle";function he({app:e,page:t}){let{live:r,session:o}=e,{all:i}=r.counts.value,a=o.filter.value,s=J(a),c=r.themes().filter(m=>!a.theme||m.id===a.theme);return l`<div class=${t?"outline outline-page":"outline"} id="outline" tabindex="-1" onKeyDown=${m=>to(e,m)}>
    ${t?l`<h2 class="outline-title" dir="auto">${r.board().title}</h2>`:l`<h2 class="visually-hidden">${n("panel.outline")}</h2>`}
    <${rn} app=${e} />
    ${c.map((m,$)=>l`<${cn} key=${m.id} app=${e} id=${m.id} folded=${i>eo&&$>0&&!s} filtering=${s} />`)}
  </div>`}function to(e,t){let r=t.target;if(!r.matches(un)||t.altKey)return;if(t.ctrlKey||t.metaKey)return t.key==="Enter"||t.key===" "?no(e,t,r):void 0;if(["+","-"].includes(t.key))return oo(e,t,r);if(!["ArrowDown","ArrowUp","Home","End"].includes(t.key))return;let o=[...t.currentTarget.querySelectorAll(un)],i=o.indexOf(r),a={ArrowDown:i+1,ArrowUp:i-1,Home:0,End:o.length-1}[t.key]??i,s=o[a];s&&(t.preventDefault(),s.focus())}function no(e,t,r){let o=r.closest("[data-note]")?.dataset.note;if(!o||!r.classList.contains("note-line"))return;t.preventDefault();let i=new Set(e.session.selection.peek());i.delete(o)||i.add(o),e.session.selection.value=i,e.session.announce.value=n("announce.selected",{count:i.size})}function oo(e,t,r){let o=e.store.openRound();if(!o||!e.session.singleKeys.peek())return;let i=r.classList.contains("note-line")?"note":"cluster",a=r.closest(i==="note"?"[data-note]":"[data-cluster]"),s=e.store.get(i,a?.dataset[i]??"");vt(e,o,i,s)&&(t.preventDefault(),(t.key==="+"?kt:yt)(e,o,s.id))}function dn({app:e}){let{session:t}=e,r=A(e,t.selection.value);return r.length?r.length===1?l`<${ro} key=${r[0].id} app=${e} note=${r[0]} />`:l`<h2>${n("note.selected_n",{count:r.length})}</h2>
    <${V} app=${e} ids=${r.map(o=>o.id)} goals />
    <${f} text label=${n("note.select_none")} onClick=${()=>t.selection.value=new Set} />`:l`<h2 class="visually-hidden">${n("panel.note")}</h2><${qt} icon="sticky-note" words=${n("note.choose")} />`}function ro({app:e,note:t}){let{session:r,live:o,actions:i}=e,a=o.get("theme",t.theme),s=t.cluster&&o.get("cluster",t.cluster);r.role.value,o.board();let c=i.may("edit",t);return l`<div class="inspector" data-color=${a?.color} data-kind=${t.kind}>
    <h2 class="inspector-head"><span class="kind-chip"><${I} kind=${t.kind} /></span>${M(t.kind)}</h2>
    ${a&&l`<h3 class="theme-word"><${Q} name=${a.sign} /><span><bdi>${a.title}</bdi>${s&&l` <span class="cluster-word"><${C} name="group" /><span class="visually-hidden">${n("cluster.in")} </span><bdi>${B(s)}</bdi></span>`}</span></h3>`}
    <${ue} note=${t} />
    <${ce} app=${e} id=${t.id} tag="p" />
    ${c?l`<${ae} app=${e} id=${t.id} label=${n("note.text_label")} onDone=${()=>e.layer.peek()?.focusNote(t.id)} /><${se} app=${e} note=${t} />`:l`<${R} app=${e} note=${t} name="note-whole" tag="p" /><${ie} app=${e} note=${t} text /><${me} sdgs=${t.sdgs} />`}
    <${N} app=${e} type="note" record=${t} />
    <${pe} app=${e} note=${t} />
    <${V} app=${e} ids=${[t.id]} />
    <dl class="facts">
      <dt>${n("note.author")}</dt><dd><bdi>${je(e,t)}</bdi></dd>
      ${t.association&&l`<dt>${n("note.association")}</dt><dd><bdi>${t.association}</bdi></dd>`}
      <dt>${n("note.created")}</dt><dd>${ye(t.created_at)||n("note.waiting")}</dd>
      ${t.origin&&l`<dt>${n("origin.label")}</dt><dd>${Et(t.origin)}</dd>`}
      ${t.edited_at&&t.edited_at!==t.created_at&&l`<dt>${n("note.edited")}</dt><dd>${ye(t.edited_at)}</dd>`}
    </dl>
  </div>`}function mn({app:e}){let{session:t,live:r,actions:o}=e,i=gt(e),a=k(null);if(r.all("vote"),r.board(),S(()=>{let p=a.current;a.current=i?{id:i.id,title:i.title}:null,i&&p?.id!==i.id&&(t.announce.value=n("round.opened",{title:i.title})),!i&&p&&e.store.get("round",p.id)?.state==="closed"&&lo(e,p)},[i?.id]),!i)return null;let s=t.panel.value==="votes",c=t.role.value!=="viewer"&&o.may("vote"),m=c?o.votesLeft(i.id):0,$=()=>{t.round.value=i.id,t.panel.value=s?null:"votes"};return l`<section class="vote-bar bar" aria-label=${n("vote.bar")}>
    <button type="button" class="vote-bar-title" aria-pressed=${String(s)} title=${n("vote.open_panel")} onClick=${$}><${C} name="vote" /><bdi>${z(i.title,60)}</bdi><span class="visually-hidden">${n("vote.open_panel")}</span></button>
    ${c&&l`<span class="votes-left"><strong>${w(m)}</strong> ${n("vote.left_short",{count:m})}</span>`}
    ${c&&l`<${Ft} app=${e} round=${i} />`}
  </section>`}function lo(e,{id:t,title:r}){e.session.toast.value={text:n("round.closed",{title:r}),action:{label:n("round.see_results"),run:()=>{e.session.round.value=t,e.session.panel.value="votes"}}}}function $n({live:e,session:t,ui:r}){let o=e.board();return t.saved.value.state==="saved"&&t.view.value==="board"&&!!o.id&&e.counts.value.all===0&&!o.archived&&r.tour.value===null&&!r.phone.value}function pn({session:e,ui:t}){if(t.phone.peek()||!io())return;let r=!1;return e.saved.subscribe(({state:o})=>{r||o!=="saved"||(r=!0,t.tour.value??="first")})}function io(){try{return localStorage.getItem("tour")===null}catch{return!1}}var fn="a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]",so="dialog, #panel, [popover], .toast, .banner, .board-viewport",ao=["note","cluster","theme","step","round"];function Y(e){return e instanceof HTMLElement&&e.isConnected&&e.matches(fn)&&!e.closest("[inert]")&&e.checkVisibility({visibilityProperty:!0})}function D(e){return Y(e)&&e.tabIndex>=0?e:[...e.querySelectorAll(fn)].find(r=>Y(r)&&r.tabIndex>=0)??null}function hn(e){let t=[],r=[],o=0;function i(u){let h=u.target;t=[...t.filter(v=>v!==h&&v.isConnected),h].slice(-12),r=[];for(let v=h;v&&v!==document.body;v=v.parentElement)r.push({el:v,after:v.nextElementSibling,before:v.previousElementSibling})}function a(){setTimeout(()=>document.activeElement===document.body&&([t,r]=[[],[]]))}function s(){o||!t.length||document.activeElement!==document.body||(o=requestAnimationFrame(()=>o=requestAnimationFrame(()=>{o=0;let u=t.at(-1);document.activeElement===document.body&&u&&!Y(u)&&c(u)?.focus({preventScroll:!1})})))}function c(u){let h=m();return h&&!h.contains(u)||r.some(({el:v})=>v.matches(".canvas-host"))?d():$(u)??p()??[...t].reverse().find(v=>Y(v)&&(!h||h.contains(v)))??d()}function m(){let u=document.querySelectorAll("dialog[open]");return u[u.length-1]??document.querySelector("#panel[aria-modal]")}function $(u){for(let h of ao){let v=r.find(({el:y})=>y instanceof HTMLElement&&y.dataset[h])?.el??u.closest(`[data-${h}]`),g=v instanceof HTMLElement&&v.dataset[h];if(!g||v.closest("[role=listbox]"))continue;let x=[...document.querySelectorAll(`[data-${h}="${CSS.escape(g)}"]`)].find(y=>y.checkVisibility()),T=x&&D(x);return T||null}return null}function p(){for(let{el:u,after:h,before:v}of r){if(!u.isConnected||!u.checkVisibility()){if(u.matches(so))return null;for(let g=h;g;g=g.nextElementSibling)if(g.isConnected&&D(g))return D(g);for(let g=v;g;g=g.previousElementSibling)if(g.isConnected&&D(g))return D(g);continue}if(u.matches("section, form, fieldset, ul, ol, [role], details, .panel-body")&&D(u))return D(u);if(Y(u))return u}return null}function d(){let u=m();if(u)return u.matches("[tabindex]")?u:u.querySelector("h2[tabindex], [tabindex]");let h=e.layer.peek();return h&&h.refocus(),h?null:document.querySelector("#outline, main h2[tabindex], main a[href], main button")}let b=new MutationObserver(s);return b.observe(document.body,{subtree:!0,childList:!0,attributes:!0,attributeFilter:["hidden","inert","disabled","open"]}),document.addEventListener("focusin",i),document.addEventListener("pointerdown",a),()=>{b.disconnect(),cancelAnimationFrame(o),document.removeEventListener("focusin",i),document.removeEventListener("pointerdown",a)}}var De={outline:he,note:dn,people:Wt},Pe={earlier:()=>_("ui/earlier_panel",()=>import("./board-GT2FXBE5.js")).then(e=>e.EarlierBoards),agenda:()=>_("ui/agenda",()=>import("./board-V7K3OWNX.js")).then(e=>e.Agenda),moderation:()=>_("ui/moderation",()=>import("./board-V3ONEIRR.js")).then(e=>e.Moderation),interpreter:()=>_("ui/interpreter",()=>import("./board-YNZKF6MY.js")).then(e=>e.Interpreter),matrix:()=>_("ui/matrix_panel",()=>import("./board-JQKFKI5I.js")).then(e=>e.Matrix),participation:()=>_("ui/participation_panel",()=>import("./board-CBLWQJUC.js")).then(e=>e.Participation),trash:()=>_("ui/trash",()=>import("./board-UF5T5M4K.js")).then(e=>e.Trash),tray:()=>_("ui/tray_panel",()=>import("./board-MDZXJ22F.js")).then(e=>e.Tray),unanswered:()=>_("ui/unanswered_panel",()=>import("./board-AJMWHVOC.js")).then(e=>e.Unanswered),votes:()=>_("ui/vote_panel",()=>import("./board-RKL2EGUJ.js")).then(e=>e.Votes)},co=new Set(["earlier","participation","tray"]),uo=["outline","note","people"],mo=12;function Re({session:e}){let t=e.panel.value;return!t||!(t in De||t in Pe)||e.view.value==="outline"&&(t==="outline"||t==="note")?null:t}function bn({app:e}){let{session:t,ui:r}=e,o=Re(e),i=k(null),a=k(null),s=r.compact.value;if(S(()=>{let $=o&&!s&&i.current?i.current.getBoundingClientRect().width+mo:0;t.panelInset.peek().end!==$&&(t.panelInset.value={...t.panelInset.peek(),start:0,end:$})},[o,s]),S(()=>{if(o)return a.current||(a.current=document.activeElement),s&&i.current?.focus(),()=>{if(t.panel.peek())return;let $=a.current;a.current=null,requestAnimationFrame(()=>document.activeElement===document.body&&$?.isConnected&&$.focus())}},[o,s]),S(()=>{i.current?.querySelector(".tab[aria-current]")?.scrollIntoView({block:"nearest",inline:"nearest"})},[o]),!o)return null;let c=(t.view.value==="outline"?["people"]:uo).filter($=>$!=="note"||t.selection.value.size>0||o==="note"),m=()=>t.panel.value=null;return l`<${s?"div":"aside"} id="panel" ref=${i} class="panel" tabindex="-1" aria-label=${n(`panel.${o}`)} role=${s?"dialog":void 0} aria-modal=${s?"true":void 0}
    onKeyDown=${$=>$.key==="Escape"&&!$.defaultPrevented&&($.stopPropagation(),m())}>
    <div class="panel-head">
      <nav class="tabs" aria-label=${n("panel.title")}>
        ${c.map($=>l`<button type="button" key=${$} class="tab" aria-current=${$===o?"page":void 0} onClick=${()=>t.panel.value=$}>${n(`panel.${$}`)}</button>`)}
        ${!c.includes(o)&&l`<span class="tab" aria-current="page">${n(`panel.${o}`)}</span>`}
      </nav>
      <${f} icon="x" label=${n("panel.close")} onClick=${m} />
    </div>
    <div class="panel-body">${o in De?l`<${De[o]} key=${o} app=${e} />`:l`<${$o} key=${o} name=${o} app=${e} />`}</div>
  <//>`}function $o({name:e,app:t}){let{part:r,failed:o,again:i}=lt(`panel ${e}`,co.has(e)?te("dialogs",Pe[e]):Pe[e]);return r?l`<${r} app=${t} />`:o?l`<p class="error" role="alert">${n("panel.failed")}</p><${f} text icon="refresh-cw" label=${n("state.try_now")} onClick=${i} />`:l`<p class="empty">${n("state.loading")}</p>`}var Z=e=>te("finding",e),po=Z(()=>_("ui/tour",()=>import("./board-WOQXGUUC.js")).then(e=>e.Tour)),fo=Z(()=>_("ui/first_card",()=>import("./board-FQQ4XX2W.js")).then(e=>e.FirstCard)),ho=Z(()=>_("ui/minimap_host",()=>import("./board-BZ4M4S6W.js")).then(e=>e.Minimap)),bo=Z(()=>_("ui/away_bar",()=>import("./board-GYZQYXH6.js")).then(e=>e.AwayBar)),go=Z(()=>_("ui/palette",()=>import("./board-VJFWZCXJ.js")).then(e=>e.Palette));function bs({app:e}){let{session:t,ui:r}=e;if(S(()=>pn(e),[]),S(()=>{let s=m=>xo(e,m),c=m=>yo(e,m)||wo(e,m);return document.addEventListener("keydown",c,!0),document.addEventListener("keydown",s),()=>{document.removeEventListener("keydown",c,!0),document.removeEventListener("keydown",s)}},[]),S(()=>hn(e),[]),r.lost.value)return l`<main id="main"><${mt} app=${e} /></main><${xe} app=${e} />`;let o=t.view.value==="outline",i=Re(e),a=r.compact.value&&i!==null;return l`<div class="board-app" data-view=${o?"outline":"board"} data-panel=${i??void 0}>
    <${P} app=${e} when=${r.tour.value!==null&&!r.phone.value&&!a} load=${po} />
    <div class="under" inert=${a}>
      <${ko} app=${e} outline=${o} />
      <${nn} app=${e} />
      <${on} app=${e} />
      <main id="main">${o?l`<${he} app=${e} page />`:l`<${Ht} app=${e} />`}<${Ut} app=${e} /></main>
    </div>
    <${P} app=${e} when=${$n(e)} load=${fo} />
    <${P} app=${e} when=${r.news.value!==null} load=${bo} />
    <${P} app=${e} when=${!o&&vo(e)} load=${ho} />
    <${mn} app=${e} />
    <${bn} app=${e} />
    <${st} app=${e} />
    <${zt} app=${e} />
    <${P} app=${e} when=${r.dialog.value?.name==="palette"} load=${go} />
    <${At} app=${e} />
    <${Je} app=${e} />
    <${ht} app=${e} />
    <${pt} app=${e} />
    <${ft} app=${e} />
    <${rt} app=${e} />
    <${xe} app=${e} />
  </div>`}var vo=({ui:e,live:t})=>e.minimap.value==="on"&&!e.compact.value&&t.counts.value.all>We;function ko({app:e,outline:t}){let{session:r}=e,o=i=>()=>{i==="outline"&&!t&&(r.panel.value="outline"),requestAnimationFrame(()=>{let a=document.getElementById(i);(i==="canvas"?a?.querySelector("[role=listbox]")||a:i==="dock"&&a?.querySelector("button")||a)?.focus()})};return l`<nav class="skips" aria-label=${n("skip.title")}>
    ${!t&&l`<button type="button" class="skip" onClick=${o("canvas")}>${n("skip.board")}</button>`}
    <button type="button" class="skip" onClick=${o("outline")}>${n("skip.outline")}</button>
    <button type="button" class="skip" onClick=${o("dock")}>${n("skip.dock")}</button>
  </nav>`}function yo({ui:e},t){let r=e.dialog.peek();return r?.name!=="palette"||document.querySelector("dialog.palette[open]")?!1:(t.preventDefault(),t.stopPropagation(),t.key==="Escape"?e.dialog.value=null:t.key.length===1&&!t.ctrlKey&&!t.metaKey&&(r.typed=(r.typed??"")+t.key),!0)}function wo({ui:e},t){t.key.toLowerCase()!=="k"||!(t.ctrlKey||t.metaKey)||t.shiftKey||t.altKey||t.isComposing||e.dialog.peek()||document.querySelector("dialog:modal")||(t.preventDefault(),t.stopPropagation(),e.dialog.value={name:"palette"})}function xo(e,t){if(t.defaultPrevented||t.altKey||e.ui.dialog.peek()||t.target.closest?.("input, textarea, select, [contenteditable]"))return;let o=t.key.toLowerCase();if(t.ctrlKey||t.metaKey){if(o==="z")t.shiftKey?e.sync.redo():e.sync.undo();else if(o==="y")e.sync.redo();else if(o==="p"&&!t.shiftKey)window.open(`/board/${encodeURIComponent(e.page.board)}/print`,"_blank","noopener");else return;t.preventDefault()}else o==="?"&&e.session.singleKeys.peek()?(t.preventDefault(),e.ui.dialog.value={name:"help"}):o==="/"&&e.session.singleKeys.peek()&&(t.preventDefault(),e.session.view.peek()==="board"&&(e.session.panel.value="outline"),requestAnimationFrame(()=>requestAnimationFrame(()=>document.querySelector("#outline input[type=search]")?.focus())))}export{O as a,Zt as b,On as c,tn as d,bs as e};
