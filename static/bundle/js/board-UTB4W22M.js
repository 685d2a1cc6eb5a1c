/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as _,b as B,c as O}from"./board-STWYJCZS.js";import"./board-HKZAT262.js";import"./board-DEFC5GCT.js";import"./board-WRGGW5D7.js";import"./board-EVNNSOZL.js";import"./board-272SCPD7.js";import{a as x}from"./board-FVCYWDQ3.js";import"./board-7XH43VOS.js";import"./board-2PAXHKWU.js";import"./board-OP2IACQF.js";import"./board-IEIYVX26.js";import"./board-LZW75LWB.js";import{a as A}from"./board-KRZ3WHAS.js";import"./board-WPQT2PYZ.js";import{C as L,D as M,L as I,a as y,d as f}from"./board-WNHI7QBD.js";import{V as E,b as h,c as C,e as S,k as n,ma as v,o as t}from"./board-KPKV7KGC.js";function P({app:i,step:o,current:e,onClose:m}){let{actions:a}=i,s=S(null);C(()=>s.current?.select(),[]);let p=r=>a.setStep(o.id,r),l=r=>{let d=W(r);d&&p({title:d})},c=r=>{p({private:r}),e&&M(i,r)},b=r=>{r.key==="Escape"&&(r.stopPropagation(),document.activeElement?.blur?.(),m())};return n`<div class="stack agenda-form" role="group" aria-label=${t("agenda.edit",{title:o.title})} onKeyDown=${b}>
    <label><span class="label">${t("agenda.step_title")}</span>
      <${x} field=${s} maxlength="80" value=${o.title} onKeep=${l} /></label>
    <label><span class="label">${t("agenda.task")}</span>
      <${x} long rows="3" maxlength="300" value=${o.task} onKeep=${r=>p({task:r})} /></label>
    <${O} may=${o.may} label=${t("agenda.may")} onChange=${r=>p({may:r})} />
    <label class="check"><input type="checkbox" checked=${o.private} onChange=${r=>c(r.currentTarget.checked)} /><span>${t("private.in_step")}</span></label>
    <${U} minutes=${o.minutes} onChange=${r=>p({minutes:r})} />
    ${e&&n`<p class="hint">${t("agenda.runs")}</p>`}
    <div class="row-end"><${y} icon="check" text label=${t("action.done")} onClick=${m} /></div>
  </div>`}function U({minutes:i,onChange:o}){let[e,m]=h(!1),a=s=>{let p=B(s||"0"),l=p!==null&&Number.isInteger(p)&&p>=0&&p<=600;m(!l),l&&o(p)};return n`<label><span class="label">${t("agenda.minutes_field")}</span>
    <${x} dir=${void 0} inputmode="numeric" autocomplete="off" value=${String(i)} aria-invalid=${e?"true":void 0} aria-describedby="minutes-wrong" onKeep=${a} /></label>
    <p id="minutes-wrong" class=${e?"field-error":"hint"} role=${e?"alert":void 0}>${t(e?"agenda.minutes_wrong":"agenda.minutes_hint",{most:f(600)})}</p>`}function W(i){return i.replace(/\s+/g," ").trim()}function D({app:i,step:o,number:e,of:m,current:a,leads:s,open:p,onOpen:l,order:c}){return n`<li class="agenda-step" data-step=${o.id} data-dragged=${c.dragged===o.id?"":void 0} aria-current=${a?"step":void 0}>
    <div class="agenda-line">
      ${s&&n`<span class="grip" onPointerDown=${b=>c.grab(o.id,b)}><${v} name="grip-vertical" /></span>`}
      <span class="agenda-number">${f(e)}</span>
      ${s?n`<button type="button" class="agenda-title" dir="auto" aria-expanded=${String(p)} title=${t("agenda.edit",{title:o.title})} onClick=${()=>l(!p)}>${o.title}</button>`:n`<b class="agenda-title" dir="auto">${o.title}</b>`}
      ${s&&n`<${q} app=${i} step=${o} place=${e} of=${m} current=${a} onOpen=${l} order=${c} />`}
    </div>
    ${a&&n`<p class="agenda-now"><${v} name="play" />${t("agenda.now")}</p>`}
    ${p&&s?n`<${P} app=${i} step=${o} current=${a} onClose=${()=>l(!1)} />`:n`${o.task&&n`<p class="agenda-task" dir="auto">${o.task}</p>`}<${Y} step=${o} />`}
  </li>`}function Y({step:i}){let o=i.may.length?i.may.map(e=>t(`may.${e}`)).join(" · "):t("may.nothing");return n`<ul class="agenda-facts">
    ${i.minutes>0&&n`<li><${v} name="timer" />${t("agenda.minutes",{count:i.minutes,n:f(i.minutes)})}</li>`}
    ${i.private&&n`<li><${v} name="eye-off" />${t("private.word")}</li>`}
    <li><${v} name="hand" /><span class="visually-hidden">${t("agenda.may")}: </span>${o}</li>
  </ul>`}function q({app:i,step:o,place:e,of:m,current:a,onOpen:s,order:p}){let{title:l}=o,c=[{icon:"pencil",label:t("agenda.edit",{title:l}),run:()=>s(!0)},{icon:"arrow-up",label:t("settings.up",{title:l}),off:e===1,run:()=>p.shift(e-1,e-2)},{icon:"arrow-down",label:t("settings.down",{title:l}),off:e===m,run:()=>p.shift(e-1,e)},{icon:"trash-2",label:t("agenda.delete",{title:l}),run:()=>z(i,o)}];return n`<${y} icon="play" mirror label=${t(a?"agenda.is_now":"agenda.go",{title:l})} off=${a} onClick=${()=>L(i,o.id)} />
    <${_} icon="ellipsis" label=${t("agenda.tools",{title:l})} items=${c} />`}function z(i,o){let{title:e,task:m,may:a,minutes:s,order:p,private:l}=o;i.actions.removeStep(o.id),i.session.toast.value={text:t("agenda.deleted",{title:e}),action:{label:t("toast.undo"),run:()=>i.actions.addStep({title:e,task:m,may:a,minutes:s,order:p,private:l})}}}function R(i,o,e){let[m,a]=h(null),s=m?e.findIndex(r=>r.id===m.id):-1,p=m&&s>=0?K(e,s,m.to):e,l=(r,d)=>{d<0||d>=e.length||r===d||(i.actions.orderSteps(K(e,r,d).map(u=>u.id)),i.session.announce.value=t("settings.theme_moved",{title:e[r].title,place:d+1}))},c=(r,d)=>[...o.current?.children??[]].filter($=>$.dataset.step!==r).filter($=>{let g=$.getBoundingClientRect();return g.top+g.height/2<d}).length;return{shown:p,shift:l,grab:(r,d)=>{if(d.button!==0)return;d.preventDefault();let u=d.currentTarget;u.setPointerCapture(d.pointerId);let $=e.findIndex(k=>k.id===r),g=$;a({id:r,to:g});let T=k=>{g=c(r,k.clientY),a({id:r,to:g})},w=k=>{u.removeEventListener("pointermove",T),u.removeEventListener("pointerup",w),u.removeEventListener("pointercancel",w),a(null),k.type==="pointerup"&&l($,g)};u.addEventListener("pointermove",T),u.addEventListener("pointerup",w),u.addEventListener("pointercancel",w)},dragged:m?.id??null}}function K(i,o,e){let m=[...i];return m.splice(e,0,...m.splice(o,1)),m}var j=100;function De({app:i}){let{session:o,live:e}=i,m=o.role.value==="facilitator",a=I(i),s=e.board().step,p=a.reduce((u,$)=>u+$.minutes,0),[l,c]=h(null),b=S(null),r=R(i,b,a),d=()=>c(i.actions.addStep({title:t("agenda.new_step"),task:"",may:[],private:!1,minutes:0}));return a.length?n`<h2>${t("agenda.title")}</h2>
    <p class="agenda-sum muted"><span>${t("agenda.steps",{count:a.length})}${p>0&&n` · ${t("agenda.minutes",{count:p,n:f(p)})}`}</span></p>
    <ol class="agenda" ref=${b}>
      ${r.shown.map((u,$)=>n`<${D} key=${u.id} app=${i} step=${u} number=${$+1} current=${u.id===s} leads=${m}
        open=${l===u.id} onOpen=${g=>c(g?u.id:null)} order=${r} of=${a.length} />`)}
    </ol>
    ${m&&n`<div class="button-row agenda-tools">
      ${a.length<j?n`<${y} icon="plus" text label=${t("agenda.add")} onClick=${d} />`:n`<p class="hint">${t("agenda.full",{count:j})}</p>`}
      <${_} icon="list-checks" text label=${t("agenda.more_template")} items=${J(i)} />
    </div>`}`:n`<h2>${t("agenda.title")}</h2>${m?n`<${G} app=${i} onBlank=${d} />`:n`<${A} icon="list-checks" words=${t("agenda.none")} />`}`}function G({app:i,onBlank:o}){return n`<p class="hint">${t("agenda.choose")}</p>
    <div class="templates">
      ${E.map(({name:e,steps:m})=>n`<button key=${e} type="button" class="template" onClick=${()=>H(i,e)}>
        <b>${t(`agenda.template_${e}`)}</b>
        <span class="muted">${m.map(a=>t(`agenda.${e}_${a.name}`)).join(" · ")}</span>
        <span class="muted">${t("agenda.minutes",{count:N(m),n:f(N(m))})}</span>
      </button>`)}
      <button type="button" class="template" onClick=${o}><b>${t("agenda.template_blank")}</b><span class="muted">${t("agenda.template_blank_hint")}</span></button>
    </div>`}function J(i){return E.map(({name:o,steps:e})=>({icon:"plus",label:t("agenda.append",{title:t(`agenda.template_${o}`),n:f(e.length)}),run:()=>H(i,o)}))}function H(i,o){i.actions.applyTemplate(o,t),i.session.announce.value=t("agenda.applied",{title:t(`agenda.template_${o}`)})}function N(i){return i.reduce((o,e)=>o+e.minutes,0)}export{De as Agenda};
