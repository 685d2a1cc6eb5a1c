/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{k as e}from"./board-MDZKHNOU.js";function h({on:c,label:n,onChange:t}){return e`<label class="check"><input type="checkbox" checked=${c} onChange=${r=>t(r.currentTarget.checked)} /><span>${n}</span></label>`}export{h as a};
