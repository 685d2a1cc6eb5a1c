/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-7W72SGI5.js";import{a as l}from"./board-7BTOGHSW.js";import"./board-OJP4XE6P.js";import{r as e,s as a}from"./board-7ENYGGNN.js";import{D as m,k as o,l as p,o as t}from"./board-HC26R27S.js";function at({app:n,onClose:s}){let{session:r}=n,g=i=>{r.flipped.value=new Set,r.reading.value=i,r.announce.value=t(`reading.${i}`)};return o`<${l} title=${t("reading.title")} onClose=${s}><div class="form">
    <fieldset class="rights"><legend class="label">${t("reading.show")}</legend>
      ${m.map(i=>o`<label key=${i} class="check"><input type="radio" name="reading" checked=${r.reading.value===i} onChange=${()=>g(i)} /><span>${t(`reading.${i}`)}</span></label>`)}
    </fieldset>
    <label><span class="label">${t("reading.language")}</span>
      <select class="select" value=${r.readIn.value} onChange=${i=>r.readIn.value=i.currentTarget.value}>
        <option value="">${t("reading.as_page",{language:a(p.value)})}</option>
        ${e(r.readIn.value).map(([i,u])=>o`<option key=${i} value=${i}>${u}</option>`)}
      </select></label>
    <p class="hint">${t("reading.hint")}</p>
  </div><//>`}export{at as Reading};
