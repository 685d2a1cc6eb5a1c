/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as A}from"./board-ML3NNHGA.js";import{a as q,ga as w,j as I,k as M,ka as B}from"./board-KYIRGFZR.js";import{b,c as E,e as y,ea as v,f as O,k as r,o as l,ta as W,va as x}from"./board-MDZKHNOU.js";var _=60;function ee({app:n,id:t,onClose:c}){let{live:d,actions:o,session:s}=n,i=d.get("note",t),u=i?.kind==="challenge",k=O(()=>new Set(i?B(n,i).map(e=>e.id):[]),[t]),[m,C]=b(k),[g,G]=b(""),h=y(null),S=y(null);if(E(()=>h.current?.focus(),[]),!i)return null;let K=v(g).split(/\s+/u).filter(Boolean),f=N(n,i,k).filter(e=>P(n,e,K)),T=l(u?"link.solutions_title":"link.challenges_title"),$=[...m].filter(e=>!k.has(e)),j=[...k].filter(e=>!m.has(e)),D=()=>{n.sync.beginGesture();for(let e of $)u?o.link(e,t):o.link(t,e);for(let e of j)u?o.unlink(e,t):o.unlink(t,e);n.sync.endGesture(),$.length&&(s.announce.value=l("link.linked",{count:$.length})),c()},H=e=>{let a=new Set(m);a.delete(e)||a.add(e),C(a)};return r`<${A} title=${T} onClose=${c} wide>
    <form class="stack" onSubmit=${e=>(e.preventDefault(),D())} onKeyDown=${e=>{let a=[...S.current?.querySelectorAll("input")??[]],p=a.indexOf(document.activeElement);if(e.key==="ArrowDown")a[Math.min(p+1,a.length-1)]?.focus();else if(e.key==="ArrowUp")p>0?a[p-1].focus():h.current?.focus();else if(e.key==="Enter"&&p>=0)D();else if(e.key==="Enter"&&document.activeElement===h.current)a[0]?.focus();else return;e.preventDefault()}}>
      <blockquote class="link-from" data-color=${d.get("theme",i.theme)?.color} data-kind=${i.kind}><span class="kind-chip"><${x} kind=${i.kind} /></span>
        <span class="visually-hidden">${I(i.kind)}: </span><${w} app=${n} note=${i} tag="p" cut=${e=>M(e,240)} /></blockquote>
      <span class="search-field"><${W} name="search" /><input ref=${h} type="search" class="field" aria-label=${l("filter.search")} placeholder=${l("filter.search")} dir=${g?"auto":void 0}
        value=${g} onInput=${e=>G(e.currentTarget.value)} /></span>
      <p class="visually-hidden" role="status">${l("filter.found",{count:f.length})}</p>
      ${f.length?r`<ul class="pick-list" ref=${S} aria-label=${l(u?"kind.solutions":"kind.challenges")}>
            ${f.slice(0,_).map(e=>r`<li key=${e.id}><${L} app=${n} note=${e} checked=${m.has(e.id)} onToggle=${()=>H(e.id)} /></li>`)}
          </ul>`:r`<p class="empty">${l(u?"link.no_solutions":"link.no_challenges")}</p>`}
      ${f.length>_&&r`<p class="hint">${l("link.more",{count:f.length-_})}</p>`}
      <div class="row-end"><${q} text label=${l("action.cancel")} onClick=${c} />
        <button type="submit" class="button button-primary">${$.length?l("link.do",{count:$.length}):l("action.keep")}</button></div>
    </form>
  <//>`}function L({app:n,note:t,checked:c,onToggle:d}){let o=n.live.get("theme",t.theme);return r`<label class="pick" data-color=${o?.color} data-kind=${t.kind}>
    <input type="checkbox" checked=${c} onChange=${d} />
    <span class="kind-chip"><${x} kind=${t.kind} /></span>
    <span class="note-line-body"><${w} app=${n} note=${t} name="note-line-text" />
      <span class="note-line-meta">${t.association&&r`<bdi>${t.association}</bdi>`}${o&&r`<bdi>${o.title}</bdi>`}</span></span>
  </label>`}function N(n,t,c){let d=new Map(n.store.themes().map((s,i)=>[s.id,i])),o=s=>c.has(s.id)?-2:s.theme===t.theme?-1:d.get(s.theme)??99;return n.live.all("note").filter(s=>s.kind!==t.kind&&!s.hidden&&!(s.merged_into&&n.store.get("note",s.merged_into))).sort((s,i)=>o(s)-o(i)||(s.created_at<i.created_at?1:-1))}function P(n,t,c){if(!c.length)return!0;let d=v([t.text,...n.store.translationsOf(t.id).map(o=>o.text),t.association].join(" "));return c.every(o=>d.includes(o))}export{ee as a,L as b};
