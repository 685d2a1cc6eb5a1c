/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import"./board-ML3NNHGA.js";import{a as m,n,o as l}from"./board-KYIRGFZR.js";import{k as t,o as i,ta as s}from"./board-MDZKHNOU.js";function g({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
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
  </section>`}export{g as FirstCard};
