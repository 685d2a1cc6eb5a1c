/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as x,b as O,c as P}from"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{a as _}from"./board-3CXZL3R2.js";import{v as A}from"./board-ML3NNHGA.js";import{a as y,d as f,n as M,y as I,z as B}from"./board-KYIRGFZR.js";import{b,c as C,e as S,k as m,o as i,s as L,ta as h}from"./board-MDZKHNOU.js";function D({app:t,step:e,current:o,onClose:r}){let{actions:a}=t,l=S(null);C(()=>l.current?.select(),[]);let p=n=>a.setStep(e.id,n),s=n=>{let u=q(n);u&&p({title:u})},c=n=>{p({private:n}),o&&B(t,n)},v=n=>{n.key==="Escape"&&(n.stopPropagation(),document.activeElement?.blur?.(),r())};return m`<div class="stack agenda-form" role="group" aria-label=${i("agenda.edit",{title:e.title})} onKeyDown=${v}>
    <label><span class="label">${i("agenda.step_title")}</span>
      <${_} field=${l} maxlength="80" value=${e.title} onKeep=${s} /></label>
    <label><span class="label">${i("agenda.task")}</span>
      <${_} long rows="3" maxlength="300" value=${e.task} onKeep=${n=>p({task:n})} /></label>
    <${P} may=${e.may} label=${i("agenda.may")} onChange=${n=>p({may:n})} />
    <label class="check"><input type="checkbox" checked=${e.private} onChange=${n=>c(n.currentTarget.checked)} /><span>${i("private.in_step")}</span></label>
    <${Y} minutes=${e.minutes} onChange=${n=>p({minutes:n})} />
    ${o&&m`<p class="hint">${i("agenda.runs")}</p>`}
    <div class="row-end"><${y} icon="check" text label=${i("action.done")} onClick=${r} /></div>
  </div>`}function Y({minutes:t,onChange:e}){let[o,r]=b(!1),a=l=>{let p=O(l||"0"),s=p!==null&&Number.isInteger(p)&&p>=0&&p<=600;r(!s),s&&e(p)};return m`<label><span class="label">${i("agenda.minutes_field")}</span>
    <${_} dir=${void 0} inputmode="numeric" autocomplete="off" value=${String(t)} aria-invalid=${o?"true":void 0} aria-describedby="minutes-wrong" onKeep=${a} /></label>
    <p id="minutes-wrong" class=${o?"field-error":"hint"} role=${o?"alert":void 0}>${i(o?"agenda.minutes_wrong":"agenda.minutes_hint",{most:f(600)})}</p>`}function q(t){return t.replace(/\s+/g," ").trim()}function K({app:t,step:e,number:o,of:r,current:a,leads:l,open:p,onOpen:s,order:c}){return m`<li class="agenda-step" data-step=${e.id} data-dragged=${c.dragged===e.id?"":void 0} aria-current=${a?"step":void 0}>
    <div class="agenda-line">
      ${l&&m`<span class="grip" onPointerDown=${v=>c.grab(e.id,v)}><${h} name="grip-vertical" /></span>`}
      <span class="agenda-number">${f(o)}</span>
      ${l?m`<button type="button" class="agenda-title" dir="auto" aria-expanded=${String(p)} title=${i("agenda.edit",{title:e.title})} onClick=${()=>s(!p)}>${e.title}</button>`:m`<b class="agenda-title" dir="auto">${e.title}</b>`}
      ${l&&m`<${G} app=${t} step=${e} place=${o} of=${r} current=${a} onOpen=${s} order=${c} />`}
    </div>
    ${a&&m`<p class="agenda-now"><${h} name="play" />${i("agenda.now")}</p>`}
    ${p&&l?m`<${D} app=${t} step=${e} current=${a} onClose=${()=>s(!1)} />`:m`${e.task&&m`<p class="agenda-task" dir="auto">${e.task}</p>`}<${z} step=${e} />`}
  </li>`}function z({step:t}){let e=t.may.length?t.may.map(o=>i(`may.${o}`)).join(" · "):i("may.nothing");return m`<ul class="agenda-facts">
    ${t.minutes>0&&m`<li><${h} name="timer" />${i("agenda.minutes",{count:t.minutes,n:f(t.minutes)})}</li>`}
    ${t.private&&m`<li><${h} name="eye-off" />${i("private.word")}</li>`}
    <li><${h} name="hand" /><span class="visually-hidden">${i("agenda.may")}: </span>${e}</li>
  </ul>`}function G({app:t,step:e,place:o,of:r,current:a,onOpen:l,order:p}){let{title:s}=e,c=[{icon:"pencil",label:i("agenda.edit",{title:s}),run:()=>l(!0)},{icon:"arrow-up",label:i("settings.up",{title:s}),off:o===1,run:()=>p.shift(o-1,o-2)},{icon:"arrow-down",label:i("settings.down",{title:s}),off:o===r,run:()=>p.shift(o-1,o)},{icon:"trash-2",label:i("agenda.delete",{title:s}),run:()=>J(t,e)}];return m`<${y} icon="play" mirror label=${i(a?"agenda.is_now":"agenda.go",{title:s})} off=${a} onClick=${()=>I(t,e.id)} />
    <${x} icon="ellipsis" label=${i("agenda.tools",{title:s})} items=${c} />`}function J(t,e){let{title:o,task:r,may:a,minutes:l,order:p,private:s}=e;t.actions.removeStep(e.id),t.session.toast.value={text:i("agenda.deleted",{title:o}),action:{label:i("toast.undo"),run:()=>t.actions.addStep({title:o,task:r,may:a,minutes:l,order:p,private:s})}}}function j(t,e,o){let[r,a]=b(null),l=r?o.findIndex(n=>n.id===r.id):-1,p=r&&l>=0?R(o,l,r.to):o,s=(n,u)=>{u<0||u>=o.length||n===u||(t.actions.orderSteps(R(o,n,u).map(d=>d.id)),t.session.announce.value=i("settings.theme_moved",{title:o[n].title,place:u+1}))},c=(n,u)=>[...e.current?.children??[]].filter($=>$.dataset.step!==n).filter($=>{let g=$.getBoundingClientRect();return g.top+g.height/2<u}).length;return{shown:p,shift:s,grab:(n,u)=>{if(u.button!==0)return;u.preventDefault();let d=u.currentTarget;d.setPointerCapture(u.pointerId);let $=o.findIndex(k=>k.id===n),g=$;a({id:n,to:g});let T=k=>{g=c(n,k.clientY),a({id:n,to:g})},w=k=>{d.removeEventListener("pointermove",T),d.removeEventListener("pointerup",w),d.removeEventListener("pointercancel",w),a(null),k.type==="pointerup"&&s($,g)};d.addEventListener("pointermove",T),d.addEventListener("pointerup",w),d.addEventListener("pointercancel",w)},dragged:r?.id??null}}function R(t,e,o){let r=[...t];return r.splice(o,0,...r.splice(e,1)),r}var E=[{name:"vsr",steps:[{name:"welcome",minutes:5,may:[],private:!1},{name:"challenges",minutes:10,may:["challenge"],private:!0},{name:"read",minutes:20,may:["move","group","comment"],private:!1},{name:"solutions",minutes:20,may:["solution","move","comment"],private:!1},{name:"vote",minutes:5,may:["vote"],private:!1},{name:"present",minutes:20,may:[],private:!1}]},{name:"solutions",steps:[{name:"read",minutes:10,may:["comment"],private:!1},{name:"write",minutes:10,may:["solution"],private:!0},{name:"sort",minutes:15,may:["solution","move","group","comment"],private:!1},{name:"vote",minutes:5,may:["vote"],private:!1},{name:"present",minutes:15,may:[],private:!1}]}];function N(t,e){let o=E.find(r=>r.name===t)?.steps;return o?o.map(({name:r,minutes:a,may:l,private:p})=>({title:e(`agenda.${t}_${r}`),task:e(`agenda.${t}_${r}_task`),minutes:a,may:l,private:p})):[{title:e("agenda.new_step"),task:"",minutes:0,may:[],private:!1}]}var H=100;function Mt({app:t}){let{session:e,live:o}=t,r=e.role.value==="facilitator",a=M(t),l=o.board().step,p=a.reduce((d,$)=>d+$.minutes,0),[s,c]=b(null),v=S(null),n=j(t,v,a),u=()=>c(t.actions.addStep({title:i("agenda.new_step"),task:"",may:[],private:!1,minutes:0}));return a.length?m`<h2>${i("agenda.title")}</h2>
    <p class="agenda-sum muted"><span>${i("agenda.steps",{count:a.length})}${p>0&&m` · ${i("agenda.minutes",{count:p,n:f(p)})}`}</span></p>
    <ol class="agenda" ref=${v}>
      ${n.shown.map((d,$)=>m`<${K} key=${d.id} app=${t} step=${d} number=${$+1} current=${d.id===l} leads=${r}
        open=${s===d.id} onOpen=${g=>c(g?d.id:null)} order=${n} of=${a.length} />`)}
    </ol>
    ${r&&m`<div class="button-row agenda-tools">
      ${a.length<H?m`<${y} icon="plus" text label=${i("agenda.add")} onClick=${u} />`:m`<p class="hint">${i("agenda.full",{count:H})}</p>`}
      <${x} icon="list-checks" text label=${i("agenda.more_template")} items=${V(t)} />
    </div>`}`:m`<h2>${i("agenda.title")}</h2>${r?m`<${Q} app=${t} onBlank=${u} />`:m`<${A} icon="list-checks" words=${i("agenda.none")} />`}`}function Q({app:t,onBlank:e}){return m`<p class="hint">${i("agenda.choose")}</p>
    <div class="templates">
      ${E.map(({name:o,steps:r})=>m`<button key=${o} type="button" class="template" onClick=${()=>{W(t,o)}}>
        <b>${i(`agenda.template_${o}`)}</b>
        <span class="muted">${r.map(a=>i(`agenda.${o}_${a.name}`)).join(" · ")}</span>
        <span class="muted">${i("agenda.minutes",{count:U(r),n:f(U(r))})}</span>
      </button>`)}
      <button type="button" class="template" onClick=${e}><b>${i("agenda.template_blank")}</b><span class="muted">${i("agenda.template_blank_hint")}</span></button>
    </div>`}function V(t){return E.map(({name:e,steps:o})=>({icon:"plus",label:i("agenda.append",{title:i(`agenda.template_${e}`),n:f(o.length)}),run:()=>{W(t,e)}}))}async function W(t,e){let{language:o}=t.live.board(),r=t.languages.some(({code:a})=>a===o);t.actions.addSteps(N(e,r?await L(o,"core/agenda_templates"):i)),t.session.announce.value=i("agenda.applied",{title:i(`agenda.template_${e}`)})}function U(t){return t.reduce((e,o)=>e+o.minutes,0)}export{Mt as Agenda};
