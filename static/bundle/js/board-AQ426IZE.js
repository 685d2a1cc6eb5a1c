/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-H2TX447C.js";import"./board-I453R3DI.js";import"./board-FG7VWAJZ.js";import"./board-Q22BBIBZ.js";import"./board-BNKX46QN.js";import"./board-Y3F2OUET.js";import"./board-OFXYOQ2B.js";import"./board-ARAT4WIN.js";import"./board-A5HBQ7VR.js";import"./board-V3VZH7J4.js";import"./board-BRO2JHH4.js";import"./board-KPKCYXTL.js";import"./board-KX5XDBJF.js";import{L as n,M as l,a as m}from"./board-E3OLUMF7.js";import{k as t,ma as s,o as i}from"./board-RFPELJBS.js";function Fr({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
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
