/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as _,b as B,c as O}from"./board-PW3IZRVF.js";import"./board-UTS2SMZH.js";import"./board-RIHQJT2R.js";import"./board-GB3NK3WH.js";import"./board-SKZDM3H4.js";import"./board-GIGMYVVX.js";import{a as x}from"./board-XRBH3HAW.js";import"./board-7W72SGI5.js";import"./board-7BTOGHSW.js";import"./board-M2QJ7EA4.js";import"./board-GZG5ZRQR.js";import"./board-2FV25VP6.js";import{a as P}from"./board-6NKGBW3Q.js";import"./board-OJP4XE6P.js";import{C as M,D as I,L as A,a as y,d as f}from"./board-7ENYGGNN.js";import{b,c as C,e as S,k as m,ma as h,o as i,s as L}from"./board-HC26R27S.js";function D({app:t,step:e,current:o,onClose:n}){let{actions:a}=t,l=S(null);C(()=>l.current?.select(),[]);let p=r=>a.setStep(e.id,r),s=r=>{let u=q(r);u&&p({title:u})},c=r=>{p({private:r}),o&&I(t,r)},v=r=>{r.key==="Escape"&&(r.stopPropagation(),document.activeElement?.blur?.(),n())};return m`<div class="stack agenda-form" role="group" aria-label=${i("agenda.edit",{title:e.title})} onKeyDown=${v}>
    <label><span class="label">${i("agenda.step_title")}</span>
      <${x} field=${l} maxlength="80" value=${e.title} onKeep=${s} /></label>
    <label><span class="label">${i("agenda.task")}</span>
      <${x} long rows="3" maxlength="300" value=${e.task} onKeep=${r=>p({task:r})} /></label>
    <${O} may=${e.may} label=${i("agenda.may")} onChange=${r=>p({may:r})} />
    <label class="check"><input type="checkbox" checked=${e.private} onChange=${r=>c(r.currentTarget.checked)} /><span>${i("private.in_step")}</span></label>
    <${Y} minutes=${e.minutes} onChange=${r=>p({minutes:r})} />
    ${o&&m`<p class="hint">${i("agenda.runs")}</p>`}
    <div class="row-end"><${y} icon="check" text label=${i("action.done")} onClick=${n} /></div>
  </div>`}function Y({minutes:t,onChange:e}){let[o,n]=b(!1),a=l=>{let p=B(l||"0"),s=p!==null&&Number.isInteger(p)&&p>=0&&p<=600;n(!s),s&&e(p)};return m`<label><span class="label">${i("agenda.minutes_field")}</span>
    <${x} dir=${void 0} inputmode="numeric" autocomplete="off" value=${String(t)} aria-invalid=${o?"true":void 0} aria-describedby="minutes-wrong" onKeep=${a} /></label>
    <p id="minutes-wrong" class=${o?"field-error":"hint"} role=${o?"alert":void 0}>${i(o?"agenda.minutes_wrong":"agenda.minutes_hint",{most:f(600)})}</p>`}function q(t){return t.replace(/\s+/g," ").trim()}function K({app:t,step:e,number:o,of:n,current:a,leads:l,open:p,onOpen:s,order:c}){return m`<li class="agenda-step" data-step=${e.id} data-dragged=${c.dragged===e.id?"":void 0} aria-current=${a?"step":void 0}>
    <div class="agenda-line">
      ${l&&m`<span class="grip" onPointerDown=${v=>c.grab(e.id,v)}><${h} name="grip-vertical" /></span>`}
      <span class="agenda-number">${f(o)}</span>
      ${l?m`<button type="button" class="agenda-title" dir="auto" aria-expanded=${String(p)} title=${i("agenda.edit",{title:e.title})} onClick=${()=>s(!p)}>${e.title}</button>`:m`<b class="agenda-title" dir="auto">${e.title}</b>`}
      ${l&&m`<${G} app=${t} step=${e} place=${o} of=${n} current=${a} onOpen=${s} order=${c} />`}
    </div>
    ${a&&m`<p class="agenda-now"><${h} name="play" />${i("agenda.now")}</p>`}
    ${p&&l?m`<${D} app=${t} step=${e} current=${a} onClose=${()=>s(!1)} />`:m`${e.task&&m`<p class="agenda-task" dir="auto">${e.task}</p>`}<${z} step=${e} />`}
  </li>`}function z({step:t}){let e=t.may.length?t.may.map(o=>i(`may.${o}`)).join(" · "):i("may.nothing");return m`<ul class="agenda-facts">
    ${t.minutes>0&&m`<li><${h} name="timer" />${i("agenda.minutes",{count:t.minutes,n:f(t.minutes)})}</li>`}
    ${t.private&&m`<li><${h} name="eye-off" />${i("private.word")}</li>`}
    <li><${h} name="hand" /><span class="visually-hidden">${i("agenda.may")}: </span>${e}</li>
  </ul>`}function G({app:t,step:e,place:o,of:n,current:a,onOpen:l,order:p}){let{title:s}=e,c=[{icon:"pencil",label:i("agenda.edit",{title:s}),run:()=>l(!0)},{icon:"arrow-up",label:i("settings.up",{title:s}),off:o===1,run:()=>p.shift(o-1,o-2)},{icon:"arrow-down",label:i("settings.down",{title:s}),off:o===n,run:()=>p.shift(o-1,o)},{icon:"trash-2",label:i("agenda.delete",{title:s}),run:()=>J(t,e)}];return m`<${y} icon="play" mirror label=${i(a?"agenda.is_now":"agenda.go",{title:s})} off=${a} onClick=${()=>M(t,e.id)} />
    <${_} icon="ellipsis" label=${i("agenda.tools",{title:s})} items=${c} />`}function J(t,e){let{title:o,task:n,may:a,minutes:l,order:p,private:s}=e;t.actions.removeStep(e.id),t.session.toast.value={text:i("agenda.deleted",{title:o}),action:{label:i("toast.undo"),run:()=>t.actions.addStep({title:o,task:n,may:a,minutes:l,order:p,private:s})}}}function j(t,e,o){let[n,a]=b(null),l=n?o.findIndex(r=>r.id===n.id):-1,p=n&&l>=0?R(o,l,n.to):o,s=(r,u)=>{u<0||u>=o.length||r===u||(t.actions.orderSteps(R(o,r,u).map(d=>d.id)),t.session.announce.value=i("settings.theme_moved",{title:o[r].title,place:u+1}))},c=(r,u)=>[...e.current?.children??[]].filter($=>$.dataset.step!==r).filter($=>{let g=$.getBoundingClientRect();return g.top+g.height/2<u}).length;return{shown:p,shift:s,grab:(r,u)=>{if(u.button!==0)return;u.preventDefault();let d=u.currentTarget;d.setPointerCapture(u.pointerId);let $=o.findIndex(k=>k.id===r),g=$;a({id:r,to:g});let T=k=>{g=c(r,k.clientY),a({id:r,to:g})},w=k=>{d.removeEventListener("pointermove",T),d.removeEventListener("pointerup",w),d.removeEventListener("pointercancel",w),a(null),k.type==="pointerup"&&s($,g)};d.addEventListener("pointermove",T),d.addEventListener("pointerup",w),d.addEventListener("pointercancel",w)},dragged:n?.id??null}}function R(t,e,o){let n=[...t];return n.splice(o,0,...n.splice(e,1)),n}var E=[{name:"vsr",steps:[{name:"welcome",minutes:5,may:[],private:!1},{name:"challenges",minutes:10,may:["challenge"],private:!0},{name:"read",minutes:20,may:["move","group","comment"],private:!1},{name:"solutions",minutes:20,may:["solution","move","comment"],private:!1},{name:"vote",minutes:5,may:["vote"],private:!1},{name:"present",minutes:20,may:[],private:!1}]},{name:"solutions",steps:[{name:"read",minutes:10,may:["comment"],private:!1},{name:"write",minutes:10,may:["solution"],private:!0},{name:"sort",minutes:15,may:["solution","move","group","comment"],private:!1},{name:"vote",minutes:5,may:["vote"],private:!1},{name:"present",minutes:15,may:[],private:!1}]}];function N(t,e){let o=E.find(n=>n.name===t)?.steps;return o?o.map(({name:n,minutes:a,may:l,private:p})=>({title:e(`agenda.${t}_${n}`),task:e(`agenda.${t}_${n}_task`),minutes:a,may:l,private:p})):[{title:e("agenda.new_step"),task:"",minutes:0,may:[],private:!1}]}var H=100;function Ri({app:t}){let{session:e,live:o}=t,n=e.role.value==="facilitator",a=A(t),l=o.board().step,p=a.reduce((d,$)=>d+$.minutes,0),[s,c]=b(null),v=S(null),r=j(t,v,a),u=()=>c(t.actions.addStep({title:i("agenda.new_step"),task:"",may:[],private:!1,minutes:0}));return a.length?m`<h2>${i("agenda.title")}</h2>
    <p class="agenda-sum muted"><span>${i("agenda.steps",{count:a.length})}${p>0&&m` · ${i("agenda.minutes",{count:p,n:f(p)})}`}</span></p>
    <ol class="agenda" ref=${v}>
      ${r.shown.map((d,$)=>m`<${K} key=${d.id} app=${t} step=${d} number=${$+1} current=${d.id===l} leads=${n}
        open=${s===d.id} onOpen=${g=>c(g?d.id:null)} order=${r} of=${a.length} />`)}
    </ol>
    ${n&&m`<div class="button-row agenda-tools">
      ${a.length<H?m`<${y} icon="plus" text label=${i("agenda.add")} onClick=${u} />`:m`<p class="hint">${i("agenda.full",{count:H})}</p>`}
      <${_} icon="list-checks" text label=${i("agenda.more_template")} items=${V(t)} />
    </div>`}`:m`<h2>${i("agenda.title")}</h2>${n?m`<${Q} app=${t} onBlank=${u} />`:m`<${P} icon="list-checks" words=${i("agenda.none")} />`}`}function Q({app:t,onBlank:e}){return m`<p class="hint">${i("agenda.choose")}</p>
    <div class="templates">
      ${E.map(({name:o,steps:n})=>m`<button key=${o} type="button" class="template" onClick=${()=>{W(t,o)}}>
        <b>${i(`agenda.template_${o}`)}</b>
        <span class="muted">${n.map(a=>i(`agenda.${o}_${a.name}`)).join(" · ")}</span>
        <span class="muted">${i("agenda.minutes",{count:U(n),n:f(U(n))})}</span>
      </button>`)}
      <button type="button" class="template" onClick=${e}><b>${i("agenda.template_blank")}</b><span class="muted">${i("agenda.template_blank_hint")}</span></button>
    </div>`}function V(t){return E.map(({name:e,steps:o})=>({icon:"plus",label:i("agenda.append",{title:i(`agenda.template_${e}`),n:f(o.length)}),run:()=>{W(t,e)}}))}async function W(t,e){let{language:o}=t.live.board(),n=t.languages.some(({code:a})=>a===o);t.actions.addSteps(N(e,n?await L(o,"core/agenda_templates"):i)),t.session.announce.value=i("agenda.applied",{title:i(`agenda.template_${e}`)})}function U(t){return t.reduce((e,o)=>e+o.minutes,0)}export{Ri as Agenda};
