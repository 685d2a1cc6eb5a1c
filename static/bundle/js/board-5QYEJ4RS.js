/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-PW3IZRVF.js";import"./board-UTS2SMZH.js";import"./board-RIHQJT2R.js";import"./board-GB3NK3WH.js";import"./board-SKZDM3H4.js";import"./board-GIGMYVVX.js";import"./board-7W72SGI5.js";import"./board-7BTOGHSW.js";import"./board-M2QJ7EA4.js";import"./board-GZG5ZRQR.js";import"./board-2FV25VP6.js";import"./board-6NKGBW3Q.js";import"./board-OJP4XE6P.js";import{L as n,M as l,a as m}from"./board-7ENYGGNN.js";import{k as t,ma as s,o as i}from"./board-HC26R27S.js";function Fr({app:o}){let{session:p,ui:c,actions:d}=o,r=p.role.value==="facilitator",a=l(o)?.step.task,e=d.may("add"),f=()=>o.layer.peek()?.addAtCentre(p.kind.value),$=n(o).length>0;return t`<section class="first-card" aria-label=${i("first.title")}>
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
