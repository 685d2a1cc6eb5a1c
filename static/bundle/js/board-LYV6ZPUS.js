/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-GH64RDNJ.js";import"./board-FQPVPCG2.js";import"./board-ZTNSN2JY.js";import"./board-DLJD6ZSM.js";import"./board-5S6MBP4H.js";import"./board-7T377O2W.js";import"./board-2WMQOJVV.js";import"./board-DJR4KK3L.js";import"./board-DFRLXB7L.js";import"./board-6NKMWNWK.js";import"./board-2WFDUJMW.js";import"./board-LGTDBL55.js";import"./board-IPV6WTH6.js";import{L as n,M as l,a as m}from"./board-SOIRP6DG.js";import{k as t,ma as s,o as i}from"./board-34R2EUSR.js";function Fr({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
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
