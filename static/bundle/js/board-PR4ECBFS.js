/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as c}from"./board-ML3NNHGA.js";import{a as p,w as d}from"./board-KYIRGFZR.js";import{c as s,k as m,o as t}from"./board-MDZKHNOU.js";function x({app:v,step:e,onClose:i}){let{actions:a,session:$,live:n}=v,o=n.board(),l=d(),r=e?n.get("step",e):null;s(()=>{o.private===!1&&i()},[o.private]);let f=()=>{r?a.goToStep(r.id):a.setPrivate(!1),i()},u=()=>{i(),$.panel.value="moderation"};return m`<${c} title=${t("private.ask",{count:l})} onClose=${i}>
    <div class="stack">
      <p>${t(`private.ask_${["association","nobody"].includes(o.authors)?o.authors:"named"}`)}</p>
      <p class="hint">${t(o.moderate?"private.ask_moderate":"private.ask_no_way_back")}</p>
      <div class="row-end">
        ${o.moderate&&m`<${p} icon="shield" text label=${t("moderation.first")} onClick=${u} />`}
        <${p} text label=${t("action.cancel")} onClick=${i} />
        <${p} icon="eye" kind="primary" text label=${r?t("private.reveal_and_go",{title:r.title}):t("private.reveal_n",{count:l})} onClick=${f} />
      </div>
    </div>
  <//>`}export{x as Reveal};
