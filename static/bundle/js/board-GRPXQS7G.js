/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-R6BWVAHF.js";import"./board-3GU5QNJU.js";import"./board-AZFY7AJK.js";import"./board-S2OKCOIJ.js";import"./board-E3ECDWQE.js";import"./board-M3V23OXG.js";import"./board-ZK4PWCYA.js";import"./board-RG2FZXLZ.js";import"./board-VMV5K3LB.js";import"./board-3IQ3246F.js";import"./board-TNPXJY23.js";import"./board-EQDALWQS.js";import"./board-QVS3TUGR.js";import{L as n,M as l,a as m}from"./board-OK73VCRR.js";import{k as t,ma as s,o as i}from"./board-XMP4NRM4.js";function Fr({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
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
  </section>`}export{Fr as FirstCard};
