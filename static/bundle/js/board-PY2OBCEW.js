/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ZK4PWCYA.js";import{a as n}from"./board-RG2FZXLZ.js";import"./board-QVS3TUGR.js";import{r as e,s as a}from"./board-OK73VCRR.js";import{D as m,k as o,l as p,o as t}from"./board-XMP4NRM4.js";function at({app:l,onClose:s}){let{session:r}=l,g=i=>{r.flipped.value=new Set,r.reading.value=i,r.announce.value=t(`reading.${i}`)};return o`<${n} title=${t("reading.title")} onClose=${s}>
    <fieldset class="rights"><legend class="label">${t("reading.show")}</legend>
      ${m.map(i=>o`<label key=${i} class="check"><input type="radio" name="reading" checked=${r.reading.value===i} onChange=${()=>g(i)} /><span>${t(`reading.${i}`)}</span></label>`)}
    </fieldset>
    <label><span class="label">${t("reading.language")}</span>
      <select class="select" value=${r.readIn.value} onChange=${i=>r.readIn.value=i.currentTarget.value}>
        <option value="">${t("reading.as_page",{language:a(p.value)})}</option>
        ${e(r.readIn.value).map(([i,u])=>o`<option key=${i} value=${i}>${u}</option>`)}
      </select></label>
    <p class="hint">${t("reading.hint")}</p>
  <//>`}export{at as Reading};
