/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-STWYJCZS.js";import"./board-HKZAT262.js";import"./board-DEFC5GCT.js";import"./board-WRGGW5D7.js";import"./board-EVNNSOZL.js";import"./board-272SCPD7.js";import"./board-7XH43VOS.js";import"./board-2PAXHKWU.js";import"./board-OP2IACQF.js";import"./board-IEIYVX26.js";import"./board-LZW75LWB.js";import"./board-KRZ3WHAS.js";import"./board-WPQT2PYZ.js";import{L as n,M as l,a as m}from"./board-WNHI7QBD.js";import{k as t,ma as s,o as i}from"./board-KPKV7KGC.js";function Ir({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
    <${s} name="sticky-note" />
    <div class="first-words">
      <h2>${i(r?"first.facilitator":e?"first.participant":"first.viewer")}</h2>
      ${a&&!r?t`<p class="muted" dir="auto">${a}</p>`:t`<p class="muted">${i(r?"first.facilitator_text":e?"first.participant_text":"first.viewer_text")}</p>`}
    </div>
    <div class="first-ways">
      ${r&&t`<${m} icon="user-plus" text label=${i("first.invite")} onClick=${()=>c.dialog.value={name:"invite"}} />`}
      ${r&&t`<${m} icon="list-checks" text label=${i($?"first.agenda":"first.plan")} onClick=${()=>p.panel.value="agenda"} />`}
      ${e&&t`<${m} icon="plus" kind="primary" text label=${i("first.add")} onClick=${f} />`}
    </div>
  </section>`}export{Ir as FirstCard};
