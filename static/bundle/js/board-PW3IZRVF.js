/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as Kt}from"./board-UTS2SMZH.js";import{b as qt}from"./board-RIHQJT2R.js";import{b as Te}from"./board-GB3NK3WH.js";import{a as Pt}from"./board-SKZDM3H4.js";import{a as Rt}from"./board-7W72SGI5.js";import{a as le,b as we,c as Qe,d as et,e as tt,f as nt,g as Lt,h as me,i as V}from"./board-M2QJ7EA4.js";import{a as Dt}from"./board-GZG5ZRQR.js";import{b as Ft,c as zt,d as Wt}from"./board-2FV25VP6.js";import{a as Nt}from"./board-6NKGBW3Q.js";import{$ as vt,A as rt,B as it,C as se,D as xe,E as lt,F as st,G as Ce,H as at,I as ct,J as Se,K as Ee,L as H,M as ut,N as dt,O as mt,P as _e,Q as $t,R as Me,T as ae,V as pt,W as ft,X as ht,Y as bt,Z as P,_ as gt,a as b,b as Ze,ca as kt,d as y,da as yt,e as ke,ea as Be,fa as wt,h as Xe,i as Je,ia as xt,j as M,k as W,ka as Ct,la as ce,m as I,ma as St,na as ue,oa as de,p as ye,pa as R,q as oe,qa as Et,ra as Tt,ta as _t,ua as Mt,v as N,va as Bt,x as re,xa as It,y as ie,ya as Ot,z as ot,za as At}from"./board-7ENYGGNN.js";import{Ea as te,Ha as Ue,Ma as ne,Na as Ge,Oa as Ye,Pa as je,Va as Ht,Z as Fe,aa as Q,b as T,c as x,d as X,e as k,ga as ze,ia as We,j as J,k as l,ma as S,n as _,o as n,pa as ee,qa as O,ra as A,sa as L,t as qe,ta as F,ua as z,va as He,wa as ve,xa as Ve}from"./board-HC26R27S.js";var yn=0;function B({icon:e,label:t,items:r,groups:o,text:i,short:a,mirror:s}){let c=k(`menu-${yn+=1}`),d=k(null),m=()=>document.querySelector(`[aria-controls="${c.current}"]`),p=()=>{let $=m();!$||!d.current||(d.current.togglePopover(),d.current.matches(":popover-open")&&(Ut(d.current,$.getBoundingClientRect()),d.current.querySelector("[role^=menuitem]")?.focus()))};return l`<${b} icon=${e} label=${t} text=${i} short=${a} mirror=${s} aria-haspopup="menu" aria-controls=${c.current} onClick=${p} />
    <${Ie} id=${c.current} items=${r} groups=${o} label=${t} list=${d} onClose=${()=>d.current?.hidePopover()} onLeave=${()=>m()?.focus()} />`}function Ie({id:e,items:t=[],groups:r,label:o,list:i,onClose:a,onLeave:s}){let c=$=>{$.stopPropagation();let h=[...i.current.querySelectorAll("[role^=menuitem]")],u=h.indexOf(document.activeElement),f={ArrowDown:(u+1)%h.length,ArrowUp:(u-1+h.length)%h.length,Home:0,End:h.length-1};$.key in f?($.preventDefault(),h[f[$.key]]?.focus()):($.key==="Escape"||$.key==="Tab")&&($.preventDefault(),a(),s())},d=$=>{a(),s(),$.run?.()},m=(r?r.flatMap($=>$.items):t).find(Boolean),p=($,h)=>{if(!$)return null;let u=$===m?0:-1,f=$.checked===void 0?"menuitem":"menuitemradio",g=l`${$.checked!==void 0?l`<span class="menu-check">${$.checked&&l`<${S} name="check" />`}</span>`:$.icon&&l`<${S} name=${$.icon} mirror=${$.mirror} />`}<span class="menu-label" dir="auto">${$.label}</span>${$.keys&&l`<kbd aria-hidden="true">${Ze($.keys.split(" ")[0])}</kbd>`}`;return $.href?l`<a key=${h} role=${f} tabindex=${u} class="menu-item" href=${$.href} target="_blank" rel="noopener" onClick=${a}>${g}</a>`:l`<button key=${h} type="button" role=${f} tabindex=${u} class="menu-item" lang=${$.lang} aria-checked=${$.checked===void 0?void 0:String($.checked)}
          aria-keyshortcuts=${$.keys} aria-disabled=${$.off?"true":void 0} onClick=${()=>!$.off&&d($)}>${g}</button>`};return l`<div id=${e} ref=${i} class=${r?"menu menu-groups":"menu"} popover role="menu" aria-label=${o} onKeyDown=${c}>
    ${r?r.map($=>l`<div key=${$.title} class="menu-group" role="group" aria-label=${$.title}><p class="menu-title" aria-hidden="true">${$.title}</p>${$.items.map(p)}</div>`):t.map(p)}
  </div>`}function Vt({app:e}){let{ui:t,live:r,actions:o,session:i}=e,a=k(null),s=t.menu.value;if(x(()=>{!s||!a.current||(a.current.showPopover(),Ut(a.current,new DOMRect(s.x,s.y,0,0)),a.current.querySelector("[role^=menuitem]")?.focus())},[s]),!s)return null;let c=()=>{a.current?.hidePopover(),t.menu.value=null},d=s.cluster&&r.get("cluster",s.cluster);if(d)return l`<${Ie} items=${oe(e,d,{rename:()=>e.layer.peek()?.rename(d.id)})} label=${n("cluster.menu",{title:I(d)})} list=${a} onClose=${c} onLeave=${()=>e.layer.peek()?.focusCluster(d.id,{still:!0})} />`;let m=A(e,s.ids),p=m.length===1?m[0]:null,$=m.map(v=>v.id),h=L(e,"edit",m),u=L(e,"move",m),f=[p&&h&&{icon:"pencil",label:n("action.edit"),run:()=>e.layer.peek()?.edit(p.id)},h&&{icon:"flag",label:n("action.make_challenge"),off:m.every(v=>v.kind==="challenge"),run:()=>ve(e,$,"challenge")},h&&{icon:"lightbulb",label:n("action.make_solution"),off:m.every(v=>v.kind==="solution"),run:()=>ve(e,$,"solution")},...et(e,p),...tt(e,p),...Qe(e,m),...u?r.themes().filter(v=>m.some(C=>C.theme!==v.id)).map(v=>({icon:"arrow-right",mirror:!0,label:n("action.move_to",{theme:v.title}),run:()=>He(e,$,v.id)})):[],u&&{icon:"bring-to-front",label:n("action.front"),run:()=>o.bringToFront($)},o.may("add")&&m.length>0&&{icon:"copy",label:n("action.duplicate"),run:()=>z(e,$)},m.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>i.panel.value="note"},...nt(e,m),L(e,"remove",m)&&{icon:"trash-2",label:n("action.delete"),run:()=>F(e,$)},!m.length&&i.role.value==="facilitator"&&{icon:"sparkles",label:n("suggest.open"),run:()=>t.dialog.value={name:"suggest"}},!m.length&&o.may("add")&&{icon:"plus",label:n("add.note"),run:()=>e.layer.peek()?.addAtCentre(i.kind.value)},!m.length&&{icon:"maximize",label:n("dock.fit"),run:()=>e.layer.peek()?.fit()}],g=()=>p?e.layer.peek()?.focusNote(p.id):e.layer.peek()?.refocus();return l`<${Ie} items=${f} label=${n("menu.note")} list=${a} onClose=${c} onLeave=${g} />`}function Ut(e,t){let r=e.getBoundingClientRect(),i=document.documentElement.dir==="rtl"?t.right-r.width:t.left,a=Math.max(8,Math.min(i,innerWidth-r.width-8)),s=t.bottom+6,c=s+r.height<=innerHeight-8?s:Math.max(8,t.top-r.height-6);e.style.insetInlineStart="auto",e.style.left=`${a}px`,e.style.top=`${c}px`}function Gt({app:e}){let{session:t,actions:r,live:o,page:i}=e,[a,s]=T(!1),c=k(null),d=k(!1),m=k(null),p=o.board().title||i.title,$=e.ui.unseen.value;if(x(()=>{a?c.current?.select():d.current&&m.current?.focus(),d.current=!1},[a]),x(()=>{document.title=$?`(${y($)}) ${p}`:p},[p,$]),t.role.value!=="facilitator")return l`<h1 class="board-title" dir="auto">${p}</h1>`;let h=()=>{let f=c.current?.value.replace(/\s+/g," ").trim();f&&f!==p&&r.setBoard({title:f}),s(!1)},u=f=>{f.stopPropagation(),!(f.key!=="Enter"&&f.key!=="Escape")&&(f.preventDefault(),d.current=!0,f.key==="Enter"?h():s(!1))};return l`<h1 class="board-title">
    ${a?l`<input ref=${c} class="field" dir="auto" maxlength="120" aria-label=${n("board.title")} value=${p} onKeyDown=${u} onBlur=${h} />`:l`<button type="button" ref=${m} class="title-button" dir="auto" title=${n("board.rename")} onClick=${()=>s(!0)}>${p}</button>`}
  </h1>`}var wn=0;function U({label:e,icon:t,shown:r,class:o,children:i,...a}){let s=k(`popover-${wn+=1}`),c=k(null),d=k(null),[m,p]=T(!1),$=()=>{c.current?.matches(":popover-open")&&(c.current.hidePopover(),d.current?.focus())};return X(()=>{if(!m)return;xn(c.current,d.current.getBoundingClientRect()),(c.current.querySelector("[autofocus], button, input, select, textarea, a[href]")||c.current).focus()},[m]),l`<button type="button" ref=${d} class=${`button ${r?"":"button-icon"} ${o??""}`} aria-label=${e} title=${e}
      aria-haspopup="dialog" aria-expanded=${String(m)} aria-controls=${s.current} onClick=${()=>c.current.togglePopover()} ...${a}>
      ${t&&l`<${S} name=${t} />`}${r}</button>
    <div id=${s.current} ref=${c} class="menu popover" popover role="dialog" aria-label=${e} tabindex="-1"
      onToggle=${h=>h.target===c.current&&p(h.newState==="open")}
      onKeyDown=${h=>h.key!=="Escape"&&h.stopPropagation()}>
      ${m&&(typeof i=="function"?i($):i)}
    </div>`}function xn(e,t){let{width:r,height:o}=e.getBoundingClientRect(),i=t.left+t.width/2-r/2;e.style.insetInlineStart="auto",e.style.left=`${Math.max(8,Math.min(i,innerWidth-r-8))}px`,e.style.top=`${Math.max(8,Math.min(t.bottom+8,innerHeight-o-8))}px`}var Cn=[1632,1776,2406];function Yt(e){let t=[...e.trim()].map(Sn).join("").replace(/[,٫]/u,".");return/^-?\d+(\.\d+)?$/.test(t)?Number(t):null}function Sn(e){let t=e.codePointAt(0),r=Cn.find(o=>t>=o&&t<o+10);return r===void 0?e:String(t-r)}var En=[1,3,5,10,15],Tn=60;function Zt({app:e}){let t=st(e),r=e.session.role.value==="facilitator";if(t.state==="off")return r?l`<${U} icon="timer" label=${n("timer.open")}>${d=>l`<${jt} app=${e} clock=${t} close=${d} />`}<//>`:null;let o=Ce(t.left),i=t.state==="paused"?n("timer.paused"):t.state==="over"?n("timer.over"):"",a=i?n("timer.label_word",{time:o,word:i}):n("timer.label",{time:o}),s=l`<span class="timer-face" dir="ltr">${o}</span>${i&&l`<span class="timer-word">${i}</span>`}`,c=t.state==="running"&&t.left<=Tn?"low":t.state;return l`<${U} icon=${t.state==="paused"?"pause":"timer"} label=${a} shown=${s} class="timer" data-state=${c}>
    ${d=>r?l`<${jt} app=${e} clock=${t} close=${d} />`:l`<${_n} clock=${t} />`}
  <//>`}function _n({clock:e}){return l`<div class="popover-body">
    <p>${n(e.state==="over"?"timer.over_of":"timer.of",{time:Ce(e.seconds)})}</p>
    ${e.lock&&l`<p class="hint">${n(e.state==="over"?"timer.locked_now":"timer.locks")}</p>`}
    <${Xt} />
  </div>`}function jt({app:e,clock:t,close:r}){let{actions:o}=e,i=t.state!=="off",[a,s]=T(!!e.live.board().timer?.lock),c=m=>{o.timer({start:m,lock:a}),r()},d=m=>{s(m),t.state==="running"&&o.timer({start:t.left,lock:m})};return l`<div class="popover-body timer-controls">
    ${i&&l`<div class="button-row">
      ${t.state==="running"&&l`<${b} icon="pause" text label=${n("timer.pause")} onClick=${()=>o.timer({pause:!0})} />`}
      ${t.state==="paused"&&l`<${b} icon="play" text label=${n("timer.resume")} onClick=${()=>o.timer({resume:!0})} />`}
      <${b} icon="plus" text label=${n("timer.add_minute")} onClick=${()=>o.timer({add:60})} />
      <${b} icon="square" text label=${n("timer.stop")} onClick=${()=>(o.timer({stop:!0}),r())} />
    </div>`}
    <h2>${n(i?"timer.start_anew":"timer.start")}</h2>
    <div class="button-row timer-presets">
      ${En.map(m=>l`<button key=${m} type="button" class="button" aria-label=${n("timer.start_minutes",{count:m})} onClick=${()=>c(m*60)}>${y(m)}</button>`)}
      <span class="muted">${n("timer.minutes")}</span>
    </div>
    <${Mn} onStart=${c} />
    <label class="check"><input type="checkbox" checked=${a} onChange=${m=>d(m.currentTarget.checked)} /><span>${n("timer.lock")}</span></label>
    <${Xt} />
  </div>`}function Mn({onStart:e}){let[t,r]=T(""),[o,i]=T("");return l`<form class="timer-typed" onSubmit=${s=>{s.preventDefault();let c=Yt(t);if(c===null)return i(n("timer.not_minutes",{most:y(600)}));if(c<=0)return i(n("timer.too_short"));if(c>600)return i(n("timer.too_long",{most:y(600)}));e(Math.max(1,Math.round(c*60)))}} novalidate>
    <label><span class="label">${n("timer.other")}</span>
      <input class="field" inputmode="decimal" autocomplete="off" value=${t} aria-invalid=${o?"true":void 0} aria-describedby="timer-wrong"
        onInput=${s=>(r(s.currentTarget.value),i(""))} /></label>
    <button type="submit" class="button button-outline"><${S} name="play" /><span>${n("timer.start_now")}</span></button>
    <p id="timer-wrong" class="field-error" role="alert">${o}</p>
  </form>`}function Xt(){let e=Se.value==="on";return l`<label class="check"><input type="checkbox" checked=${e} onChange=${t=>Se.value=t.currentTarget.checked?"on":"off"} />
    <${S} name=${e?"volume-2":"volume-x"} /><span>${n("timer.sound")}</span></label>`}function Jt({app:e}){return l`<${U} icon="sliders-horizontal" label=${n("now.title")}>${t=>l`<${Bn} app=${e} close=${t} />`}<//>`}function Bn({app:e,close:t}){let{live:r,actions:o,session:i}=e,a=r.board(),s=rt(),c=()=>{t(),i.panel.value="moderation"};return l`<div class="popover-body">
    <h2>${n("now.title")}</h2>
    <p class="hint">${n("now.hint")}</p>
    <${In} may=${a.may??[]} onChange=${o.setMay} />
    <hr />
    <label class="check"><input type="checkbox" checked=${a.private} onChange=${d=>{d.currentTarget.checked=a.private,xe(e,!a.private)}} /><span>${n("private.switch")}</span></label>
    <label class="check"><input type="checkbox" checked=${a.locked} onChange=${d=>o.setBoard({locked:d.currentTarget.checked})} /><span>${n("settings.locked")}</span></label>
    ${a.private&&s>0&&l`<div class="button-row">
      <${b} icon="eye" text label=${n("private.reveal_n",{count:s})} onClick=${()=>xe(e,!1)} />
      <${b} icon="shield" text label=${n("moderation.open")} onClick=${c} />
    </div>`}
  </div>`}function In({may:e,onChange:t,label:r}){let o=(i,a)=>t(Ee.filter(s=>s===i?a:e.includes(s)));return l`<fieldset class="may-list"><legend class=${r?"label":"visually-hidden"}>${r??n("now.title")}</legend>
    ${Ee.map(i=>l`<label key=${i} class="check"><input type="checkbox" checked=${e.includes(i)} onChange=${a=>o(i,a.currentTarget.checked)} /><span>${n(`may.${i}`)}</span></label>`)}
    ${!e.length&&l`<p class="hint">${n("may.nothing")}</p>`}
  </fieldset>`}var On=400;function Qt({app:e}){let{session:t,ui:r,live:o}=e;lt(e);let i=t.role.value==="facilitator",a=H(e),s=ut(e),c=(o.board().timer?.state??"off")!=="off";return!s&&!c&&(!i||r.compact.value&&!a.length)?null:l`<section class="bar step-bar" aria-label=${n("step.bar")}>
    ${s?l`<${Ln} app=${e} where=${s} leads=${i} />`:i&&l`<${An} app=${e} steps=${a} />`}
    <${Zt} app=${e} />
    ${i&&(s||a.length>0)&&l`<${Jt} app=${e} />`}
    ${s&&!i&&t.role.value==="participant"&&l`<${Pn} app=${e} />`}
    ${i&&l`<${Nn} app=${e} where=${s} first=${a[0]} />`}
  </section>`}function An({app:e,steps:t}){let r=()=>e.session.panel.value="agenda";return l`<${b} icon="list-checks" text label=${t.length?n("step.planned",{count:t.length}):n("step.plan")} class="button step-plan" onClick=${r} />`}function Ln({app:e,where:t,leads:r}){let{session:o}=e,{step:i,at:a,of:s}=t,c=()=>o.panel.value=o.panel.value==="agenda"?null:"agenda";return l`<button type="button" class="step-here" aria-expanded=${String(o.panel.value==="agenda")} title=${i.task||i.title} onClick=${c}>
      <span class="step-line"><span class="step-count">${n("step.n_of_m",{n:y(a),m:y(s)})}</span> <b dir="auto">${i.title}</b></span>
      ${i.task&&l`<span class="step-task" dir="auto">${i.task}</span>`}
    </button>
    ${r&&!e.ui.compact.value&&l`<${B} icon="chevron-down" label=${n("step.choose")} items=${Dn(e,t)} />`}`}function Dn(e,{step:t,previous:r}){return[r&&{icon:"arrow-left",mirror:!0,label:n("step.back"),run:()=>se(e,r.id)},...H(e).map((o,i)=>({label:n("step.numbered",{n:y(i+1),title:o.title}),checked:o.id===t.id,run:()=>se(e,o.id)})),{icon:"list-checks",label:n("step.edit_agenda"),run:()=>e.session.panel.value="agenda"},{icon:"x",label:n("step.end"),run:()=>e.actions.goToStep("")}]}function Nn({app:e,where:t,first:r}){let o=t?t.next:r,[i,a]=T(o?.id);if(x(()=>{let d=setTimeout(()=>a(o?.id),On);return()=>clearTimeout(d)},[o?.id]),!t&&!r)return null;let s=e.ui.compact.value,c=t?o?n("step.next_is",{title:o.title}):n("step.last"):n("step.start");return l`<${b} icon=${t?"arrow-right":"play"} mirror label=${c} short=${t?s?void 0:n("step.next"):n("step.start")} off=${!o||i!==o.id}
    class=${`button button-primary step-next${t&&s?" button-icon":""}`} onClick=${()=>se(e,o.id)} />`}function Pn({app:e}){let{live:t,session:r,actions:o}=e,i=dt(e);if(i!==t.board().step)return null;let a=t.get("seat",r.me.value)?.done_for===i,{done:s,of:c}=mt(e,i);return l`<${b} icon="circle-check" label=${n(a?"done.take_back":"done.say",{n:y(s),m:y(c)})} pressed=${a} onClick=${()=>o.setDone(a?"":i)} />`}var Rn={auto:"on",on:"off",off:"auto"},G=e=>e.filter(Boolean);function en(e){let{session:t,ui:r,actions:o,live:i,page:a}=e,s=E=>()=>r.dialog.value={name:E},c=E=>()=>t.panel.value=E,d=encodeURIComponent(a.board),m=t.role.value,p=m==="facilitator",$=m!=="viewer",h=r.compact.value,u=i.get("seat",t.me.value),f=u?.hand,g=p||$&&u?.interpreter,v=[{group:"session",commands:G([$&&{id:"hand",icon:"hand",label:n(f?"hand.lower_mine":"hand.raise"),run:()=>o.raiseHand(!f)},h&&$&&{id:"invite",icon:"user-plus",label:n("invite.open"),run:s("invite")},(p||H(e).length>0)&&{id:"agenda",icon:"list-checks",label:n("agenda.title"),run:c("agenda")},...At(e),p&&{id:"moderation",icon:"shield",label:n("moderation.open"),run:c("moderation")}])},{group:"look",commands:G([h&&t.view.value==="board"&&{id:"outline",icon:"search",label:n("panel.outline"),run:c("outline")},{id:"votes",icon:"vote",label:n("panel.votes"),run:c("votes")},{id:"unanswered",icon:"flag",label:n("panel.unanswered"),run:c("unanswered")},{id:"matrix",icon:"table-2",label:n("panel.matrix"),run:c("matrix")},g&&{id:"interpreter",icon:"languages",label:n("panel.interpreter"),run:c("interpreter")},{id:"reading",icon:"languages",label:n("reading.title"),run:s("reading")},p&&{id:"participation",icon:"chart-bar-big",label:n("panel.participation"),run:c("participation")},r.phone.value&&{id:"phone",icon:"square",label:n("phone.look"),run:()=>Ht("phone")},{id:"low",icon:"sliders-horizontal",label:`${n("low.title")}: ${n(`low.${te.value}`)}`,run:()=>te.value=Rn[te.peek()]},a.series&&{id:"earlier",icon:"clock",label:n("panel.earlier"),run:c("earlier")}])},{group:"notes",commands:G([p&&{id:"suggest",icon:"sparkles",label:n("suggest.open"),run:s("suggest")},p&&{id:"bring",icon:"file-up",label:n("import.open"),run:s("bring")},p&&{id:"tray",icon:"folder-input",label:n("tray.title"),run:c("tray")},p&&{id:"history",icon:"rotate-ccw",label:n("history.open"),run:s("history")},$&&{id:"trash",icon:"trash-2",label:n("trash.open"),run:c("trash")}])},{group:"take",commands:G([{id:"export",icon:"download",label:n("export.open"),run:s("export")},{id:"print",icon:"printer",label:n("export.print"),href:`/board/${d}/print`},p&&{id:"next",icon:"plus",label:n("next.open"),run:s("next")},(a.series||p)&&{id:"series",icon:"link",label:n("series.open"),href:`/board/${d}/series`}])},{group:"board",commands:G([p&&{id:"settings",icon:"settings",label:n("settings.open"),run:s("settings")},p&&{id:"audit",icon:"eye",label:n("audit.title"),run:s("audit")},{id:"mine",icon:"user",label:n("mine.title"),run:s("mine")},{id:"palette",icon:"search",label:n("palette.open"),keys:_e.everywhere.palette.keys,run:s("palette")},{id:"help",icon:"circle-help",label:n("help.open"),keys:_e.everywhere.help.keys,run:s("help")}])}],C=Ye();return v.push({group:"colours",commands:Ge.map(E=>({id:`colours-${E}`,icon:"eye",label:n(`colours.${E}`),checked:C===E,run:()=>(je(E),t.announce.value=n(`colours.${E}`))}))}),v.filter(({commands:E})=>E.length>0)}function tn({app:e}){let{session:t,ui:r}=e,o=r.compact.value,i=Math.max(1,t.people.value.size),a=t.view.value==="outline",s=()=>t.panel.value=t.panel.value==="people"?null:"people",c=t.role.value!=="viewer";return l`<header class="top">
    <div class="bar bar-start">
      <${b} icon=${a?"layout-grid":"list-tree"} label=${n(a?"view.board":"view.outline")} onClick=${()=>t.view.value=a?"board":"outline"} />
      <${Gt} app=${e} />
      <${ot} app=${e} />
      <${Ue} app=${e} />
    </div>
    <${Qt} app=${e} />
    <div class="bar bar-end">
      ${t.role.value==="facilitator"&&l`<${zt} app=${e} />`}
      ${t.role.value==="participant"&&!o&&l`<${Ft} app=${e} />`}
      <${b} icon="users" data-tour="people" label=${n("people.here",{count:i})} short=${o?y(i):n("people.here",{count:i})} pressed=${t.panel.value==="people"} onClick=${s} />
      ${c&&!o&&l`<${b} icon="user-plus" label=${n("invite.open")} text onClick=${()=>r.dialog.value={name:"invite"}} />`}
      ${!o&&l`<${B} icon="languages" label=${n("language.choose")} items=${[...Te(e),{icon:"message-circle",label:n("reading.title"),run:()=>r.dialog.value={name:"reading"}}]} />`}
      ${!o&&l`<${b} icon="circle-help" label=${n("help.open")} keys="?" onClick=${()=>r.dialog.value={name:"help"}} />`}
      ${!o&&!a&&l`<${b} icon="panel-right" mirror label=${n("panel.toggle")} pressed=${!!t.panel.value} onClick=${()=>t.panel.value=t.panel.value?null:"outline"} />`}
      <${B} icon="menu" label=${n("menu.open")} groups=${Kn(e)} />
    </div>
    <${ct} app=${e} />
  </header>`}function Kn(e){let t=en(e).map(({group:r,commands:o})=>({title:n(`menu.${r}`),items:o}));return e.ui.compact.value?[...t,{title:n("language.choose"),items:Te(e)}]:t}var $e=1.25;function nn({app:e}){let{session:t,ui:r}=e,o=t.view.value==="board";t.role.value,e.live.board();let i=e.actions.may("add");if(!o&&!i)return null;let a=r.compact.value,s=a||o&&r.narrow.value&&!!t.panel.value;return l`<section class="dock-place" aria-label=${n("dock.title")}><div id="dock" class="bar dock" role="toolbar" aria-label=${n("dock.title")} tabindex="-1">
    ${o&&l`<${qn} app=${e} compact=${s} />`}
    ${i&&l`<${Fn} app=${e} compact=${s} board=${o} label=${!a||!o} />`}
    ${i&&!s&&o&&l`<${zn} app=${e} />`}
    ${i&&l`<${Wn} app=${e} />`}
    ${o&&l`<${Hn} app=${e} compact=${s} />`}
    ${s&&l`<${Vn} app=${e} board=${o} mayAdd=${i} />`}
    ${!s&&i&&l`<span class="bar-line"></span><${b} icon="clipboard-paste" label=${n("paste.open")} onClick=${()=>r.dialog.value={name:"paste"}} />`}
  </div></section>`}function qn({app:e,compact:t}){let{tool:r}=e.session;if(t){if(r.value==="lasso")return l`<${b} icon="lasso" label=${n("dock.lasso")} pressed onClick=${()=>r.value="select"} />`;let o=r.value==="pan";return l`<${b} icon=${o?"hand":"mouse-pointer-2"} label=${n(o?"dock.to_select":"dock.to_pan")} onClick=${()=>r.value=o?"select":"pan"} />`}return l`<${b} icon="mouse-pointer-2" label=${n("dock.select")} pressed=${r.value==="select"} onClick=${()=>r.value="select"} />
    <${b} icon="hand" label=${n("dock.pan")} pressed=${r.value==="pan"} onClick=${()=>r.value="pan"} />
    <${b} icon="lasso" label=${n("dock.lasso")} keys="L" pressed=${r.value==="lasso"} onClick=${()=>r.value="lasso"} />`}function Fn({app:e,compact:t,board:r,label:o}){let{kind:i}=e.session,a=()=>{if(r)return e.layer.value?.addAtCentre(i.value);e.ui.adding.value=e.ui.adding.value||Un(e)},s=i.value==="solution"?"challenge":"solution";return l`${!t&&r&&l`<span class="bar-line"></span>`}<${b} icon="plus" kind="primary" label=${n("add.note")} text=${o} keys=${r?"N":void 0} onClick=${a} />
    ${t?l`<button type="button" class=${`button kind-flip segment-${i.value}`} aria-label=${n("kind.flip",{kind:M(i.value),other:M(s)})}
          title=${n("kind.flip",{kind:M(i.value),other:M(s)})} onClick=${()=>i.value=s}><${O} kind=${i.value} />${!r&&l`<span>${M(i.value)}</span>`}</button>`:l`<${ae} app=${e} />`}`}function zn({app:e}){let t=[...e.session.selection.value],r=A(e,t),o=r.length===0;return l`<span class="bar-line"></span>
    <${b} icon="group" label=${n("canvas.group")} keys="G" off=${!le(e,r)} onClick=${()=>e.layer.value?.group(t)} />
    <${b} icon="copy" label=${n("action.duplicate")} keys="Control+D" off=${o} onClick=${()=>z(e,t)} />
    <${b} icon="bring-to-front" label=${n("action.front")} keys="]" off=${o} onClick=${()=>e.actions.bringToFront(t)} />
    <${b} icon="trash-2" label=${n("action.delete")} keys="Delete" off=${!L(e,"remove",r)} onClick=${()=>F(e,t)} />
    ${r.length>1&&l`<${B} icon="ellipsis" label=${n("dock.more")} items=${[{icon:"merge",label:n("merge.do"),off:!we(e,r),run:()=>ye(e,t)},{icon:"folder-input",label:n("cluster.put"),off:!le(e,r),run:()=>e.ui.dialog.value={name:"group",ids:t}}]} />`}`}function Wn({app:e}){let{undo:t,redo:r}=e.ui.can.value;return l`<span class="bar-line"></span>
    <${b} icon="undo-2" mirror label=${n("action.undo")} keys="Control+Z" off=${!t} onClick=${()=>e.sync.undo()} />
    <${b} icon="redo-2" mirror label=${n("action.redo")} keys="Control+Y" off=${!r} onClick=${()=>e.sync.redo()} />`}function Hn({app:e,compact:t}){let r=e.layer.value,o=y(Math.round(e.session.zoom.value*100));return t?l`<${b} icon="maximize" label=${n("dock.fit")} onClick=${()=>r?.fit()} />`:l`<span class="bar-line"></span>
    <${b} icon="minus" label=${n("dock.zoom_out")} keys="-" onClick=${()=>r?.zoomBy(1/$e)} />
    <${b} label=${n("dock.zoom_reset",{percent:o})} short=${n("dock.percent",{percent:o})} keys="0" class="button percent" onClick=${()=>r?.zoomTo(1)} />
    <${b} icon="plus" label=${n("dock.zoom_in")} keys="+" onClick=${()=>r?.zoomBy($e)} />
    <${b} icon="maximize" label=${n("dock.fit")} keys="1" onClick=${()=>r?.fit()} />`}function Vn({app:e,board:t,mayAdd:r}){let o=[...e.session.selection.value],i=A(e,o),a=e.layer.value,s=[t&&i.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>e.session.panel.value="note"},t&&{icon:"lasso",label:n("dock.lasso"),run:()=>e.session.tool.value="lasso"},t&&le(e,i)&&{icon:"group",label:n("canvas.group"),run:()=>a?.group(o)},t&&we(e,i)&&{icon:"merge",label:n("merge.do"),run:()=>ye(e,o)},t&&r&&{icon:"copy",label:n("action.duplicate"),off:!i.length,run:()=>z(e,o)},t&&r&&{icon:"bring-to-front",label:n("action.front"),off:!i.length,run:()=>e.actions.bringToFront(o)},t&&r&&{icon:"trash-2",label:n("action.delete"),off:!L(e,"remove",i),run:()=>F(e,o)},t&&{icon:"plus",label:n("dock.zoom_in"),run:()=>a?.zoomBy($e)},t&&{icon:"minus",label:n("dock.zoom_out"),run:()=>a?.zoomBy(1/$e)},r&&{icon:"clipboard-paste",label:n("paste.open"),run:()=>e.ui.dialog.value={name:"paste"}}];return s.some(Boolean)?l`<${B} icon="ellipsis" label=${n("dock.more")} items=${s} />`:null}function Un(e){return[...document.querySelectorAll(".theme[data-theme]")].find(o=>o.getBoundingClientRect().bottom>innerHeight/3)?.dataset.theme||e.store.themes()[0]?.id||null}function on({app:e}){let{session:t,live:r}=e,o=t.filter.value,{shown:i}=r.counts.value,a=Q(o),s=r.all("cluster").filter(u=>!o.theme||u.theme===o.theme),c=[o.kind,o.theme,o.association,o.sdg,o.mine,o.status,o.unanswered,o.cluster].filter(Boolean).length,[d,m]=T(c>0),p=k(null),$=u=>t.filter.value={...t.filter.value,...u},h=()=>{t.filter.value=Fe,p.current?.focus()};return x(()=>{if(!a)return;let u=setTimeout(()=>t.announce.value=n("filter.found",{count:i}),600);return()=>clearTimeout(u)},[a,i,o]),l`<search class="filter" aria-label=${n("filter.title")}>
    <div class="filter-line">
      <span class="search-field"><${S} name="search" />
        <input ref=${p} type="search" class="field" aria-label=${n("filter.search")} placeholder=${n("filter.search")} dir=${o.text?"auto":void 0} value=${o.text}
          onInput=${u=>$({text:u.currentTarget.value})} /></span>
      <${b} icon="filter" label=${c?n("filter.more_n",{count:c}):n("filter.more")} short=${c?y(c):void 0}
        aria-expanded=${String(d)} onClick=${()=>m(!d)} />
    </div>
    ${d&&l`<div class="filter-more">
      <${K} label=${n("note.kind")} value=${o.kind} onChange=${u=>$({kind:u})}
        options=${[["challenge",n("kind.challenges")],["solution",n("kind.solutions")]]} />
      <${K} label=${n("note.theme")} value=${o.theme} onChange=${u=>$({theme:u})}
        options=${r.themes().map(u=>[u.id,u.title])} />
      <${K} label=${n("note.association")} value=${o.association} onChange=${u=>$({association:u})}
        options=${r.associations.value.map(u=>[u,u])} />
      <${K} label=${n("filter.sdg")} value=${o.sdg?String(o.sdg):""} onChange=${u=>$({sdg:Number(u)})}
        options=${Lt.map(u=>[String(u),`${y(u)} – ${n(`sdg.${u}`)}`])} />
      <${K} label=${n("filter.status")} value=${o.status??""} onChange=${u=>$({status:u})}
        options=${Je.map(u=>[u,n(`status.${u}`)])} />
      ${s.length>0&&l`<${K} label=${n("filter.cluster")} value=${o.cluster??""} onChange=${u=>$({cluster:u})}
        options=${s.map(u=>[u.id,I(u)])} />`}
      <label class="check"><input type="checkbox" checked=${!!o.unanswered} onChange=${u=>$({unanswered:u.currentTarget.checked})} /><span>${n("filter.unanswered")}</span></label>
      <label class="check"><input type="checkbox" checked=${o.mine} onChange=${u=>$({mine:u.currentTarget.checked})} /><span>${n("filter.mine")}</span></label>
    </div>`}
    ${a&&l`<p class="filter-found"><span>${i?n("filter.found",{count:i}):n("filter.none")}</span>
      <button type="button" class="link-button" onClick=${h}>${n("filter.clear")}</button></p>`}
  </search>`}function K({label:e,value:t,options:r,onChange:o}){return l`<label class="filter-choice"><span class="label">${e}</span>
    <select class="select select-small" value=${t} onChange=${i=>o(i.currentTarget.value)}>
      <option value="">${n("filter.any")}</option>
      ${r.map(([i,a])=>l`<option key=${i} value=${i}>${a}</option>`)}
    </select></label>`}var Gn=bt("tongues",()=>_("ui/translations",()=>import("./board-FVWK5YHF.js")).then(e=>e.Tongues));function pe({app:e,note:t}){return l`<${Bt} app=${e} note=${t} /><${Gn} app=${e} note=${t} /><${Mt} app=${e} note=${t} /><${Tt} app=${e} note=${t} /><${_t} app=${e} note=${t} />`}function fe({app:e,id:t,color:r}){let{live:o,session:i,ui:a}=e,s=k(null),c=o.get("note",t),d=J(()=>a.open.value===t).value,m=J(()=>i.selection.value.has(t)).value,p=J(()=>Yn(i.typing.value.get(t),i.me.value)).value.split(" ").filter(Boolean),$=k(d);if(x(()=>{$.current&&!d&&document.activeElement===document.body&&s.current?.focus(),d&&!$.current&&s.current?.scrollIntoView({block:"nearest"}),$.current=d},[d]),!c)return null;let h=f=>{if(f.shiftKey||f.ctrlKey||f.metaKey){let g=new Set(i.selection.value);g.delete(t)||g.add(t),i.selection.value=g;return}a.open.value=d?null:t,d||Ve(e,t)},u=()=>{a.open.value=null,s.current?.focus()};return l`<li class="note-row" data-color=${r} data-kind=${c.kind} data-open=${d?"":void 0} data-chosen=${m?"":void 0} data-unseen=${c.private||c.hidden?"":void 0} data-note=${t}>
    <div class="note-first">
      <button type="button" ref=${s} class="note-line" aria-expanded=${String(d)} onClick=${h}>
        <span class="kind-chip"><${O} kind=${c.kind} /></span>
        <span class="note-line-body">
          <span class="visually-hidden">${M(c.kind)}: </span>
          <${N} app=${e} note=${c} name="note-line-text" cut=${d?W:void 0} />
          <span class="note-line-meta">
            ${c.association&&l`<bdi>${c.association}</bdi>`}
            <${me} sdgs=${c.sdgs} />
            <${It} app=${e} note=${c} />
            ${p.length>0&&l`<span class="writing"><${S} name="pencil" />${ue(e,p)}</span>`}
            ${o.pending("note",t)&&i.saved.value.state!=="saved"&&l`<span class="waiting">${n("note.waiting")}</span>`}
          </span>
          ${m&&l`<span class="visually-hidden">${n("note.selected")}</span>`}
        </span>
      </button>
      <${re} app=${e} note=${c} />
      <${R} app=${e} type="note" record=${c} />
    </div>
    ${d?l`<div class="note-open">
          <${de} note=${c} />
          ${e.actions.may("edit",c)?l`<${ce} app=${e} id=${t} focus=${!a.phone.value} onDone=${u} /><${ie} app=${e} note=${c} />`:l`<${N} app=${e} note=${c} name="note-whole" tag="p" />`}
          <${pe} app=${e} note=${c} />
          <${V} app=${e} ids=${[t]} select />
          <div class="row-end"><button type="button" class="button" onClick=${u}>${n("action.done")}</button></div>
        </div>`:l`<${jn} app=${e} note=${c} />`}
  </li>`}function Yn(e,t){return[...e??[]].filter(r=>r!==t).join(" ")}function jn({app:e,note:t}){let r=e.live.about(t.id).mergedInto(t.id),o=t.kind==="challenge"?Et(e,t):[];return!r.length&&!o.length?null:l`<ul class="inside-list">
    ${r.map(i=>l`<${rn} key=${i.id} app=${e} id=${i.id} merged />`)}
    ${o.map(i=>l`<${rn} key=${i.id} app=${e} id=${i.id} />`)}
  </ul>`}function rn({app:e,id:t,merged:r}){let o=e.live.get("note",t);return o?l`<li class="inside">${r?l`<${S} name="merge" />`:l`<${O} kind="solution" />`}
    <span class="inside-text"><span class="muted">${n(r?"merge.also_one":"answer.by")}</span> <${N} app=${e} note=${o} cut=${i=>W(i,160)} />${o.association&&l` <bdi class="muted">${o.association}</bdi>`}</span></li>`:null}var Ae=100;function ln({app:e,list:t,color:r,filtering:o}){let{live:i,session:a,actions:s,ui:c}=e,{id:d}=t,[m,p]=T(null),[$,h]=T(!1),[u,f]=T(Ae),g=k(null),v=i.get("cluster",d);if(a.role.value,i.board(),!v)return null;let C=[...t.challenge,...t.solution];if(o&&!C.length)return null;let E=c.open.value!==null&&C.includes(c.open.value),w=E||(m??(o||!v.collapsed)),be=I(v),ge=Zn(e,d,C),Z=E&&C.indexOf(c.open.value??"")>=u?C.indexOf(c.open.value??"")+1:u,kn=()=>{h(!1),requestAnimationFrame(()=>g.current?.querySelector(".cluster-toggle")?.focus())};return l`<section class="cluster" ref=${g} data-cluster=${d} data-color=${r} aria-label=${n("cluster.named",{title:be})}>
    <div class="cluster-head">
      ${$?l`<${Xn} title=${v.title} onTitle=${q=>q!==v.title&&s.setCluster(d,{title:q})} onLeave=${kn} />`:l`<h4><button type="button" class="cluster-toggle" aria-expanded=${String(w)} onClick=${()=>p(!w)}>
            <${S} name="chevron-right" mirror /><span class="cluster-title" dir="auto" data-untitled=${v.title?void 0:""}>${be}</span>
            ${v.locked&&l`<span class="mark"><${S} name="lock" /><span class="visually-hidden">${n("cluster.locked")}</span></span>`}
            ${ge>0&&l`<span class="mark"><${S} name="vote" /><span aria-hidden="true">${y(ge)}</span><span class="visually-hidden">${n("vote.top",{count:ge})}</span></span>`}
            <span class="pill pill-quiet"><span aria-hidden="true">${y(C.length)}</span><span class="visually-hidden">${n("theme.notes",{count:C.length})}</span></span>
          </button></h4>`}
      <${R} app=${e} type="cluster" record=${v} />
      <${B} icon="ellipsis" label=${n("cluster.menu",{title:be})} items=${oe(e,v,{rename:()=>h(!0)})} />
    </div>
    ${w&&C.length>0&&l`<ul class="note-list">${C.slice(0,Z).map(q=>l`<${fe} key=${q} app=${e} id=${q} color=${r} />`)}</ul>`}
    ${w&&!C.length&&l`<p class="empty">${n("cluster.empty")}</p>`}
    ${w&&C.length>Z&&l`<${b} text label=${n("outline.more",{count:Math.min(Ae,C.length-Z)})} onClick=${()=>f(Z+Ae)} />`}
  </section>`}function Zn(e,t,r){let o=wt(e);return o?.on==="clusters"?Be(o,t):Math.max(0,...r.map(i=>Be(o,i)))}function Xn({title:e,onTitle:t,onLeave:r}){let o=k(null),i=k(!1);x(()=>o.current?.select(),[]);let a=c=>{i.current||(i.current=!0,c&&t((o.current?.value??"").replace(/\s+/g," ").trim()),r())},s=c=>{c.stopPropagation(),!(c.key!=="Enter"&&c.key!=="Escape")&&(c.preventDefault(),a(c.key==="Enter"))};return l`<input ref=${o} class="field" dir="auto" maxlength="80" aria-label=${n("cluster.title")} defaultValue=${e} onKeyDown=${s} onBlur=${()=>a(!0)} />`}function sn({app:e,theme:t,onClose:r}){let{session:o,actions:i,page:a}=e,s=k(null),[c,d]=T(""),m=a.limits.text,p=qe(c);X(()=>{s.current?.focus(),s.current?.scrollIntoView({block:"nearest"})},[]);let $=()=>{let f=Ct(c).trim();if(!f||p>m)return s.current?.focus();i.addNote({kind:o.kind.value,theme:t.id,text:f}),o.announce.value=n(o.kind.value==="solution"?"announce.added_solution":"announce.added_challenge",{theme:t.title}),d(""),s.current?.focus()},h=f=>{f.key==="Enter"&&(f.ctrlKey||f.metaKey)?(f.preventDefault(),$()):f.key==="Escape"&&(f.stopPropagation(),r())},u=`new-${t.id}`;return l`<form class="note-form" onSubmit=${f=>(f.preventDefault(),$())} onKeyDown=${h}>
    <${ae} app=${e} words />
    <label class="visually-hidden" for=${u}>${n("add.text",{theme:t.title})}</label>
    <textarea id=${u} ref=${s} class="field" rows="3" dir=${c?"auto":void 0} placeholder=${n("add.placeholder")} aria-describedby="${u}-count"
      aria-invalid=${p>m?"true":void 0} value=${c}
      onInput=${f=>d(f.currentTarget.value)}></textarea>
    <${St} id="${u}-count" length=${p} limit=${m} />
    ${p>m&&l`<p class="error" role="alert">${n("add.too_long",{count:p-m})}</p>`}
    <div class="row-end">
      <${b} label=${n("action.close")} text onClick=${r} />
      <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">${n("add.submit")}</button>
    </div>
  </form>`}var Le=100,Jn={challenge:[],solution:[],clusters:[]};function an({app:e,id:t,folded:r,filtering:o}){let{live:i,session:a,ui:s,actions:c}=e,[d,m]=T(null),p=i.get("theme",t);if(!p)return null;let $=d??!r,h=i.lists.value.get(t)||Jn,u=ze(h),f=s.adding.value===t;a.role.value,i.board();let g=["challenge","solution"].some(w=>c.may("add",{kind:w,theme:t})),v=a.role.value==="facilitator",C=v&&!i.board().archived,E=()=>{a.selection.value=new Set([...h.clusters.flatMap(w=>[...w.challenge,...w.solution]),...h.challenge,...h.solution]),a.announce.value=n("announce.selected",{count:u})};return l`<details class="theme" data-color=${p.color} open=${$||f} data-theme=${t}
    onToggle=${w=>w.currentTarget.open!==$&&m(w.currentTarget.open)}>
    <summary class="theme-head">
      <${S} name="chevron-right" mirror /><${ee} name=${p.sign} />
      <h3 dir="auto">${p.title}</h3>
      <span class="pill"><span aria-hidden="true">${y(u)}</span><span class="visually-hidden">${n("theme.notes",{count:u})}</span></span>
    </summary>
    ${($||f)&&l`<div class="theme-body">
      <div class="theme-tools">
        ${g&&!f&&l`<${b} icon="plus" text label=${n("add.note")} aria-describedby="theme-${t}" onClick=${()=>s.adding.value=t} data-add=${t} />`}
        ${u>0&&l`<${b} icon="square-check" text label=${n("theme.select_all")} onClick=${E} />`}
        <${eo} app=${e} theme=${t} />
        ${C&&h.challenge.length+h.solution.length>1&&!o&&l`<${b} icon="sparkles" text label=${n("suggest.open")} aria-describedby="theme-${t}" onClick=${()=>s.dialog.value={name:"suggest",theme:t}} />`}
        ${C&&h.clusters.length>0&&!o&&l`<${b} icon="layout-grid" text label=${n("cluster.tidy_theme")} aria-describedby="theme-${t}" onClick=${()=>{c.tidyTheme(t),a.announce.value=n("cluster.tidied",{count:u})}} />`}
        ${C&&l`<${b} icon=${p.locked?"lock-open":"lock"} text label=${n(p.locked?"theme.unlock":"theme.lock")} aria-describedby="theme-${t}" onClick=${()=>c.setTheme(t,{locked:!p.locked})} />`}
        ${v&&p.locked&&l`<span class="mark"><${S} name="lock" />${n("theme.locked")}</span>`}
        <span id="theme-${t}" hidden>${p.title}</span>
      </div>
      <${it} app=${e} theme=${t} />
      ${f&&g&&l`<${sn} app=${e} theme=${p} onClose=${()=>to(e,t)} />`}
      ${h.clusters.map(w=>l`<${ln} key=${w.id} app=${e} list=${w} color=${p.color} filtering=${o} />`)}
      ${h.clusters.length>0&&h.challenge.length+h.solution.length>0&&l`<p class="rest-word">${n("cluster.rest")}</p>`}
      ${["challenge","solution"].map(w=>l`<${Qn} key=${w} app=${e} theme=${p} kind=${w} ids=${h[w]} filtering=${o||h.clusters.length>0} mayAdd=${c.may("add",{kind:w,theme:t})} />`)}
    </div>`}
  </details>`}function Qn({app:e,theme:t,kind:r,ids:o,filtering:i,mayAdd:a}){let[s,c]=T(Le),d=`${r}s-${t.id}`;if(i&&!o.length)return null;let m=e.ui.open.value,p=m&&o.indexOf(m)>=s?o.indexOf(m)+1:s,$=()=>{e.session.kind.value=r,e.ui.adding.value=t.id};return l`<h4 id=${d} class="kind-head">${n(r==="solution"?"kind.solutions":"kind.challenges")} <span class="muted">${y(o.length)}</span></h4>
    ${o.length>0?l`<ul class="note-list" aria-labelledby=${d}>
          ${o.slice(0,p).map(h=>l`<${fe} key=${h} app=${e} id=${h} color=${t.color} />`)}
        </ul>`:l`<p class="empty">
          ${n(r==="solution"?"kind.no_solutions":"kind.no_challenges")}
          ${a&&l` <button type="button" class="link-button" onClick=${$}>${n(r==="solution"?"kind.first_solution":"kind.first_challenge")}</button>`}
        </p>`}
    ${o.length>p&&l`<${b} text label=${n("outline.more",{count:Math.min(Le,o.length-p)})} onClick=${()=>c(p+Le)} />`}`}function eo({app:e,theme:t}){let r=[...e.session.selection.value].filter(o=>e.store.get("note",o)?.theme===t);return!r.length||!e.actions.may("group")?null:l`<${b} icon="group" text label=${n("cluster.group_n",{count:r.length})} onClick=${()=>e.ui.dialog.value={name:"group",ids:r}} />`}function to(e,t){e.ui.adding.value=null,requestAnimationFrame(()=>document.querySelector(`[data-add="${CSS.escape(t)}"]`)?.focus())}var no=300,cn=".note-line, .cluster-toggle";function he({app:e,page:t}){let{live:r,session:o}=e,{all:i}=r.counts.value,a=o.filter.value,s=Q(a),c=r.themes().filter(d=>!a.theme||d.id===a.theme);return l`<div class=${t?"outline outline-page":"outline"} id="outline" tabindex="-1" onKeyDown=${d=>oo(e,d)}>
    ${t?l`<h2 class="outline-title" dir="auto">${r.board().title}</h2>`:l`<h2 class="visually-hidden">${n("panel.outline")}</h2>`}
    <${on} app=${e} />
    ${c.map((d,m)=>l`<${an} key=${d.id} app=${e} id=${d.id} folded=${i>no&&m>0&&!s} filtering=${s} />`)}
  </div>`}function oo(e,t){let r=t.target;if(!r.matches(cn)||t.altKey)return;if(t.ctrlKey||t.metaKey)return t.key==="Enter"||t.key===" "?ro(e,t,r):void 0;if(["+","-"].includes(t.key))return io(e,t,r);if(!["ArrowDown","ArrowUp","Home","End"].includes(t.key))return;let o=[...t.currentTarget.querySelectorAll(cn)],i=o.indexOf(r),a={ArrowDown:i+1,ArrowUp:i-1,Home:0,End:o.length-1}[t.key]??i,s=o[a];s&&(t.preventDefault(),s.focus())}function ro(e,t,r){let o=r.closest("[data-note]")?.dataset.note;if(!o||!r.classList.contains("note-line"))return;t.preventDefault();let i=new Set(e.session.selection.peek());i.delete(o)||i.add(o),e.session.selection.value=i,e.session.announce.value=n("announce.selected",{count:i.size})}function io(e,t,r){let o=e.store.openRound();if(!o||!e.session.singleKeys.peek())return;let i=r.classList.contains("note-line")?"note":"cluster",a=r.closest(i==="note"?"[data-note]":"[data-cluster]"),s=e.store.get(i,a?.dataset[i]??"");vt(e,o,i,s)&&(t.preventDefault(),(t.key==="+"?kt:yt)(e,o,s.id))}function un({app:e}){let{session:t}=e,r=A(e,t.selection.value);return r.length?r.length===1?l`<${lo} key=${r[0].id} app=${e} note=${r[0]} />`:l`<h2>${n("note.selected_n",{count:r.length})}</h2>
    <${V} app=${e} ids=${r.map(o=>o.id)} goals />
    <${b} text label=${n("note.select_none")} onClick=${()=>t.selection.value=new Set} />`:l`<h2 class="visually-hidden">${n("panel.note")}</h2><${Nt} icon="sticky-note" words=${n("note.choose")} />`}function lo({app:e,note:t}){let{session:r,live:o,actions:i}=e,a=o.get("theme",t.theme),s=t.cluster&&o.get("cluster",t.cluster),c=[...r.typing.value.get(t.id)||[]].filter(m=>m!==r.me.value);r.role.value,o.board();let d=i.may("edit",t);return l`<div class="inspector" data-color=${a?.color} data-kind=${t.kind}>
    <h2 class="inspector-head"><span class="kind-chip"><${O} kind=${t.kind} /></span>${M(t.kind)}</h2>
    ${a&&l`<h3 class="theme-word"><${ee} name=${a.sign} /><span><bdi>${a.title}</bdi>${s&&l` <span class="cluster-word"><${S} name="group" /><span class="visually-hidden">${n("cluster.in")} </span><bdi>${I(s)}</bdi></span>`}</span></h3>`}
    <${de} note=${t} />
    ${c.length>0&&l`<p class="writing"><${S} name="pencil" />${ue(e,c)}</p>`}
    ${d?l`<${ce} app=${e} id=${t.id} label=${n("note.text_label")} onDone=${()=>e.layer.peek()?.focusNote(t.id)} /><${ie} app=${e} note=${t} />`:l`<${N} app=${e} note=${t} name="note-whole" tag="p" /><${re} app=${e} note=${t} text /><${me} sdgs=${t.sdgs} />`}
    <${R} app=${e} type="note" record=${t} />
    <${pe} app=${e} note=${t} />
    <${V} app=${e} ids=${[t.id]} />
    <dl class="facts">
      <dt>${n("note.author")}</dt><dd><bdi>${Xe(e,t)}</bdi></dd>
      ${t.association&&l`<dt>${n("note.association")}</dt><dd><bdi>${t.association}</bdi></dd>`}
      <dt>${n("note.created")}</dt><dd>${ke(t.created_at)||n("note.waiting")}</dd>
      ${t.origin&&l`<dt>${n("origin.label")}</dt><dd>${xt(t.origin)}</dd>`}
      ${t.edited_at&&t.edited_at!==t.created_at&&l`<dt>${n("note.edited")}</dt><dd>${ke(t.edited_at)}</dd>`}
    </dl>
  </div>`}var De={outline:he,note:un,people:Dt},Ne={earlier:()=>_("ui/earlier_panel",()=>import("./board-EB6XDE37.js")).then(e=>e.EarlierBoards),agenda:()=>_("ui/agenda",()=>import("./board-GQEVIAP2.js")).then(e=>e.Agenda),moderation:()=>_("ui/moderation",()=>import("./board-RYP2NAEM.js")).then(e=>e.Moderation),interpreter:()=>_("ui/interpreter",()=>import("./board-4J5TK3C2.js")).then(e=>e.Interpreter),matrix:()=>_("ui/matrix_panel",()=>import("./board-TKOBGRRG.js")).then(e=>e.Matrix),participation:()=>_("ui/participation_panel",()=>import("./board-LYDCSSK4.js")).then(e=>e.Participation),trash:()=>_("ui/trash",()=>import("./board-SKT36GEZ.js")).then(e=>e.Trash),tray:()=>_("ui/tray_panel",()=>import("./board-6SM5XSG6.js")).then(e=>e.Tray),unanswered:()=>_("ui/unanswered_panel",()=>import("./board-YPREQ7ID.js")).then(e=>e.Unanswered),votes:()=>_("ui/vote_panel",()=>import("./board-CU3O4FFT.js")).then(e=>e.Votes)},so=new Set(["earlier","participation","tray"]),ao=["outline","note","people"],co=12;function Pe({session:e}){let t=e.panel.value;return!t||!(t in De||t in Ne)||e.view.value==="outline"&&(t==="outline"||t==="note")?null:t}function dn({app:e}){let{session:t,ui:r}=e,o=Pe(e),i=k(null),a=k(null),s=r.compact.value;if(x(()=>{let m=o&&!s&&i.current?i.current.getBoundingClientRect().width+co:0;t.panelInset.peek().end!==m&&(t.panelInset.value={...t.panelInset.peek(),start:0,end:m})},[o,s]),x(()=>{if(o)return a.current||(a.current=document.activeElement),s&&i.current?.focus(),()=>{if(t.panel.peek())return;let m=a.current;a.current=null,requestAnimationFrame(()=>document.activeElement===document.body&&m?.isConnected&&m.focus())}},[o,s]),x(()=>{i.current?.querySelector(".tab[aria-current]")?.scrollIntoView({block:"nearest",inline:"nearest"})},[o]),!o)return null;let c=(t.view.value==="outline"?["people"]:ao).filter(m=>m!=="note"||t.selection.value.size>0||o==="note"),d=()=>t.panel.value=null;return l`<${s?"div":"aside"} id="panel" ref=${i} class="panel" tabindex="-1" aria-label=${n(`panel.${o}`)} role=${s?"dialog":void 0} aria-modal=${s?"true":void 0}
    onKeyDown=${m=>m.key==="Escape"&&!m.defaultPrevented&&(m.stopPropagation(),d())}>
    <div class="panel-head">
      <nav class="tabs" aria-label=${n("panel.title")}>
        ${c.map(m=>l`<button type="button" key=${m} class="tab" aria-current=${m===o?"page":void 0} onClick=${()=>t.panel.value=m}>${n(`panel.${m}`)}</button>`)}
        ${!c.includes(o)&&l`<span class="tab" aria-current="page">${n(`panel.${o}`)}</span>`}
      </nav>
      <${b} icon="x" label=${n("panel.close")} onClick=${d} />
    </div>
    <div class="panel-body">${o in De?l`<${De[o]} key=${o} app=${e} />`:l`<${uo} key=${o} name=${o} app=${e} />`}</div>
  <//>`}function uo({name:e,app:t}){let{part:r,failed:o,again:i}=ht(`panel ${e}`,so.has(e)?ne("dialogs",Ne[e]):Ne[e]);return r?l`<${r} app=${t} />`:o?l`<p class="error" role="alert">${n("panel.failed")}</p><${b} text icon="refresh-cw" label=${n("state.try_now")} onClick=${i} />`:l`<p class="empty">${n("state.loading")}</p>`}function mn({app:e}){let{session:t,live:r,actions:o}=e,i=gt(e),a=k(null);if(r.all("vote"),r.board(),x(()=>{let p=a.current;a.current=i?{id:i.id,title:i.title}:null,i&&p?.id!==i.id&&(t.announce.value=n("round.opened",{title:i.title})),!i&&p&&e.store.get("round",p.id)?.state==="closed"&&mo(e,p)},[i?.id]),!i)return null;let s=t.panel.value==="votes",c=t.role.value!=="viewer"&&o.may("vote"),d=c?o.votesLeft(i.id):0,m=()=>{t.round.value=i.id,t.panel.value=s?null:"votes"};return l`<section class="vote-bar bar" aria-label=${n("vote.bar")}>
    <button type="button" class="vote-bar-title" aria-pressed=${String(s)} title=${n("vote.open_panel")} onClick=${m}><${S} name="vote" /><bdi>${W(i.title,60)}</bdi><span class="visually-hidden">${n("vote.open_panel")}</span></button>
    ${c&&l`<span class="votes-left"><strong>${y(d)}</strong> ${n("vote.left_short",{count:d})}</span>`}
    ${c&&l`<${qt} app=${e} round=${i} />`}
  </section>`}function mo(e,{id:t,title:r}){e.session.toast.value={text:n("round.closed",{title:r}),action:{label:n("round.see_results"),run:()=>{e.session.round.value=t,e.session.panel.value="votes"}}}}function $n({live:e,session:t,ui:r}){let o=e.board();return t.saved.value.state==="saved"&&t.view.value==="board"&&!!o.id&&e.counts.value.all===0&&!o.archived&&r.tour.value===null&&!r.phone.value}function pn({session:e,ui:t}){if(t.phone.peek()||!$o())return;let r=!1;return e.saved.subscribe(({state:o})=>{r||o!=="saved"||(r=!0,t.tour.value??="first")})}function $o(){try{return localStorage.getItem("tour")===null}catch{return!1}}function Re(e){let t="",r=new Set;for(let o of e)r.add(o.id),o.created_at>t&&(t=o.created_at);return{at:t,known:r}}function fn(e){return typeof e=="string"&&!Number.isNaN(Date.parse(e))?{at:e,known:null}:null}function hn(e,t,r,o){let i=new Map(o.map((s,c)=>[s,c])),a=[...e].filter(s=>s.seat!==r&&s.text?.trim()&&(t.known?!t.known.has(s.id):s.created_at>t.at));return a.sort((s,c)=>(i.get(s.theme)??0)-(i.get(c.theme)??0)||(s.created_at<c.created_at?-1:1)),a.map(s=>s.id)}function Zl(e){let t=new Map;for(let{theme:r}of e)t.set(r,(t.get(r)??0)+1);return[...t].sort(([,r],[,o])=>o-r)}var po=5e3;function bn({app:e}){return x(()=>fo(e),[]),x(()=>{let t=document.querySelector('link[rel="icon"]');t&&(t.href=`${e.page.assets}icons/favicon${e.ui.unseen.value?"-new":""}.svg`)},[e.ui.unseen.value>0]),null}function fo({page:e,store:t,sync:r,session:o,ui:i}){let a=`seen-${e.board}`,s=ho(a),c=0,d=!1,m=()=>s?hn(t.all("note"),s,o.me.peek(),t.themes().map(g=>g.id)):[];function p(){!t.loaded||s||(s=Re(t.all("note")),c=Date.now(),Ke(a,s.at))}function $(){if(!s||document.hidden||!r.joined)return;let g=m(),v=d&&Date.now()-c<po,C=i.news.peek()?.ids.filter(E=>t.get("note",E))??[];g.length&&!v&&(i.news.value={ids:[...new Set([...C,...g])]}),s=null,d=!1,i.unseen.value=0,Ke(a,Re(t.all("note")).at)}let h=()=>document.hidden?p():$(),u=()=>{p(),s&&Ke(a,s.at)},f=[o.saved.subscribe(({state:g})=>{g==="offline"&&!s?(p(),d=!0):g==="saved"&&(document.hidden?p():$())}),t.subscribe(()=>{s&&document.hidden&&(i.unseen.value=m().length)})];return document.addEventListener("visibilitychange",h),addEventListener("pagehide",u),()=>{document.removeEventListener("visibilitychange",h),removeEventListener("pagehide",u);for(let g of f)g()}}function ho(e){try{return fn(localStorage.getItem(e))}catch{return null}}function Ke(e,t){try{t&&localStorage.setItem(e,t)}catch{return}}var gn="a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]",bo="dialog, #panel, [popover], .toast, .banner, .board-viewport",go=["note","cluster","theme","step","round"];function Y(e){return e instanceof HTMLElement&&e.isConnected&&e.matches(gn)&&!e.closest("[inert]")&&e.checkVisibility({visibilityProperty:!0})}function D(e){return Y(e)&&e.tabIndex>=0?e:[...e.querySelectorAll(gn)].find(r=>Y(r)&&r.tabIndex>=0)??null}function vn(e){let t=[],r=[],o=0;function i(u){let f=u.target;t=[...t.filter(g=>g!==f&&g.isConnected),f].slice(-12),r=[];for(let g=f;g&&g!==document.body;g=g.parentElement)r.push({el:g,after:g.nextElementSibling,before:g.previousElementSibling})}function a(){setTimeout(()=>document.activeElement===document.body&&([t,r]=[[],[]]))}function s(){o||!t.length||document.activeElement!==document.body||(o=requestAnimationFrame(()=>o=requestAnimationFrame(()=>{o=0;let u=t.at(-1);document.activeElement===document.body&&u&&!Y(u)&&c(u)?.focus({preventScroll:!1})})))}function c(u){let f=d();return f&&!f.contains(u)||r.some(({el:g})=>g.matches(".canvas-host"))?$():m(u)??p()??[...t].reverse().find(g=>Y(g)&&(!f||f.contains(g)))??$()}function d(){let u=document.querySelectorAll("dialog[open]");return u[u.length-1]??document.querySelector("#panel[aria-modal]")}function m(u){for(let f of go){let g=r.find(({el:w})=>w instanceof HTMLElement&&w.dataset[f])?.el??u.closest(`[data-${f}]`),v=g instanceof HTMLElement&&g.dataset[f];if(!v||g.closest("[role=listbox]"))continue;let C=[...document.querySelectorAll(`[data-${f}="${CSS.escape(v)}"]`)].find(w=>w.checkVisibility()),E=C&&D(C);return E||null}return null}function p(){for(let{el:u,after:f,before:g}of r){if(!u.isConnected||!u.checkVisibility()){if(u.matches(bo))return null;for(let v=f;v;v=v.nextElementSibling)if(v.isConnected&&D(v))return D(v);for(let v=g;v;v=v.previousElementSibling)if(v.isConnected&&D(v))return D(v);continue}if(u.matches("section, form, fieldset, ul, ol, [role], details, .panel-body")&&D(u))return D(u);if(Y(u))return u}return null}function $(){let u=d();if(u)return u.matches("[tabindex]")?u:u.querySelector("h2[tabindex], [tabindex]");let f=e.layer.peek();return f&&f.refocus(),f?null:document.querySelector("#outline, main h2[tabindex], main a[href], main button")}let h=new MutationObserver(s);return h.observe(document.body,{subtree:!0,childList:!0,attributes:!0,attributeFilter:["hidden","inert","disabled","open"]}),document.addEventListener("focusin",i),document.addEventListener("pointerdown",a),()=>{h.disconnect(),cancelAnimationFrame(o),document.removeEventListener("focusin",i),document.removeEventListener("pointerdown",a)}}var j=e=>ne("finding",e),vo=j(()=>_("ui/tour",()=>import("./board-UT4AZVYB.js")).then(e=>e.Tour)),ko=j(()=>_("ui/first_card",()=>import("./board-5QYEJ4RS.js")).then(e=>e.FirstCard)),yo=j(()=>_("ui/minimap_host",()=>import("./board-BJKD5NNV.js")).then(e=>e.Minimap)),wo=j(()=>_("ui/away_bar",()=>import("./board-P4V3VHIF.js")).then(e=>e.AwayBar)),xo=j(()=>_("ui/palette",()=>import("./board-4COOOSR5.js")).then(e=>e.Palette));function Ba({app:e}){let{session:t,ui:r}=e;if(x(()=>pn(e),[]),x(()=>{let s=d=>_o(e,d),c=d=>Eo(e,d)||To(e,d);return document.addEventListener("keydown",c,!0),document.addEventListener("keydown",s),()=>{document.removeEventListener("keydown",c,!0),document.removeEventListener("keydown",s)}},[]),x(()=>vn(e),[]),r.lost.value)return l`<main id="main"><${at} app=${e} /></main><${Me} app=${e} />`;let o=t.view.value==="outline",i=Pe(e),a=r.compact.value&&i!==null;return l`<div class="board-app" data-view=${o?"outline":"board"} data-panel=${i??void 0}>
    <${P} app=${e} when=${r.tour.value!==null&&!r.phone.value&&!a} load=${vo} />
    <div class="under" inert=${a}>
      <${So} app=${e} outline=${o} />
      <${tn} app=${e} />
      <${nn} app=${e} />
      <main id="main">${o?l`<${he} app=${e} page />`:l`<${Pt} app=${e} />`}<${Vt} app=${e} /></main>
    </div>
    <${P} app=${e} when=${$n(e)} load=${ko} />
    <${P} app=${e} when=${r.news.value!==null} load=${wo} />
    <${P} app=${e} when=${!o&&Co(e)} load=${yo} />
    <${mn} app=${e} />
    <${dn} app=${e} />
    <${$t} app=${e} />
    <${Rt} app=${e} />
    <${P} app=${e} when=${r.dialog.value?.name==="palette"} load=${xo} />
    <${Ot} app=${e} />
    <${Kt} app=${e} />
    <${bn} app=${e} />
    <${pt} app=${e} />
    <${ft} app=${e} />
    <${Wt} app=${e} />
    <${Me} app=${e} />
  </div>`}var Co=({ui:e,live:t})=>e.minimap.value==="on"&&!e.compact.value&&t.counts.value.all>We;function So({app:e,outline:t}){let{session:r}=e,o=i=>()=>{i==="outline"&&!t&&(r.panel.value="outline"),requestAnimationFrame(()=>{let a=document.getElementById(i);(i==="canvas"?a?.querySelector("[role=listbox]")||a:i==="dock"&&a?.querySelector("button")||a)?.focus()})};return l`<nav class="skips" aria-label=${n("skip.title")}>
    ${!t&&l`<button type="button" class="skip" onClick=${o("canvas")}>${n("skip.board")}</button>`}
    <button type="button" class="skip" onClick=${o("outline")}>${n("skip.outline")}</button>
    <button type="button" class="skip" onClick=${o("dock")}>${n("skip.dock")}</button>
  </nav>`}function Eo({ui:e},t){let r=e.dialog.peek();return r?.name!=="palette"||document.querySelector("dialog.palette[open]")?!1:(t.preventDefault(),t.stopPropagation(),t.key==="Escape"?e.dialog.value=null:t.key.length===1&&!t.ctrlKey&&!t.metaKey&&(r.typed=(r.typed??"")+t.key),!0)}function To({ui:e},t){t.key.toLowerCase()!=="k"||!(t.ctrlKey||t.metaKey)||t.shiftKey||t.altKey||t.isComposing||e.dialog.peek()||document.querySelector("dialog:modal")||(t.preventDefault(),t.stopPropagation(),e.dialog.value={name:"palette"})}function _o(e,t){if(t.defaultPrevented||t.altKey||e.ui.dialog.peek()||t.target.closest?.("input, textarea, select, [contenteditable]"))return;let o=t.key.toLowerCase();if(t.ctrlKey||t.metaKey){if(o==="z")t.shiftKey?e.sync.redo():e.sync.undo();else if(o==="y")e.sync.redo();else return;t.preventDefault()}else o==="?"&&e.session.singleKeys.peek()?(t.preventDefault(),e.ui.dialog.value={name:"help"}):o==="/"&&e.session.singleKeys.peek()&&(t.preventDefault(),e.session.view.peek()==="board"&&(e.session.panel.value="outline"),requestAnimationFrame(()=>requestAnimationFrame(()=>document.querySelector("#outline input[type=search]")?.focus())))}export{B as a,Yt as b,In as c,en as d,Zl as e,Ba as f};
