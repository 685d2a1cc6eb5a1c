/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-7W72SGI5.js";import{a as d}from"./board-7BTOGHSW.js";import"./board-OJP4XE6P.js";import{A as c,a as p}from"./board-7ENYGGNN.js";import{c as s,k as m,o as t}from"./board-HC26R27S.js";function ci({app:v,step:e,onClose:o}){let{actions:a,session:$,live:n}=v,i=n.board(),l=c(),r=e?n.get("step",e):null;s(()=>{i.private===!1&&o()},[i.private]);let f=()=>{r?a.goToStep(r.id):a.setPrivate(!1),o()},u=()=>{o(),$.panel.value="moderation"};return m`<${d} title=${t("private.ask",{count:l})} onClose=${o}>
    <div class="stack">
      <p>${t(`private.ask_${["association","nobody"].includes(i.authors)?i.authors:"named"}`)}</p>
      <p class="hint">${t(i.moderate?"private.ask_moderate":"private.ask_no_way_back")}</p>
      <div class="row-end">
        ${i.moderate&&m`<${p} icon="shield" text label=${t("moderation.first")} onClick=${u} />`}
        <${p} text label=${t("action.cancel")} onClick=${o} />
        <${p} icon="eye" kind="primary" text label=${r?t("private.reveal_and_go",{title:r.title}):t("private.reveal_n",{count:l})} onClick=${f} />
      </div>
    </div>
  <//>`}export{ci as Reveal};
