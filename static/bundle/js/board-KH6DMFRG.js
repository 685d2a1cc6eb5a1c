/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as e}from"./board-ML3NNHGA.js";import{ba as a,ca as l}from"./board-KYIRGFZR.js";import{D as m,k as o,l as p,o as r}from"./board-MDZKHNOU.js";function h({app:n,onClose:s}){let{session:t}=n,g=i=>{t.flipped.value=new Set,t.reading.value=i,t.announce.value=r(`reading.${i}`)};return o`<${e} title=${r("reading.title")} onClose=${s}><div class="form">
    <fieldset class="rights"><legend class="label">${r("reading.show")}</legend>
      ${m.map(i=>o`<label key=${i} class="check"><input type="radio" name="reading" checked=${t.reading.value===i} onChange=${()=>g(i)} /><span>${r(`reading.${i}`)}</span></label>`)}
    </fieldset>
    <label><span class="label">${r("reading.language")}</span>
      <select class="select" value=${t.readIn.value} onChange=${i=>t.readIn.value=i.currentTarget.value}>
        <option value="">${r("reading.as_page",{language:l(p.value)})}</option>
        ${a(t.readIn.value).map(([i,u])=>o`<option key=${i} value=${i}>${u}</option>`)}
      </select></label>
    <p class="hint">${r("reading.hint")}</p>
  </div><//>`}export{h as Reading};
