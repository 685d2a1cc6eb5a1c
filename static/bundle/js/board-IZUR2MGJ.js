/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import"./board-ML3NNHGA.js";import{a as h,ba as b,c as d,d as f,da as g}from"./board-KYIRGFZR.js";import{Ia as u,b as s,c as $,k as o,o as p}from"./board-MDZKHNOU.js";var y=["people","notes","votes","silent"];function S({app:m}){let[r,e]=s(null),[i,a]=s(""),l=()=>{u(m.page.board,"/participation").then(t=>(e(t),a("")),t=>a(t.reason||"unavailable"))};$(l,[]);let c=(r?.associations??[]).filter(t=>t.name&&t.people!==null&&t.people>0&&t.silent===t.people),v=Object.values(r??{}).some(t=>t.some(n=>n.people===null||n.notes===null||n.votes===null));return o`<h2>${p("participation.title")}</h2>
    <${h} icon="refresh-cw" text label=${p("participation.again")} onClick=${l} />
    ${i&&o`<p class="error" role="alert">${d(i)}</p>`}
    ${!r&&!i&&o`<p class="empty">${p("state.loading")}</p>`}
    ${c.length>0&&o`<p class="hint" role="status">${p("participation.silent_now",{names:c.map(t=>t.name).join(p("announce.comma"))})}</p>`}
    ${v&&o`<p class="hint">${p("participation.withheld")}</p>`}
    ${r&&["associations","countries","languages"].map(t=>o`<${k} key=${t} title=${p(`participation.${t}`)} rows=${r[t]} word=${x(t)} />`)}`}function k({title:m,rows:r,word:e}){return o`<div class="participation"><table>
    <caption>${m}</caption>
    <thead><tr><th scope="col"><span class="visually-hidden">${m}</span></th>${y.map(i=>o`<th key=${i} scope="col">${p(`participation.${i}`)}</th>`)}</tr></thead>
    <tbody>${r.map(i=>o`<tr key=${i.name}><th scope="row"><bdi>${i.name?e(i.name):p("participation.others")}</bdi></th>
      ${y.map(a=>o`<td key=${a}>${i[a]===null?o`<span title=${p("participation.few")}>${p("participation.few_short")}</span>`:f(i[a])}</td>`)}</tr>`)}</tbody>
  </table></div>`}function x(m){let r=new Map(m==="countries"?g():m==="languages"?b(""):[]);return e=>r.get(e)??e}export{S as Participation};
