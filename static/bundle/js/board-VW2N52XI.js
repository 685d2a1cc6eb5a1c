/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{v as S}from"./board-ML3NNHGA.js";import{a as E,d as C,g as B}from"./board-KYIRGFZR.js";import{ca as y,k as a,ma as M,o,ta as h,ua as N}from"./board-MDZKHNOU.js";var w=()=>({challenges:0,solutions:0,answered:0});function I(e,l,m){let $=new Map(l.map((r,i)=>[r.id,i])),p=new Map,u=r=>{let i=p.get(r);return i||p.set(r,i={cells:l.map(w),total:w()}),i};m.forEach(u);let c=l.map(w),n=w();for(let r of e.all("note")){let i=$.get(r.theme);if(i===void 0||r.hidden||M(e,r))continue;let s=r.kind==="challenge"&&e.answersTo(r.id).length>0,g=[...e.associationsOf(r.id)].filter(Boolean);for(let t of g.length?g:[""])v(u(t).cells[i],r,s),v(u(t).total,r,s);v(c[i],r,s),v(n,r,s)}let d=[...p].map(([r,{cells:i,total:s}])=>({association:r,cells:i,total:s}));return d.sort((r,i)=>+!r.association-+!i.association||r.association.localeCompare(i.association)),{rows:d,totals:c,all:n}}function v(e,l,m){l.kind==="solution"?e.solutions+=1:e.challenges+=1,m&&(e.answered+=1)}function G({app:e}){let{live:l,session:m}=e;l.all("note"),l.all("answer");let $=l.themes(),{rows:p,totals:u,all:c}=I(e.store,$,l.associations.value),n=m.filter.value,d=m.matrixCell.value&&n.theme===m.matrixCell.value.theme&&n.association===m.matrixCell.value.association,{shown:r}=l.counts.value,i=(t,f)=>{let b=d&&n.theme===t&&n.association===f;m.filter.value=b?y:{...y,theme:t,association:f},m.matrixCell.value=b?null:{theme:t,association:f}},s=()=>{m.view.value==="outline"?m.panel.value=null:m.panel.value="outline"},g=(t,f)=>!!(d&&n.theme===t&&n.association===f);return a`<div class="matrix">
    <h2>${o("panel.matrix")}</h2>
    <p class="hint">${o("matrix.hint")}</p>
    <p class="matrix-legend"><span><${h} name="flag" />${o("kind.challenges")}</span><span><${h} name="lightbulb" />${o("kind.solutions")}</span><span><${h} name="link-2" />${o("matrix.answered")}</span><span class="gap-word"><${h} name="triangle-alert" />${o("matrix.gap")}</span><span class="none-word">${o("matrix.nothing")}</span></p>
    <p class="matrix-found" role="status">${d?a`${o("filter.found",{count:r})} <button type="button" class="link-button" onClick=${s}>${o("matrix.see")}</button> <button type="button" class="link-button" onClick=${()=>i(n.theme,n.association)}>${o("filter.clear")}</button>`:""}</p>
    <div class="matrix-scroll" tabindex="0" role="region" aria-label=${o("panel.matrix")}>
      <table>
        <thead><tr><th scope="col">${o("note.association")}</th>
          ${$.map(t=>a`<th key=${t.id} scope="col" data-color=${t.color}><span class="theme-word"><${N} name=${t.sign} /><span dir="auto">${t.title}</span></span></th>`)}
          <th scope="col">${o("matrix.total")}</th></tr></thead>
        <tbody>
          ${p.map(({association:t,cells:f,total:b})=>a`<tr key=${t}><th scope="row"><bdi>${t||o("matrix.unknown")}</bdi></th>
            ${$.map((x,O)=>a`<td key=${x.id} data-color=${x.color}><${k} cell=${f[O]} name=${`${x.title}, ${t||o("matrix.unknown")}`} pressed=${g(x.id,t)} onClick=${t?()=>i(x.id,t):void 0} /></td>`)}
            <td class="sum"><${k} cell=${b} name=${t||o("matrix.unknown")} pressed=${g("",t)} onClick=${t?()=>i("",t):void 0} /></td></tr>`)}
        </tbody>
        <tfoot><tr><th scope="row">${o("matrix.total")}</th>
          ${$.map((t,f)=>a`<td key=${t.id} data-color=${t.color}><${k} cell=${u[f]} name=${t.title} pressed=${g(t.id,"")} onClick=${()=>i(t.id,"")} /></td>`)}
          <td class="sum"><${k} cell=${c} name=${o("matrix.total")} /></td></tr></tfoot>
      </table>
    </div>
    ${!p.length&&a`<${S} icon="table-2" words=${o("matrix.empty")} />`}
    <${E} icon="flag" text label=${o("panel.unanswered")} onClick=${()=>m.panel.value="unanswered"} />
  </div>`}function k({cell:e,name:l,pressed:m,onClick:$}){let{challenges:p,solutions:u,answered:c}=e,n=p+u===0,d=p>0&&c===0,r=[n?o("matrix.nothing"):"",o("print.challenges",{count:p}),o("print.solutions",{count:u}),p?o("matrix.answered_n",{count:c,percent:B(c,p)}):"",d?o("matrix.gap"):""].filter(Boolean).join(o("announce.comma")),i=n?a`<span class="cell-none" aria-hidden="true">–</span>`:a`<span class="cell-counts" aria-hidden="true"><span><${h} name="flag" />${C(p)}</span><span><${h} name="lightbulb" />${C(u)}</span></span>
        ${p>0&&a`<span class="cell-share" aria-hidden="true">${d?a`<${h} name="triangle-alert" />`:a`<${h} name="link-2" />`}${B(c,p)}</span>`}`,s=n?"none":d?"gap":p>0&&c===p?"full":"some";return $?a`<button type="button" class="cell" data-state=${s} aria-pressed=${String(!!m)} aria-label=${`${l}: ${r}`} onClick=${$}>${i}</button>`:a`<div class="cell" data-state=${s}>${i}<span class="visually-hidden">${r}</span></div>`}export{G as Matrix};
