/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as Ht}from"./board-ZMAF45M4.js";import{c as Je,e as nt,f as ot,g as rt,j as Me,k as de,l as Oe,m as Dt,n as Pt,o as Rt,p as Nt,q as Kt,r as me,s as V,u as Ft,v as qt,w as Wt,x as zt}from"./board-ML3NNHGA.js";import{$ as wt,A as ut,B as dt,Ba as It,C as Se,Ca as At,D as mt,Da as Lt,E as $t,G as oe,I as pt,J as Ee,K as ft,L as re,N as ht,O as bt,P as B,S as Te,T as le,U as gt,V as vt,Y as kt,Z as yt,_ as _e,a as f,aa as xt,b as Ze,d as w,e as ye,ga as R,h as je,i as Xe,ia as ie,j as M,ja as se,k as z,ka as Ct,la as St,m as we,n as H,o as Qe,p as et,pa as Et,q as tt,r as lt,ra as Tt,s as it,sa as ae,t as P,ta as _t,u as st,ua as ce,v as xe,va as ue,w as at,wa as N,x as ct,xa as Mt,y as ne,ya as Ot,z as Ce,za as Bt}from"./board-KYIRGFZR.js";import{Aa as ze,Ba as ke,C as Ke,Ca as He,Ja as ee,Ma as Ve,Ra as te,Sa as Ue,Ta as Ge,Ua as Ye,_a as Vt,b as E,c as S,ca as Fe,d as X,e as k,fa as J,j as ve,k as i,la as qe,n as _,na as We,o as n,t as Ne,ta as C,ua as Q,va as I,wa as A,xa as L,ya as q,za as W}from"./board-MDZKHNOU.js";var vn=0;function O({icon:e,label:t,items:r,groups:o,text:l,short:a,mirror:s}){let c=k(`menu-${vn+=1}`),m=k(null),$=()=>document.querySelector(`[aria-controls="${c.current}"]`),p=()=>{let d=$();!d||!m.current||(m.current.togglePopover(),m.current.matches(":popover-open")&&(Gt(m.current,d.getBoundingClientRect()),m.current.querySelector("[role^=menuitem]")?.focus()))};return i`<${f} icon=${e} label=${t} text=${l} short=${a} mirror=${s} aria-haspopup="menu" aria-controls=${c.current} onClick=${p} />
    <${Be} id=${c.current} items=${r} groups=${o} label=${t} list=${m} onClose=${()=>m.current?.hidePopover()} onLeave=${()=>$()?.focus()} />`}function Be({id:e,items:t=[],groups:r,label:o,list:l,onClose:a,onLeave:s}){let c=d=>{d.stopPropagation();let b=[...l.current.querySelectorAll("[role^=menuitem]")],u=b.indexOf(document.activeElement),h={ArrowDown:(u+1)%b.length,ArrowUp:(u-1+b.length)%b.length,Home:0,End:b.length-1};d.key in h?(d.preventDefault(),b[h[d.key]]?.focus()):(d.key==="Escape"||d.key==="Tab")&&(d.preventDefault(),a(),s())},m=d=>{a(),s(),d.run?.()},$=(r?r.flatMap(d=>d.items):t).find(d=>d&&d!=="-"),p=(d,b)=>{if(!d)return null;if(d==="-")return i`<hr key=${b} class="menu-line" />`;let u=d===$?0:-1,h=d.checked===void 0?"menuitem":"menuitemradio",v=i`${d.checked!==void 0?i`<span class="menu-check">${d.checked&&i`<${C} name="check" />`}</span>`:d.icon&&i`<${C} name=${d.icon} mirror=${d.mirror} />`}<span class="menu-label" dir="auto">${d.label}</span>${d.keys&&i`<kbd aria-hidden="true">${Ze(d.keys.split(" ")[0])}</kbd>`}`;return d.href?i`<a key=${b} role=${h} tabindex=${u} class="menu-item" href=${d.href} target="_blank" rel="noopener" onClick=${a}>${v}</a>`:i`<button key=${b} type="button" role=${h} tabindex=${u} class="menu-item" lang=${d.lang} data-danger=${d.danger?"":void 0} aria-checked=${d.checked===void 0?void 0:String(d.checked)}
          aria-keyshortcuts=${d.keys} aria-disabled=${d.off?"true":void 0} onClick=${()=>!d.off&&m(d)}>${v}</button>`};return i`<div id=${e} ref=${l} class=${r?"menu menu-groups":"menu"} popover role="menu" aria-label=${o} onKeyDown=${c}>
    ${r?r.map(d=>i`<div key=${d.title} class="menu-group" role="group" aria-label=${d.title}><p class="menu-title" aria-hidden="true">${d.title}</p>${d.items.map(p)}</div>`):kn(t).map(p)}
  </div>`}function kn(e){let t=e.filter(Boolean);return t.filter((r,o)=>r!=="-"||o>0&&t[o-1]!=="-"&&t.slice(o).some(l=>l!=="-"))}function Ut({app:e}){let{ui:t,live:r,actions:o,session:l}=e,a=k(null),s=t.menu.value;if(S(()=>{!s||!a.current||(a.current.showPopover(),Gt(a.current,new DOMRect(s.x,s.y,0,0)),a.current.querySelector("[role^=menuitem]")?.focus())},[s]),!s)return null;let c=()=>{a.current?.hidePopover(),t.menu.value=null},m=s.cluster&&r.get("cluster",s.cluster);if(m)return i`<${Be} items=${le(e,m,{rename:()=>e.layer.peek()?.rename(m.id)})} label=${n("cluster.menu",{title:B(m)})} list=${a} onClose=${c} onLeave=${()=>e.layer.peek()?.focusCluster(m.id,{still:!0})} />`;let $=A(e,s.ids),p=$.length===1?$[0]:null,d=$.map(g=>g.id),b=L(e,"edit",$),u=L(e,"move",$),h=[p&&b&&{icon:"pencil",label:n("action.edit"),run:()=>e.layer.peek()?.edit(p.id)},b&&{icon:"flag",label:n("action.make_challenge"),off:$.every(g=>g.kind==="challenge"),run:()=>ke(e,d,"challenge")},b&&{icon:"lightbulb",label:n("action.make_solution"),off:$.every(g=>g.kind==="solution"),run:()=>ke(e,d,"solution")},...Pt(e,p),"-",...Rt(e,p),...Dt(e,$),"-",...u?r.themes().filter(g=>$.some(x=>x.theme!==g.id)).map(g=>({icon:"arrow-right",mirror:!0,label:n("action.move_to",{theme:g.title}),run:()=>ze(e,d,g.id)})):[],"-",u&&{icon:"bring-to-front",label:n("action.front"),run:()=>o.bringToFront(d)},o.may("add")&&$.length>0&&{icon:"copy",label:n("action.duplicate"),run:()=>W(e,d)},$.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>l.panel.value="note"},"-",...Nt(e,$),"-",L(e,"remove",$)&&{icon:"trash-2",danger:!0,label:n("action.delete"),run:()=>q(e,d)},!$.length&&l.role.value==="facilitator"&&{icon:"sparkles",label:n("suggest.open"),run:()=>t.dialog.value={name:"suggest"}},!$.length&&o.may("add")&&{icon:"plus",label:n("add.note"),run:()=>e.layer.peek()?.addUnder(s.x,s.y)},!$.length&&{icon:"maximize",label:n("dock.fit"),run:()=>e.layer.peek()?.fit()}],v=()=>p?e.layer.peek()?.focusNote(p.id):e.layer.peek()?.refocus();return i`<${Be} items=${h} label=${n("menu.note")} list=${a} onClose=${c} onLeave=${v} />`}function Gt(e,t){let r=e.getBoundingClientRect(),l=document.documentElement.dir==="rtl"?t.right-r.width:t.left,a=Math.max(8,Math.min(l,innerWidth-r.width-8)),s=t.bottom+6,c=s+r.height<=innerHeight-8?s:Math.max(8,t.top-r.height-6);e.style.insetInlineStart="auto",e.style.left=`${a}px`,e.style.top=`${c}px`}function Yt({app:e}){let{session:t,actions:r}=e,[o,l]=E(!1),a=k(null),s=k(!1),c=k(null),m=xt(e);if(S(()=>{o?a.current?.select():s.current&&c.current?.focus(),s.current=!1},[o]),t.role.value!=="facilitator")return i`<h1 class="board-title" dir="auto" title=${m}>${m}</h1>`;let $=()=>{let d=a.current?.value.replace(/\s+/g," ").trim();d&&d!==m&&r.setBoard({title:d}),l(!1)},p=d=>{d.stopPropagation(),!(d.key!=="Enter"&&d.key!=="Escape")&&(d.preventDefault(),s.current=!0,d.key==="Enter"?$():l(!1))};return i`<h1 class="board-title">
    ${o?i`<input ref=${a} class="field" dir="auto" maxlength="120" aria-label=${n("board.title")} value=${m} onKeyDown=${p} onBlur=${$} />`:i`<button type="button" ref=${c} class="title-button" dir="auto" title=${n("board.rename")} onClick=${()=>l(!0)}>${m}</button>`}
  </h1>`}var yn=0;function U({label:e,icon:t,shown:r,class:o,children:l,...a}){let s=k(`popover-${yn+=1}`),c=k(null),m=k(null),[$,p]=E(!1),d=()=>{c.current?.matches(":popover-open")&&(c.current.hidePopover(),m.current?.focus())};return X(()=>{if(!$)return;wn(c.current,m.current.getBoundingClientRect()),(c.current.querySelector("[autofocus], button, input, select, textarea, a[href]")||c.current).focus()},[$]),i`<button type="button" ref=${m} class=${`button ${r?"":"button-icon"} ${o??""}`} aria-label=${e} title=${e}
      aria-haspopup="dialog" aria-expanded=${String($)} aria-controls=${s.current} onClick=${()=>c.current.togglePopover()} ...${a}>
      ${t&&i`<${C} name=${t} />`}${r}</button>
    <div id=${s.current} ref=${c} class="menu popover" popover role="dialog" aria-label=${e} tabindex="-1"
      onToggle=${b=>b.target===c.current&&p(b.newState==="open")}
      onKeyDown=${b=>b.key!=="Escape"&&b.stopPropagation()}>
      ${$&&(typeof l=="function"?l(d):l)}
    </div>`}function wn(e,t){let{width:r,height:o}=e.getBoundingClientRect(),l=t.left+t.width/2-r/2;e.style.insetInlineStart="auto",e.style.left=`${Math.max(8,Math.min(l,innerWidth-r-8))}px`,e.style.top=`${Math.max(8,Math.min(t.bottom+8,innerHeight-o-8))}px`}var xn=[1632,1776,2406];function Zt(e){let t=[...e.trim()].map(Cn).join("").replace(/[,٫]/u,".");return/^-?\d+(\.\d+)?$/.test(t)?Number(t):null}function Cn(e){let t=e.codePointAt(0),r=xn.find(o=>t>=o&&t<o+10);return r===void 0?e:String(t-r)}var Sn=[1,3,5,10,15],En=60;function Xt({app:e}){let t=dt(e),r=e.session.role.value==="facilitator";if(t.state==="off")return r?i`<${U} icon="timer" label=${n("timer.open")}>${m=>i`<${jt} app=${e} clock=${t} close=${m} />`}<//>`:null;let o=Se(t.left),l=t.state==="paused"?n("timer.paused"):t.state==="over"?n("timer.over"):"",a=l?n("timer.label_word",{time:o,word:l}):n("timer.label",{time:o}),s=i`<span class="timer-face" dir="ltr">${o}</span>${l&&i`<span class="timer-word">${l}</span>`}`,c=t.state==="running"&&t.left<=En?"low":t.state;return i`<${U} icon=${t.state==="paused"?"pause":"timer"} label=${a} shown=${s} class="timer" data-state=${c}>
    ${m=>r?i`<${jt} app=${e} clock=${t} close=${m} />`:i`<${Tn} clock=${t} />`}
  <//>`}function Tn({clock:e}){return i`<div class="popover-body">
    <p>${n(e.state==="over"?"timer.over_of":"timer.of",{time:Se(e.seconds)})}</p>
    ${e.lock&&i`<p class="hint">${n(e.state==="over"?"timer.locked_now":"timer.locks")}</p>`}
    <${Jt} />
  </div>`}function jt({app:e,clock:t,close:r}){let{actions:o}=e,l=t.state!=="off",[a,s]=E(!!e.live.board().timer?.lock),c=$=>{o.timer({start:$,lock:a}),r()},m=$=>{s($),t.state==="running"&&o.timer({start:t.left,lock:$})};return i`<div class="popover-body timer-controls">
    ${l&&i`<div class="button-row">
      ${t.state==="running"&&i`<${f} icon="pause" text label=${n("timer.pause")} onClick=${()=>o.timer({pause:!0})} />`}
      ${t.state==="paused"&&i`<${f} icon="play" text label=${n("timer.resume")} onClick=${()=>o.timer({resume:!0})} />`}
      <${f} icon="plus" text label=${n("timer.add_minute")} onClick=${()=>o.timer({add:60})} />
      <${f} icon="square" text label=${n("timer.stop")} onClick=${()=>(o.timer({stop:!0}),r())} />
    </div>`}
    <h2>${n(l?"timer.start_anew":"timer.start")}</h2>
    <div class="button-row timer-presets">
      ${Sn.map($=>i`<button key=${$} type="button" class="button" aria-label=${n("timer.start_minutes",{count:$})} onClick=${()=>c($*60)}>${w($)}</button>`)}
      <span class="muted">${n("timer.minutes")}</span>
    </div>
    <${_n} onStart=${c} />
    <label class="check"><input type="checkbox" checked=${a} onChange=${$=>m($.currentTarget.checked)} /><span>${n("timer.lock")}</span></label>
    <${Jt} />
  </div>`}function _n({onStart:e}){let[t,r]=E(""),[o,l]=E("");return i`<form class="timer-typed" onSubmit=${s=>{s.preventDefault();let c=Zt(t);if(c===null)return l(n("timer.not_minutes",{most:w(600)}));if(c<=0)return l(n("timer.too_short"));if(c>600)return l(n("timer.too_long",{most:w(600)}));e(Math.max(1,Math.round(c*60)))}} novalidate>
    <label><span class="label">${n("timer.other")}</span>
      <input class="field" inputmode="decimal" autocomplete="off" value=${t} aria-invalid=${o?"true":void 0} aria-describedby="timer-wrong"
        onInput=${s=>(r(s.currentTarget.value),l(""))} /></label>
    <button type="submit" class="button button-outline"><${C} name="play" /><span>${n("timer.start_now")}</span></button>
    <p id="timer-wrong" class="field-error" role="alert">${o}</p>
  </form>`}function Jt(){let e=Ee.value==="on";return i`<label class="check"><input type="checkbox" checked=${e} onChange=${t=>Ee.value=t.currentTarget.checked?"on":"off"} />
    <${C} name=${e?"volume-2":"volume-x"} /><span>${n("timer.sound")}</span></label>`}function Qt({app:e}){return i`<${U} icon="sliders-horizontal" label=${n("now.title")}>${t=>i`<${Mn} app=${e} close=${t} />`}<//>`}function Mn({app:e,close:t}){let{live:r,actions:o,session:l}=e,a=r.board(),s=at(),c=()=>{t(),l.panel.value="moderation"};return i`<div class="popover-body">
    <h2>${n("now.title")}</h2>
    <p class="hint">${n("now.hint")}</p>
    <${On} may=${a.may??[]} onChange=${o.setMay} />
    <hr />
    <label class="check"><input type="checkbox" checked=${a.private} onChange=${m=>{m.currentTarget.checked=a.private,Ce(e,!a.private)}} /><span>${n("private.switch")}</span></label>
    <label class="check"><input type="checkbox" checked=${a.locked} onChange=${m=>o.setBoard({locked:m.currentTarget.checked})} /><span>${n("settings.locked")}</span></label>
    ${a.private&&s>0&&i`<div class="button-row">
      <${f} icon="eye" text label=${n("private.reveal_n",{count:s})} onClick=${()=>Ce(e,!1)} />
      <${f} icon="shield" text label=${n("moderation.open")} onClick=${c} />
    </div>`}
  </div>`}function On({may:e,onChange:t,label:r}){let o=(l,a)=>t(we.filter(s=>s===l?a:e.includes(s)));return i`<fieldset class="may-list"><legend class=${r?"label":"visually-hidden"}>${r??n("now.title")}</legend>
    ${we.map(l=>i`<label key=${l} class="check"><input type="checkbox" checked=${e.includes(l)} onChange=${a=>o(l,a.currentTarget.checked)} /><span>${n(`may.${l}`)}</span></label>`)}
    ${!e.length&&i`<p class="hint">${n("may.nothing")}</p>`}
  </fieldset>`}var Bn=400;function en({app:e}){let{session:t,ui:r,live:o}=e;ut(e);let l=t.role.value==="facilitator",a=H(e),s=Qe(e),c=(o.board().timer?.state??"off")!=="off";return!s&&!c&&(!l||r.compact.value&&!a.length)?null:i`<section class="bar step-bar" aria-label=${n("step.bar")}>
    ${s?i`<${An} app=${e} where=${s} leads=${l} />`:l&&i`<${In} app=${e} steps=${a} />`}
    <${Xt} app=${e} />
    ${l&&(s||a.length>0)&&i`<${Qt} app=${e} />`}
    ${s&&!l&&t.role.value==="participant"&&i`<${Pn} app=${e} />`}
    ${l&&i`<${Dn} app=${e} where=${s} first=${a[0]} />`}
  </section>`}function In({app:e,steps:t}){let r=()=>e.session.panel.value="agenda";return i`<${f} icon="list-checks" text label=${t.length?n("step.planned",{count:t.length}):n("step.plan")} class="button step-plan" onClick=${r} />`}function An({app:e,where:t,leads:r}){let{session:o}=e,{step:l,at:a,of:s}=t,c=()=>o.panel.value=o.panel.value==="agenda"?null:"agenda";return i`<button type="button" class="step-here" aria-expanded=${String(o.panel.value==="agenda")} title=${l.task||l.title} onClick=${c}>
      <span class="step-line"><span class="step-count">${n("step.n_of_m",{n:w(a),m:w(s)})}</span> <b dir="auto">${l.title}</b></span>
      ${l.task&&i`<span class="step-task" dir="auto">${l.task}</span>`}
    </button>
    ${r&&!e.ui.compact.value&&i`<${O} icon="chevron-down" label=${n("step.choose")} items=${Ln(e,t)} />`}`}function Ln(e,{step:t,previous:r}){return[r&&{icon:"arrow-left",mirror:!0,label:n("step.back"),run:()=>ne(e,r.id)},...H(e).map((o,l)=>({label:n("step.numbered",{n:w(l+1),title:o.title}),checked:o.id===t.id,run:()=>ne(e,o.id)})),{icon:"list-checks",label:n("step.edit_agenda"),run:()=>e.session.panel.value="agenda"},{icon:"x",label:n("step.end"),run:()=>e.actions.goToStep("")}]}function Dn({app:e,where:t,first:r}){let o=t?t.next:r,l=t?`${t.step.id} ${o?.id}`:"",[a,s]=E(l);if(S(()=>{let $=setTimeout(()=>s(l),Bn);return()=>clearTimeout($)},[l]),!t&&!r)return null;let c=e.ui.compact.value,m=t?o?n("step.next_is",{title:o.title}):n("step.last"):n("step.start");return i`<${f} icon=${t?"arrow-right":"play"} mirror label=${m} short=${t?c?void 0:n("step.next"):n("step.start")} off=${!o||a!==l}
    class=${`button button-primary step-next${t&&c?" button-icon":""}`} onClick=${()=>ne(e,o.id)} />`}function Pn({app:e}){let{live:t,session:r,actions:o}=e,l=et(e);if(l!==t.board().step)return null;let a=t.get("seat",r.me.value)?.done_for===l,{done:s,of:c}=tt(e,l);return i`<${f} icon="circle-check" label=${n(a?"done.take_back":"done.say",{n:w(s),m:w(c)})} pressed=${a} onClick=${()=>o.setDone(a?"":l)} />`}var Rn={auto:"on",on:"off",off:"auto"},G=e=>e.filter(Boolean);function tn(e){let{session:t,ui:r,actions:o,live:l,page:a}=e,s=T=>()=>r.dialog.value={name:T},c=T=>()=>t.panel.value=T,m=encodeURIComponent(a.board),$=t.role.value,p=$==="facilitator",d=$!=="viewer",b=r.compact.value,u=l.get("seat",t.me.value),h=u?.hand,v=p||d&&u?.interpreter,g=[{group:"session",commands:G([d&&{id:"hand",icon:"hand",label:n(h?"hand.lower_mine":"hand.raise"),run:()=>o.raiseHand(!h)},b&&d&&{id:"invite",icon:"user-plus",label:n("invite.open"),run:s("invite")},(p||H(e).length>0)&&{id:"agenda",icon:"list-checks",label:n("agenda.title"),run:c("agenda")},...Lt(e),p&&{id:"moderation",icon:"shield",label:n("moderation.open"),run:c("moderation")}])},{group:"look",commands:G([b&&t.view.value==="board"&&{id:"outline",icon:"search",label:n("panel.outline"),run:c("outline")},{id:"votes",icon:"vote",label:n("panel.votes"),run:c("votes")},{id:"unanswered",icon:"flag",label:n("panel.unanswered"),run:c("unanswered")},{id:"matrix",icon:"table-2",label:n("panel.matrix"),run:c("matrix")},v&&{id:"interpreter",icon:"languages",label:n("panel.interpreter"),run:c("interpreter")},{id:"reading",icon:"languages",label:n("reading.title"),run:s("reading")},p&&{id:"participation",icon:"chart-bar-big",label:n("panel.participation"),run:c("participation")},r.phone.value&&{id:"phone",icon:"square",label:n("phone.look"),run:()=>Vt("phone")},{id:"low",icon:"sliders-horizontal",label:`${n("low.title")}: ${n(`low.${ee.value}`)}`,run:()=>ee.value=Rn[ee.peek()]},a.series&&{id:"earlier",icon:"clock",label:n("panel.earlier"),run:c("earlier")}])},{group:"notes",commands:G([p&&{id:"suggest",icon:"sparkles",label:n("suggest.open"),run:s("suggest")},p&&{id:"bring",icon:"file-up",label:n("import.open"),run:s("bring")},p&&{id:"tray",icon:"folder-input",label:n("tray.title"),run:c("tray")},p&&{id:"history",icon:"rotate-ccw",label:n("history.open"),run:s("history")},d&&{id:"trash",icon:"trash-2",label:n("trash.open"),run:c("trash")}])},{group:"take",commands:G([{id:"export",icon:"download",label:n("export.open"),run:s("export")},{id:"print",icon:"printer",label:n("export.print"),keys:re.everywhere.print.keys,href:`/board/${m}/print`},p&&{id:"next",icon:"plus",label:n("next.open"),run:s("next")},(a.series||p)&&{id:"series",icon:"link",label:n("series.open"),href:`/board/${m}/series`}])},{group:"board",commands:G([p&&{id:"settings",icon:"settings",label:n("settings.open"),run:s("settings")},p&&{id:"audit",icon:"eye",label:n("audit.title"),run:s("audit")},{id:"mine",icon:"user",label:n("mine.title"),run:s("mine")},{id:"palette",icon:"search",label:n("palette.open"),keys:re.everywhere.palette.keys,run:s("palette")},{id:"help",icon:"circle-help",label:n("help.open"),keys:re.everywhere.help.keys,run:s("help")}])}],x=Ge();return g.push({group:"colours",commands:Ue.map(T=>({id:`colours-${T}`,icon:"eye",label:n(`colours.${T}`),more:n("menu.colours"),checked:x===T,run:()=>(Ye(T),t.announce.value=`${n("menu.colours")}: ${n(`colours.${T}`)}`)}))}),g.filter(({commands:T})=>T.length>0)}function nn({app:e}){let{session:t,ui:r}=e,o=r.compact.value,l=Math.max(1,t.people.value.size),a=t.view.value==="outline",s=()=>t.panel.value=t.panel.value==="people"?null:"people",c=t.role.value!=="viewer";return i`<header class="top">
    <div class="bar bar-start">
      <${f} icon=${a?"layout-grid":"list-tree"} label=${n(a?"view.board":"view.outline")} onClick=${()=>t.view.value=a?"board":"outline"} />
      <${Yt} app=${e} />
      <${bt} app=${e} />
      <${Ve} app=${e} />
    </div>
    <${en} app=${e} />
    <div class="bar bar-end">
      ${t.role.value==="facilitator"&&i`<${ot} app=${e} />`}
      ${t.role.value==="participant"&&!o&&i`<${nt} app=${e} />`}
      <${f} icon="users" data-tour="people" label=${n("people.here",{count:l})} short=${o?w(l):n("people.here",{count:l})} pressed=${t.panel.value==="people"} onClick=${s} />
      ${c&&!o&&i`<${f} icon="user-plus" label=${n("invite.open")} text onClick=${()=>r.dialog.value={name:"invite"}} />`}
      ${!o&&i`<${O} icon="languages" label=${n("language.choose")} items=${[...Me(e),{icon:"message-circle",label:n("reading.title"),run:()=>r.dialog.value={name:"reading"}}]} />`}
      ${!o&&i`<${f} icon="circle-help" label=${n("help.open")} keys="?" onClick=${()=>r.dialog.value={name:"help"}} />`}
      ${!o&&!a&&i`<${f} icon="panel-right" mirror label=${n("panel.toggle")} pressed=${!!t.panel.value} onClick=${()=>t.panel.value=t.panel.value?null:"outline"} />`}
      <${O} icon="menu" label=${n("menu.open")} groups=${Nn(e)} />
    </div>
    <${$t} app=${e} />
  </header>`}function Nn(e){let t=tn(e).map(({group:r,commands:o})=>({title:n(`menu.${r}`),items:o}));return e.ui.compact.value?[...t,{title:n("language.choose"),items:Me(e)}]:t}var $e=1.25;function on({app:e}){let{session:t,ui:r}=e,o=t.view.value==="board";t.role.value,e.live.board();let l=e.actions.may("add");if(!o&&!l)return null;let a=r.compact.value,s=a||o&&r.narrow.value&&!!t.panel.value;return i`<section class="dock-place" aria-label=${n("dock.title")}><div id="dock" class="bar dock" role="toolbar" aria-label=${n("dock.title")} tabindex="-1">
    ${o&&i`<${Kn} app=${e} compact=${s} />`}
    ${l&&i`<${Fn} app=${e} compact=${s} board=${o} label=${!a||!o} />`}
    ${l&&!s&&o&&i`<${qn} app=${e} />`}
    ${l&&i`<${Wn} app=${e} />`}
    ${o&&i`<${zn} app=${e} compact=${s} />`}
    ${s&&i`<${Hn} app=${e} board=${o} mayAdd=${l} />`}
    ${!s&&l&&i`<span class="bar-line"></span><${f} icon="clipboard-paste" label=${n("paste.open")} onClick=${()=>r.dialog.value={name:"paste"}} />`}
  </div></section>`}function Kn({app:e,compact:t}){let{tool:r}=e.session;if(t){if(r.value==="lasso")return i`<${f} icon="lasso" label=${n("dock.lasso")} pressed onClick=${()=>r.value="select"} />`;let o=r.value==="pan";return i`<${f} icon=${o?"hand":"mouse-pointer-2"} label=${n(o?"dock.to_select":"dock.to_pan")} onClick=${()=>r.value=o?"select":"pan"} />`}return i`<${f} icon="mouse-pointer-2" label=${n("dock.select")} pressed=${r.value==="select"} onClick=${()=>r.value="select"} />
    <${f} icon="hand" label=${n("dock.pan")} pressed=${r.value==="pan"} onClick=${()=>r.value="pan"} />
    <${f} icon="lasso" label=${n("dock.lasso")} keys="L" pressed=${r.value==="lasso"} onClick=${()=>r.value="lasso"} />`}function Fn({app:e,compact:t,board:r,label:o}){let{kind:l}=e.session,a=()=>{if(r)return e.layer.value?.addAtCentre(l.value);e.ui.adding.value=e.ui.adding.value||Vn(e)},s=l.value==="solution"?"challenge":"solution";return i`${!t&&r&&i`<span class="bar-line"></span>`}<${f} icon="plus" kind="primary" label=${n("add.note")} text=${o} keys=${r?"N":void 0} onClick=${a} />
    ${t?i`<button type="button" class=${`button kind-flip segment-${l.value}`} aria-label=${n("kind.flip",{kind:M(l.value),other:M(s)})}
          title=${n("kind.flip",{kind:M(l.value),other:M(s)})} onClick=${()=>l.value=s}><${I} kind=${l.value} />${!r&&i`<span>${M(l.value)}</span>`}</button>`:i`<${oe} app=${e} />`}`}function qn({app:e}){let t=[...e.session.selection.value],r=A(e,t),o=r.length===0;return i`<span class="bar-line"></span>
    <${f} icon="group" label=${n("canvas.group")} keys="G" off=${!de(e,r)} onClick=${()=>e.layer.value?.group(t)} />
    <${f} icon="copy" label=${n("action.duplicate")} keys="Control+D" off=${o} onClick=${()=>W(e,t)} />
    <${f} icon="bring-to-front" label=${n("action.front")} keys="]" off=${o} onClick=${()=>e.actions.bringToFront(t)} />
    <${f} icon="trash-2" label=${n("action.delete")} keys="Delete" off=${!L(e,"remove",r)} onClick=${()=>q(e,t)} />
    ${r.length>1&&i`<${O} icon="ellipsis" label=${n("dock.more")} items=${[{icon:"merge",label:n("merge.do"),off:!Oe(e,r),run:()=>Te(e,t)},{icon:"folder-input",label:n("cluster.put"),off:!de(e,r),run:()=>e.ui.dialog.value={name:"group",ids:t}}]} />`}`}function Wn({app:e}){let{undo:t,redo:r}=e.ui.can.value;return i`<span class="bar-line"></span>
    <${f} icon="undo-2" mirror label=${n("action.undo")} keys="Control+Z" off=${!t} onClick=${()=>e.sync.undo()} />
    <${f} icon="redo-2" mirror label=${n("action.redo")} keys="Control+Y" off=${!r} onClick=${()=>e.sync.redo()} />`}function zn({app:e,compact:t}){let r=e.layer.value,o=w(Math.round(e.session.zoom.value*100));return t?i`<${f} icon="maximize" label=${n("dock.fit")} onClick=${()=>r?.fit()} />`:i`<span class="bar-line"></span>
    <${f} icon="minus" label=${n("dock.zoom_out")} keys="-" onClick=${()=>r?.zoomBy(1/$e)} />
    <${f} label=${n("dock.zoom_reset",{percent:o})} short=${n("dock.percent",{percent:o})} keys="0" class="button percent" onClick=${()=>r?.zoomTo(1)} />
    <${f} icon="plus" label=${n("dock.zoom_in")} keys="+" onClick=${()=>r?.zoomBy($e)} />
    <${f} icon="maximize" label=${n("dock.fit")} keys="1" onClick=${()=>r?.fit()} />`}function Hn({app:e,board:t,mayAdd:r}){let o=[...e.session.selection.value],l=A(e,o),a=e.layer.value,s=[t&&l.length>0&&{icon:"panel-right",mirror:!0,label:n("action.details"),run:()=>e.session.panel.value="note"},t&&{icon:"lasso",label:n("dock.lasso"),run:()=>e.session.tool.value="lasso"},t&&de(e,l)&&{icon:"group",label:n("canvas.group"),run:()=>a?.group(o)},t&&Oe(e,l)&&{icon:"merge",label:n("merge.do"),run:()=>Te(e,o)},t&&r&&{icon:"copy",label:n("action.duplicate"),off:!l.length,run:()=>W(e,o)},t&&r&&{icon:"bring-to-front",label:n("action.front"),off:!l.length,run:()=>e.actions.bringToFront(o)},t&&r&&{icon:"trash-2",label:n("action.delete"),off:!L(e,"remove",l),run:()=>q(e,o)},t&&{icon:"plus",label:n("dock.zoom_in"),run:()=>a?.zoomBy($e)},t&&{icon:"minus",label:n("dock.zoom_out"),run:()=>a?.zoomBy(1/$e)},r&&{icon:"clipboard-paste",label:n("paste.open"),run:()=>e.ui.dialog.value={name:"paste"}}];return s.some(Boolean)?i`<${O} icon="ellipsis" label=${n("dock.more")} items=${s} />`:null}function Vn(e){return[...document.querySelectorAll(".theme[data-theme]")].find(o=>o.getBoundingClientRect().bottom>innerHeight/3)?.dataset.theme||e.store.themes()[0]?.id||null}function rn({app:e}){let{session:t,live:r}=e,o=t.filter.value,{shown:l}=r.counts.value,a=J(o),s=r.all("cluster").filter(u=>!o.theme||u.theme===o.theme),c=[o.kind,o.theme,o.association,o.sdg,o.mine,o.status,o.unanswered,o.cluster].filter(Boolean).length,[m,$]=E(c>0),p=k(null),d=u=>t.filter.value={...t.filter.value,...u},b=()=>{t.filter.value=Fe,p.current?.focus()};return S(()=>{if(!a)return;let u=setTimeout(()=>t.announce.value=n("filter.found",{count:l}),600);return()=>clearTimeout(u)},[a,l,o]),i`<search class="filter" aria-label=${n("filter.title")}>
    <div class="filter-line">
      <span class="search-field"><${C} name="search" />
        <input ref=${p} type="search" class="field" aria-label=${n("filter.search")} placeholder=${n("filter.search")} dir=${o.text?"auto":void 0} value=${o.text}
          onInput=${u=>d({text:u.currentTarget.value})} /></span>
      <${f} icon="filter" label=${c?n("filter.more_n",{count:c}):n("filter.more")} short=${c?w(c):void 0}
        aria-expanded=${String(m)} onClick=${()=>$(!m)} />
    </div>
    ${m&&i`<div class="filter-more">
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
      ${s.length>0&&i`<${K} label=${n("filter.cluster")} value=${o.cluster??""} onChange=${u=>d({cluster:u})}
        options=${s.map(u=>[u.id,B(u)])} />`}
      <label class="check"><input type="checkbox" checked=${!!o.unanswered} onChange=${u=>d({unanswered:u.currentTarget.checked})} /><span>${n("filter.unanswered")}</span></label>
      <label class="check"><input type="checkbox" checked=${o.mine} onChange=${u=>d({mine:u.currentTarget.checked})} /><span>${n("filter.mine")}</span></label>
    </div>`}
    ${a&&i`<p class="filter-found"><span>${l?n("filter.found",{count:l}):n("filter.none")}</span>
      <button type="button" class="link-button" onClick=${b}>${n("filter.clear")}</button></p>`}
  </search>`}function K({label:e,value:t,options:r,onChange:o}){return i`<label class="filter-choice"><span class="label">${e}</span>
    <select class="select select-small" value=${t} onChange=${l=>o(l.currentTarget.value)}>
      <option value="">${n("filter.any")}</option>
      ${r.map(([l,a])=>i`<option key=${l} value=${l}>${a}</option>`)}
    </select></label>`}var Un=it("tongues",()=>_("ui/translations",()=>import("./board-7AWTJGLX.js")).then(e=>e.Tongues));function pe({app:e,note:t}){return i`<${Bt} app=${e} note=${t} /><${Un} app=${e} note=${t} /><${Ot} app=${e} note=${t} /><${St} app=${e} note=${t} /><${Mt} app=${e} note=${t} />`}function fe({app:e,id:t,color:r}){let{live:o,session:l,ui:a}=e,s=k(null),c=o.get("note",t),m=ve(()=>a.open.value===t).value,$=ve(()=>l.selection.value.has(t)).value,p=k(m);if(S(()=>{p.current&&!m&&document.activeElement===document.body&&s.current?.focus(),m&&!p.current&&s.current?.scrollIntoView({block:"nearest"}),p.current=m},[m]),!c)return null;let d=u=>{if(u.shiftKey||u.ctrlKey||u.metaKey){let h=new Set(l.selection.value);h.delete(t)||h.add(t),l.selection.value=h;return}a.open.value=m?null:t,m||He(e,t)},b=()=>{a.open.value=null,s.current?.focus()};return i`<li class="note-row" data-color=${r} data-kind=${c.kind} data-open=${m?"":void 0} data-chosen=${$?"":void 0} data-unseen=${c.private||c.hidden?"":void 0} data-note=${t}>
    <div class="note-first">
      <button type="button" ref=${s} class="note-line" aria-expanded=${String(m)} onClick=${d}>
        <span class="kind-chip"><${I} kind=${c.kind} /></span>
        <span class="note-line-body">
          <span class="visually-hidden">${M(c.kind)}: </span>
          <${R} app=${e} note=${c} name="note-line-text" cut=${m?z:void 0} />
          <span class="note-line-meta">
            ${c.association&&i`<bdi>${c.association}</bdi>`}
            <${me} sdgs=${c.sdgs} />
            <${It} app=${e} note=${c} />
            <${ce} app=${e} id=${t} />
            ${o.pending("note",t)&&l.saved.value.state!=="saved"&&i`<span class="waiting">${n("note.waiting")}</span>`}
          </span>
          ${$&&i`<span class="visually-hidden">${n("note.selected")}</span>`}
        </span>
      </button>
      <${ie} app=${e} note=${c} />
      <${N} app=${e} type="note" record=${c} />
    </div>
    ${m?i`<div class="note-open">
          <${ue} note=${c} />
          ${e.actions.may("edit",c)?i`<${ae} app=${e} id=${t} focus=${!a.phone.value} onDone=${b} /><${se} app=${e} note=${c} />`:i`<${R} app=${e} note=${c} name="note-whole" tag="p" />`}
          <${pe} app=${e} note=${c} />
          <${V} app=${e} ids=${[t]} select />
          <div class="row-end"><button type="button" class="button" onClick=${b}>${n("action.done")}</button></div>
        </div>`:i`<${Gn} app=${e} note=${c} />`}
  </li>`}function Gn({app:e,note:t}){let r=e.live.about(t.id).mergedInto(t.id),o=t.kind==="challenge"?Ct(e,t):[];return!r.length&&!o.length?null:i`<ul class="inside-list">
    ${r.map(l=>i`<${ln} key=${l.id} app=${e} id=${l.id} merged />`)}
    ${o.map(l=>i`<${ln} key=${l.id} app=${e} id=${l.id} />`)}
  </ul>`}function ln({app:e,id:t,merged:r}){let o=e.live.get("note",t);return o?i`<li class="inside">${r?i`<${C} name="merge" />`:i`<${I} kind="solution" />`}
    <span class="inside-text"><span class="muted">${n(r?"merge.also_one":"answer.by")}</span> <${R} app=${e} note=${o} cut=${l=>z(l,160)} />${o.association&&i` <bdi class="muted">${o.association}</bdi>`}</span></li>`:null}var Ae=100;function sn({app:e,list:t,color:r,filtering:o}){let{live:l,session:a,actions:s,ui:c}=e,{id:m}=t,[$,p]=E(null),[d,b]=E(!1),[u,h]=E(Ae),v=k(null),g=l.get("cluster",m);if(a.role.value,l.board(),!g)return null;let x=[...t.challenge,...t.solution];if(o&&!x.length)return null;let T=c.open.value!==null&&x.includes(c.open.value),y=T||($??(o||!g.collapsed)),be=B(g),ge=Yn(e,m,x),j=T&&x.indexOf(c.open.value??"")>=u?x.indexOf(c.open.value??"")+1:u,gn=()=>{b(!1),requestAnimationFrame(()=>v.current?.querySelector(".cluster-toggle")?.focus())};return i`<section class="cluster" ref=${v} data-cluster=${m} data-color=${r} aria-label=${n("cluster.named",{title:be})}>
    <div class="cluster-head">
      ${d?i`<${Zn} title=${g.title} onTitle=${F=>F!==g.title&&s.setCluster(m,{title:F})} onLeave=${gn} />`:i`<h4><button type="button" class="cluster-toggle" aria-expanded=${String(y)} onClick=${()=>p(!y)}>
            <${C} name="chevron-right" mirror /><span class="cluster-title" dir="auto" lang=${Ke(g.title??"")||void 0} data-untitled=${g.title?void 0:""}>${be}</span>
            ${g.locked&&i`<span class="mark"><${C} name="lock" /><span class="visually-hidden">${n("cluster.locked")}</span></span>`}
            ${ge>0&&i`<span class="mark"><${C} name="vote" /><span aria-hidden="true">${w(ge)}</span><span class="visually-hidden">${n("vote.top",{count:ge})}</span></span>`}
            <span class="pill pill-quiet"><span aria-hidden="true">${w(x.length)}</span><span class="visually-hidden">${n("theme.notes",{count:x.length})}</span></span>
          </button></h4>`}
      <${N} app=${e} type="cluster" record=${g} />
      <${O} icon="ellipsis" label=${n("cluster.menu",{title:be})} items=${le(e,g,{rename:()=>b(!0)})} />
    </div>
    ${y&&x.length>0&&i`<ul class="note-list">${x.slice(0,j).map(F=>i`<${fe} key=${F} app=${e} id=${F} color=${r} />`)}</ul>`}
    ${y&&!x.length&&i`<p class="empty">${n("cluster.empty")}</p>`}
    ${y&&x.length>j&&i`<${f} text label=${n("outline.more",{count:Math.min(Ae,x.length-j)})} onClick=${()=>h(j+Ae)} />`}
  </section>`}function Yn(e,t,r){let o=wt(e);return o?.on==="clusters"?_e(o,t):Math.max(0,...r.map(l=>_e(o,l)))}function Zn({title:e,onTitle:t,onLeave:r}){let o=k(null),l=k(!1);S(()=>o.current?.select(),[]);let a=c=>{l.current||(l.current=!0,c&&t((o.current?.value??"").replace(/\s+/g," ").trim()),r())},s=c=>{c.stopPropagation(),!(c.key!=="Enter"&&c.key!=="Escape")&&(c.preventDefault(),a(c.key==="Enter"))};return i`<input ref=${o} class="field" dir="auto" maxlength="80" aria-label=${n("cluster.title")} defaultValue=${e} onKeyDown=${s} onBlur=${()=>a(!0)} />`}function an({app:e,theme:t,onClose:r}){let{session:o,actions:l,page:a}=e,s=k(null),[c,m]=E(""),$=a.limits.text,p=Ne(c);X(()=>{s.current?.focus(),s.current?.scrollIntoView({block:"nearest"})},[]);let d=()=>{let h=Tt(c).trim();if(!h||p>$)return s.current?.focus();l.addNote({kind:o.kind.value,theme:t.id,text:h}),o.announce.value=n(o.kind.value==="solution"?"announce.added_solution":"announce.added_challenge",{theme:t.title}),m(""),s.current?.focus()},b=h=>{h.key==="Enter"&&(h.ctrlKey||h.metaKey)?(h.preventDefault(),d()):h.key==="Escape"&&(h.stopPropagation(),r())},u=`new-${t.id}`;return i`<form class="note-form" onSubmit=${h=>(h.preventDefault(),d())} onKeyDown=${b}>
    <${oe} app=${e} words />
    <label class="visually-hidden" for=${u}>${n("add.text",{theme:t.title})}</label>
    <textarea id=${u} ref=${s} class="field" rows="3" dir=${c?"auto":void 0} placeholder=${n("add.placeholder")} aria-describedby="${u}-count"
      aria-invalid=${p>$?"true":void 0} value=${c}
      onInput=${h=>m(h.currentTarget.value)}></textarea>
    <${_t} id="${u}-count" length=${p} limit=${$} />
    ${p>$&&i`<p class="error" role="alert">${n("add.too_long",{count:p-$})}</p>`}
    <div class="row-end">
      <${f} label=${n("action.close")} text onClick=${r} />
      <button type="submit" class="button button-primary" aria-keyshortcuts="Control+Enter">${n("add.submit")}</button>
    </div>
  </form>`}var Le=100,jn={challenge:[],solution:[],clusters:[]};function cn({app:e,id:t,folded:r,filtering:o}){let{live:l,session:a,ui:s,actions:c}=e,[m,$]=E(null),p=l.get("theme",t);if(!p)return null;let d=m??!r,b=l.lists.value.get(t)||jn,u=qe(b),h=s.adding.value===t;a.role.value,l.board();let v=["challenge","solution"].some(y=>c.may("add",{kind:y,theme:t})),g=a.role.value==="facilitator",x=g&&!l.board().archived,T=()=>{a.selection.value=new Set([...b.clusters.flatMap(y=>[...y.challenge,...y.solution]),...b.challenge,...b.solution]),a.announce.value=n("announce.selected",{count:u})};return i`<details class="theme" data-color=${p.color} open=${d||h} data-theme=${t}
    onToggle=${y=>y.currentTarget.open!==d&&$(y.currentTarget.open)}>
    <summary class="theme-head">
      <${C} name="chevron-right" mirror /><${Q} name=${p.sign} />
      <h3 dir="auto">${p.title}</h3>
      <span class="pill"><span aria-hidden="true">${w(u)}</span><span class="visually-hidden">${n("theme.notes",{count:u})}</span></span>
    </summary>
    ${(d||h)&&i`<div class="theme-body">
      <div class="theme-tools">
        ${v&&!h&&i`<${f} icon="plus" text label=${n("add.note")} aria-describedby="theme-${t}" onClick=${()=>s.adding.value=t} data-add=${t} />`}
        ${u>0&&i`<${f} icon="square-check" text label=${n("theme.select_all")} onClick=${T} />`}
        <${Jn} app=${e} theme=${t} />
        ${x&&b.challenge.length+b.solution.length>1&&!o&&i`<${f} icon="sparkles" text label=${n("suggest.open")} aria-describedby="theme-${t}" onClick=${()=>s.dialog.value={name:"suggest",theme:t}} />`}
        ${x&&b.clusters.length>0&&!o&&i`<${f} icon="layout-grid" text label=${n("cluster.tidy_theme")} aria-describedby="theme-${t}" onClick=${()=>{c.tidyTheme(t),a.announce.value=n("cluster.tidied",{count:u})}} />`}
        ${x&&i`<${f} icon=${p.locked?"lock-open":"lock"} text label=${n(p.locked?"theme.unlock":"theme.lock")} aria-describedby="theme-${t}" onClick=${()=>c.setTheme(t,{locked:!p.locked})} />`}
        ${g&&p.locked&&i`<span class="mark"><${C} name="lock" />${n("theme.locked")}</span>`}
        <span id="theme-${t}" hidden>${p.title}</span>
      </div>
      <${ct} app=${e} theme=${t} />
      ${h&&v&&i`<${an} app=${e} theme=${p} onClose=${()=>Qn(e,t)} />`}
      ${b.clusters.map(y=>i`<${sn} key=${y.id} app=${e} list=${y} color=${p.color} filtering=${o} />`)}
      ${b.clusters.length>0&&b.challenge.length+b.solution.length>0&&i`<p class="rest-word">${n("cluster.rest")}</p>`}
      ${["challenge","solution"].map(y=>i`<${Xn} key=${y} app=${e} theme=${p} kind=${y} ids=${b[y]} filtering=${o||b.clusters.length>0} mayAdd=${c.may("add",{kind:y,theme:t})} />`)}
    </div>`}
  </details>`}function Xn({app:e,theme:t,kind:r,ids:o,filtering:l,mayAdd:a}){let[s,c]=E(Le),m=`${r}s-${t.id}`;if(l&&!o.length)return null;let $=e.ui.open.value,p=$&&o.indexOf($)>=s?o.indexOf($)+1:s,d=()=>{e.session.kind.value=r,e.ui.adding.value=t.id};return i`<h4 id=${m} class="kind-head">${n(r==="solution"?"kind.solutions":"kind.challenges")} <span class="muted">${w(o.length)}</span></h4>
    ${o.length>0?i`<ul class="note-list" aria-labelledby=${m}>
          ${o.slice(0,p).map(b=>i`<${fe} key=${b} app=${e} id=${b} color=${t.color} />`)}
        </ul>`:i`<p class="empty">
          ${n(r==="solution"?"kind.no_solutions":"kind.no_challenges")}
          ${a&&i` <button type="button" class="link-button" onClick=${d}>${n(r==="solution"?"kind.first_solution":"kind.first_challenge")}</button>`}
        </p>`}
    ${o.length>p&&i`<${f} text label=${n("outline.more",{count:Math.min(Le,o.length-p)})} onClick=${()=>c(p+Le)} />`}`}function Jn({app:e,theme:t}){let r=[...e.session.selection.value].filter(o=>e.store.get("note",o)?.theme===t);return!r.length||!e.actions.may("group")?null:i`<${f} icon="group" text label=${n("cluster.group_n",{count:r.length})} onClick=${()=>e.ui.dialog.value={name:"group",ids:r}} />`}function Qn(e,t){e.ui.adding.value=null,requestAnimationFrame(()=>document.querySelector(`[data-add="${CSS.escape(t)}"]`)?.focus())}var eo=300,un=".note-line, .cluster-toggle";function he({app:e,page:t}){let{live:r,session:o}=e,{all:l}=r.counts.value,a=o.filter.value,s=J(a),c=r.themes().filter(m=>!a.theme||m.id===a.theme);return i`<div class=${t?"outline outline-page":"outline"} id="outline" tabindex="-1" onKeyDown=${m=>to(e,m)}>
    ${t?i`<h2 class="outline-title" dir="auto">${r.board().title}</h2>`:i`<h2 class="visually-hidden">${n("panel.outline")}</h2>`}
    <${rn} app=${e} />
    ${c.map((m,$)=>i`<${cn} key=${m.id} app=${e} id=${m.id} folded=${l>eo&&$>0&&!s} filtering=${s} />`)}
  </div>`}function to(e,t){let r=t.target;if(!r.matches(un)||t.altKey)return;if(t.ctrlKey||t.metaKey)return t.key==="Enter"||t.key===" "?no(e,t,r):void 0;if(["+","-"].includes(t.key))return oo(e,t,r);if(!["ArrowDown","ArrowUp","Home","End"].includes(t.key))return;let o=[...t.currentTarget.querySelectorAll(un)],l=o.indexOf(r),a={ArrowDown:l+1,ArrowUp:l-1,Home:0,End:o.length-1}[t.key]??l,s=o[a];s&&(t.preventDefault(),s.focus())}function no(e,t,r){let o=r.closest("[data-note]")?.dataset.note;if(!o||!r.classList.contains("note-line"))return;t.preventDefault();let l=new Set(e.session.selection.peek());l.delete(o)||l.add(o),e.session.selection.value=l,e.session.announce.value=n("announce.selected",{count:l.size})}function oo(e,t,r){let o=e.store.openRound();if(!o||!e.session.singleKeys.peek())return;let l=r.classList.contains("note-line")?"note":"cluster",a=r.closest(l==="note"?"[data-note]":"[data-cluster]"),s=e.store.get(l,a?.dataset[l]??"");vt(e,o,l,s)&&(t.preventDefault(),(t.key==="+"?kt:yt)(e,o,s.id))}function dn({app:e}){let{session:t}=e,r=A(e,t.selection.value);return r.length?r.length===1?i`<${ro} key=${r[0].id} app=${e} note=${r[0]} />`:i`<h2>${n("note.selected_n",{count:r.length})}</h2>
    <${V} app=${e} ids=${r.map(o=>o.id)} goals />
    <${f} text label=${n("note.select_none")} onClick=${()=>t.selection.value=new Set} />`:i`<h2 class="visually-hidden">${n("panel.note")}</h2><${qt} icon="sticky-note" words=${n("note.choose")} />`}function ro({app:e,note:t}){let{session:r,live:o,actions:l}=e,a=o.get("theme",t.theme),s=t.cluster&&o.get("cluster",t.cluster);r.role.value,o.board();let c=l.may("edit",t);return i`<div class="inspector" data-color=${a?.color} data-kind=${t.kind}>
    <h2 class="inspector-head"><span class="kind-chip"><${I} kind=${t.kind} /></span>${M(t.kind)}</h2>
    ${a&&i`<h3 class="theme-word"><${Q} name=${a.sign} /><span><bdi>${a.title}</bdi>${s&&i` <span class="cluster-word"><${C} name="group" /><span class="visually-hidden">${n("cluster.in")} </span><bdi>${B(s)}</bdi></span>`}</span></h3>`}
    <${ue} note=${t} />
    <${ce} app=${e} id=${t.id} tag="p" />
    ${c?i`<${ae} app=${e} id=${t.id} label=${n("note.text_label")} onDone=${()=>e.layer.peek()?.focusNote(t.id)} /><${se} app=${e} note=${t} />`:i`<${R} app=${e} note=${t} name="note-whole" tag="p" /><${ie} app=${e} note=${t} text /><${me} sdgs=${t.sdgs} />`}
    <${N} app=${e} type="note" record=${t} />
    <${pe} app=${e} note=${t} />
    <${V} app=${e} ids=${[t.id]} />
    <dl class="facts">
      <dt>${n("note.author")}</dt><dd><bdi>${je(e,t)}</bdi></dd>
      ${t.association&&i`<dt>${n("note.association")}</dt><dd><bdi>${t.association}</bdi></dd>`}
      <dt>${n("note.created")}</dt><dd>${ye(t.created_at)||n("note.waiting")}</dd>
      ${t.origin&&i`<dt>${n("origin.label")}</dt><dd>${Et(t.origin)}</dd>`}
      ${t.edited_at&&t.edited_at!==t.created_at&&i`<dt>${n("note.edited")}</dt><dd>${ye(t.edited_at)}</dd>`}
    </dl>
  </div>`}function mn({app:e}){let{session:t,live:r,actions:o}=e,l=gt(e),a=k(null);if(r.all("vote"),r.board(),S(()=>{let p=a.current;a.current=l?{id:l.id,title:l.title}:null,l&&p?.id!==l.id&&(t.announce.value=n("round.opened",{title:l.title})),!l&&p&&e.store.get("round",p.id)?.state==="closed"&&lo(e,p)},[l?.id]),!l)return null;let s=t.panel.value==="votes",c=t.role.value!=="viewer"&&o.may("vote"),m=c?o.votesLeft(l.id):0,$=()=>{t.round.value=l.id,t.panel.value=s?null:"votes"};return i`<section class="vote-bar bar" aria-label=${n("vote.bar")}>
    <button type="button" class="vote-bar-title" aria-pressed=${String(s)} title=${n("vote.open_panel")} onClick=${$}><${C} name="vote" /><bdi>${z(l.title,60)}</bdi><span class="visually-hidden">${n("vote.open_panel")}</span></button>
    ${c&&i`<span class="votes-left"><strong>${w(m)}</strong> ${n("vote.left_short",{count:m})}</span>`}
    ${c&&i`<${Ft} app=${e} round=${l} />`}
  </section>`}function lo(e,{id:t,title:r}){e.session.toast.value={text:n("round.closed",{title:r}),action:{label:n("round.see_results"),run:()=>{e.session.round.value=t,e.session.panel.value="votes"}}}}function $n({live:e,session:t,ui:r}){let o=e.board();return t.saved.value.state==="saved"&&t.view.value==="board"&&!!o.id&&e.counts.value.all===0&&!o.archived&&r.tour.value===null&&!r.phone.value}function pn({session:e,ui:t}){if(t.phone.peek()||!io())return;let r=!1;return e.saved.subscribe(({state:o})=>{r||o!=="saved"||(r=!0,t.tour.value??="first")})}function io(){try{return localStorage.getItem("tour")===null}catch{return!1}}var fn="a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]",so="dialog, #panel, [popover], .toast, .banner, .board-viewport",ao=["note","cluster","theme","step","round"];function Y(e){return e instanceof HTMLElement&&e.isConnected&&e.matches(fn)&&!e.closest("[inert]")&&e.checkVisibility({visibilityProperty:!0})}function D(e){return Y(e)&&e.tabIndex>=0?e:[...e.querySelectorAll(fn)].find(r=>Y(r)&&r.tabIndex>=0)??null}function hn(e){let t=[],r=[],o=0;function l(u){let h=u.target;t=[...t.filter(v=>v!==h&&v.isConnected),h].slice(-12),r=[];for(let v=h;v&&v!==document.body;v=v.parentElement)r.push({el:v,after:v.nextElementSibling,before:v.previousElementSibling})}function a(){setTimeout(()=>document.activeElement===document.body&&([t,r]=[[],[]]))}function s(){o||!t.length||document.activeElement!==document.body||(o=requestAnimationFrame(()=>o=requestAnimationFrame(()=>{o=0;let u=t.at(-1);document.activeElement===document.body&&u&&!Y(u)&&c(u)?.focus({preventScroll:!1})})))}function c(u){let h=m();return h&&!h.contains(u)||r.some(({el:v})=>v.matches(".canvas-host"))?d():$(u)??p()??[...t].reverse().find(v=>Y(v)&&(!h||h.contains(v)))??d()}function m(){let u=document.querySelectorAll("dialog[open]");return u[u.length-1]??document.querySelector("#panel[aria-modal]")}function $(u){for(let h of ao){let v=r.find(({el:y})=>y instanceof HTMLElement&&y.dataset[h])?.el??u.closest(`[data-${h}]`),g=v instanceof HTMLElement&&v.dataset[h];if(!g||v.closest("[role=listbox]"))continue;let x=[...document.querySelectorAll(`[data-${h}="${CSS.escape(g)}"]`)].find(y=>y.checkVisibility()),T=x&&D(x);return T||null}return null}function p(){for(let{el:u,after:h,before:v}of r){if(!u.isConnected||!u.checkVisibility()){if(u.matches(so))return null;for(let g=h;g;g=g.nextElementSibling)if(g.isConnected&&D(g))return D(g);for(let g=v;g;g=g.previousElementSibling)if(g.isConnected&&D(g))return D(g);continue}if(u.matches("section, form, fieldset, ul, ol, [role], details, .panel-body")&&D(u))return D(u);if(Y(u))return u}return null}function d(){let u=m();if(u)return u.matches("[tabindex]")?u:u.querySelector("h2[tabindex], [tabindex]");let h=e.layer.peek();return h&&h.refocus(),h?null:document.querySelector("#outline, main h2[tabindex], main a[href], main button")}let b=new MutationObserver(s);return b.observe(document.body,{subtree:!0,childList:!0,attributes:!0,attributeFilter:["hidden","inert","disabled","open"]}),document.addEventListener("focusin",l),document.addEventListener("pointerdown",a),()=>{b.disconnect(),cancelAnimationFrame(o),document.removeEventListener("focusin",l),document.removeEventListener("pointerdown",a)}}var De={outline:he,note:dn,people:Wt},Pe={earlier:()=>_("ui/earlier_panel",()=>import("./board-Z2XJ4SFS.js")).then(e=>e.EarlierBoards),agenda:()=>_("ui/agenda",()=>import("./board-4ZWMC5OB.js")).then(e=>e.Agenda),moderation:()=>_("ui/moderation",()=>import("./board-73FTG4XX.js")).then(e=>e.Moderation),interpreter:()=>_("ui/interpreter",()=>import("./board-XP4WKRDP.js")).then(e=>e.Interpreter),matrix:()=>_("ui/matrix_panel",()=>import("./board-VW2N52XI.js")).then(e=>e.Matrix),participation:()=>_("ui/participation_panel",()=>import("./board-IZUR2MGJ.js")).then(e=>e.Participation),trash:()=>_("ui/trash",()=>import("./board-IBUCY7AW.js")).then(e=>e.Trash),tray:()=>_("ui/tray_panel",()=>import("./board-DAW3SNQH.js")).then(e=>e.Tray),unanswered:()=>_("ui/unanswered_panel",()=>import("./board-NMCPRQ7M.js")).then(e=>e.Unanswered),votes:()=>_("ui/vote_panel",()=>import("./board-NF5YXFVU.js")).then(e=>e.Votes)},co=new Set(["earlier","participation","tray"]),uo=["outline","note","people"],mo=12;function Re({session:e}){let t=e.panel.value;return!t||!(t in De||t in Pe)||e.view.value==="outline"&&(t==="outline"||t==="note")?null:t}function bn({app:e}){let{session:t,ui:r}=e,o=Re(e),l=k(null),a=k(null),s=r.compact.value;if(S(()=>{let $=o&&!s&&l.current?l.current.getBoundingClientRect().width+mo:0;t.panelInset.peek().end!==$&&(t.panelInset.value={...t.panelInset.peek(),start:0,end:$})},[o,s]),S(()=>{if(o)return a.current||(a.current=document.activeElement),s&&l.current?.focus(),()=>{if(t.panel.peek())return;let $=a.current;a.current=null,requestAnimationFrame(()=>document.activeElement===document.body&&$?.isConnected&&$.focus())}},[o,s]),S(()=>{l.current?.querySelector(".tab[aria-current]")?.scrollIntoView({block:"nearest",inline:"nearest"})},[o]),!o)return null;let c=(t.view.value==="outline"?["people"]:uo).filter($=>$!=="note"||t.selection.value.size>0||o==="note"),m=()=>t.panel.value=null;return i`<${s?"div":"aside"} id="panel" ref=${l} class="panel" tabindex="-1" aria-label=${n(`panel.${o}`)} role=${s?"dialog":void 0} aria-modal=${s?"true":void 0}
    onKeyDown=${$=>$.key==="Escape"&&!$.defaultPrevented&&($.stopPropagation(),m())}>
    <div class="panel-head">
      <nav class="tabs" aria-label=${n("panel.title")}>
        ${c.map($=>i`<button type="button" key=${$} class="tab" aria-current=${$===o?"page":void 0} onClick=${()=>t.panel.value=$}>${n(`panel.${$}`)}</button>`)}
        ${!c.includes(o)&&i`<span class="tab" aria-current="page">${n(`panel.${o}`)}</span>`}
      </nav>
      <${f} icon="x" label=${n("panel.close")} onClick=${m} />
    </div>
    <div class="panel-body">${o in De?i`<${De[o]} key=${o} app=${e} />`:i`<${$o} key=${o} name=${o} app=${e} />`}</div>
  <//>`}function $o({name:e,app:t}){let{part:r,failed:o,again:l}=lt(`panel ${e}`,co.has(e)?te("dialogs",Pe[e]):Pe[e]);return r?i`<${r} app=${t} />`:o?i`<p class="error" role="alert">${n("panel.failed")}</p><${f} text icon="refresh-cw" label=${n("state.try_now")} onClick=${l} />`:i`<p class="empty">${n("state.loading")}</p>`}var Z=e=>te("finding",e),po=Z(()=>_("ui/tour",()=>import("./board-TPA5MXJC.js")).then(e=>e.Tour)),fo=Z(()=>_("ui/first_card",()=>import("./board-FN26J65B.js")).then(e=>e.FirstCard)),ho=Z(()=>_("ui/minimap_host",()=>import("./board-GBHNB24G.js")).then(e=>e.Minimap)),bo=Z(()=>_("ui/away_bar",()=>import("./board-GV52THWM.js")).then(e=>e.AwayBar)),go=Z(()=>_("ui/palette",()=>import("./board-AN57FNAF.js")).then(e=>e.Palette));function bs({app:e}){let{session:t,ui:r}=e;if(S(()=>pn(e),[]),S(()=>{let s=m=>xo(e,m),c=m=>yo(e,m)||wo(e,m);return document.addEventListener("keydown",c,!0),document.addEventListener("keydown",s),()=>{document.removeEventListener("keydown",c,!0),document.removeEventListener("keydown",s)}},[]),S(()=>hn(e),[]),r.lost.value)return i`<main id="main"><${mt} app=${e} /></main><${xe} app=${e} />`;let o=t.view.value==="outline",l=Re(e),a=r.compact.value&&l!==null;return i`<div class="board-app" data-view=${o?"outline":"board"} data-panel=${l??void 0}>
    <${P} app=${e} when=${r.tour.value!==null&&!r.phone.value&&!a} load=${po} />
    <div class="under" inert=${a}>
      <${ko} app=${e} outline=${o} />
      <${nn} app=${e} />
      <${on} app=${e} />
      <main id="main">${o?i`<${he} app=${e} page />`:i`<${Ht} app=${e} />`}<${Ut} app=${e} /></main>
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
  </div>`}var vo=({ui:e,live:t})=>e.minimap.value==="on"&&!e.compact.value&&t.counts.value.all>We;function ko({app:e,outline:t}){let{session:r}=e,o=l=>()=>{l==="outline"&&!t&&(r.panel.value="outline"),requestAnimationFrame(()=>{let a=document.getElementById(l);(l==="canvas"?a?.querySelector("[role=listbox]")||a:l==="dock"&&a?.querySelector("button")||a)?.focus()})};return i`<nav class="skips" aria-label=${n("skip.title")}>
    ${!t&&i`<button type="button" class="skip" onClick=${o("canvas")}>${n("skip.board")}</button>`}
    <button type="button" class="skip" onClick=${o("outline")}>${n("skip.outline")}</button>
    <button type="button" class="skip" onClick=${o("dock")}>${n("skip.dock")}</button>
  </nav>`}function yo({ui:e},t){let r=e.dialog.peek();return r?.name!=="palette"||document.querySelector("dialog.palette[open]")?!1:(t.preventDefault(),t.stopPropagation(),t.key==="Escape"?e.dialog.value=null:t.key.length===1&&!t.ctrlKey&&!t.metaKey&&(r.typed=(r.typed??"")+t.key),!0)}function wo({ui:e},t){t.key.toLowerCase()!=="k"||!(t.ctrlKey||t.metaKey)||t.shiftKey||t.altKey||t.isComposing||e.dialog.peek()||document.querySelector("dialog:modal")||(t.preventDefault(),t.stopPropagation(),e.dialog.value={name:"palette"})}function xo(e,t){if(t.defaultPrevented||t.altKey||e.ui.dialog.peek()||t.target.closest?.("input, textarea, select, [contenteditable]"))return;let o=t.key.toLowerCase();if(t.ctrlKey||t.metaKey){if(o==="z")t.shiftKey?e.sync.redo():e.sync.undo();else if(o==="y")e.sync.redo();else if(o==="p"&&!t.shiftKey)window.open(`/board/${encodeURIComponent(e.page.board)}/print`,"_blank","noopener");else return;t.preventDefault()}else o==="?"&&e.session.singleKeys.peek()?(t.preventDefault(),e.ui.dialog.value={name:"help"}):o==="/"&&e.session.singleKeys.peek()&&(t.preventDefault(),e.session.view.peek()==="board"&&(e.session.panel.value="outline"),requestAnimationFrame(()=>requestAnimationFrame(()=>document.querySelector("#outline input[type=search]")?.focus())))}export{O as a,Zt as b,On as c,tn as d,bs as e};
