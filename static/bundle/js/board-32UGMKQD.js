/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as s}from"./board-ML3NNHGA.js";import{L as a,a as e,b as l}from"./board-KYIRGFZR.js";import{k as r,o as t}from"./board-MDZKHNOU.js";var d=Object.entries(a).map(([o,p])=>[`help.${o}`,Object.values(p)]);function g({app:o,onClose:p}){let n=()=>{p(),o.ui.tour.value="asked"};return r`<${s} title=${t("help.title")} onClose=${p} wide>
    <p>${t("help.intro")}</p>
    <div class="help">
      ${d.map(([i,c])=>r`<section key=${i}><h3>${t(i)}</h3>
          <dl class="keys">${c.map(({keys:$,words:m})=>r`<div key=${m}><dt>${$.split(" ").map((u,h)=>r`${h>0&&" / "}<kbd>${l(u)}</kbd>`)}</dt><dd>${t(m)}</dd></div>`)}</dl>
        </section>`)}
    </div>
    <p class="hint">${t("help.pointer")}</p>
    ${!o.ui.phone.value&&r`<p><${e} icon="play" text label=${t("tour.again")} onClick=${n} /></p>`}
    <label class="check"><input type="checkbox" checked=${o.session.singleKeys.value} onChange=${i=>o.session.singleKeys.value=i.currentTarget.checked} /><span>${t("help.single_keys")}</span></label>
    <label class="inline-field"><span class="label">${t("hear.title")}</span>
      <select class="select select-small" value=${o.session.hear.value} onChange=${i=>o.session.hear.value=i.currentTarget.value}>
        <option value="off">${t("hear.off")}</option><option value="summary">${t("hear.summary")}</option><option value="all">${t("hear.all")}</option>
      </select></label>
    <p><a class="line-link" href="/accessibility" target="_blank" rel="noopener">${t("access.title")}</a></p>
  <//>`}export{g as Help};
