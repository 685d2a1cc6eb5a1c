/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as r}from"./board-7ENYGGNN.js";import{k as m,ma as p}from"./board-HC26R27S.js";function s({icon:$,words:e,hint:o,action:t}){return m`<div class="empty-state"><${p} name=${$} /><p>${e}</p>${o&&m`<p class="hint">${o}</p>`}
    ${t&&m`<${r} icon=${t.icon} text label=${t.label} onClick=${t.run} />`}</div>`}export{s as a};
