/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as B}from"./board-7BTOGHSW.js";import{a as A,j as I,k as M,qa as O,v as x}from"./board-7ENYGGNN.js";import{$ as v,b,c as E,e as y,f as W,k as l,ma as q,o as n,qa as w}from"./board-HC26R27S.js";var _=60;function Uo({app:i,id:o,onClose:s}){let{live:c,actions:m,session:e}=i,r=c.get("note",o),a=r?.kind==="challenge",f=W(()=>new Set(r?O(i,r).map(t=>t.id):[]),[o]),[$,C]=b(f),[g,G]=b(""),k=y(null),S=y(null);if(E(()=>k.current?.focus(),[]),!r)return null;let K=v(g).split(/\s+/u).filter(Boolean),d=P(i,r,f).filter(t=>R(t,K)),T=n(a?"link.solutions_title":"link.challenges_title"),u=[...$].filter(t=>!f.has(t)),H=[...f].filter(t=>!$.has(t)),D=()=>{i.sync.beginGesture();for(let t of u)a?m.link(t,o):m.link(o,t);for(let t of H)a?m.unlink(t,o):m.unlink(o,t);i.sync.endGesture(),u.length&&(e.announce.value=n("link.linked",{count:u.length})),s()},L=t=>{let p=new Set($);p.delete(t)||p.add(t),C(p)};return l`<${B} title=${T} onClose=${s} wide>
    <form class="stack" onSubmit=${t=>(t.preventDefault(),D())} onKeyDown=${t=>{let p=[...S.current?.querySelectorAll("input")??[]],h=p.indexOf(document.activeElement);if(t.key==="ArrowDown")p[Math.min(h+1,p.length-1)]?.focus();else if(t.key==="ArrowUp")h>0?p[h-1].focus():k.current?.focus();else if(t.key==="Enter"&&h>=0)D();else if(t.key==="Enter"&&document.activeElement===k.current)p[0]?.focus();else return;t.preventDefault()}}>
      <blockquote class="link-from" data-color=${c.get("theme",r.theme)?.color} data-kind=${r.kind}><span class="kind-chip"><${w} kind=${r.kind} /></span>
        <span class="visually-hidden">${I(r.kind)}: </span><${x} app=${i} note=${r} tag="p" cut=${t=>M(t,240)} /></blockquote>
      <span class="search-field"><${q} name="search" /><input ref=${k} type="search" class="field" aria-label=${n("filter.search")} placeholder=${n("filter.search")} dir=${g?"auto":void 0}
        value=${g} onInput=${t=>G(t.currentTarget.value)} /></span>
      <p class="visually-hidden" role="status">${n("filter.found",{count:d.length})}</p>
      ${d.length?l`<ul class="pick-list" ref=${S} aria-label=${n(a?"kind.solutions":"kind.challenges")}>
            ${d.slice(0,_).map(t=>l`<li key=${t.id}><${N} app=${i} note=${t} checked=${$.has(t.id)} onToggle=${()=>L(t.id)} /></li>`)}
          </ul>`:l`<p class="empty">${n(a?"link.no_solutions":"link.no_challenges")}</p>`}
      ${d.length>_&&l`<p class="hint">${n("link.more",{count:d.length-_})}</p>`}
      <div class="row-end"><${A} text label=${n("action.cancel")} onClick=${s} />
        <button type="submit" class="button button-primary">${u.length?n("link.do",{count:u.length}):n("action.keep")}</button></div>
    </form>
  <//>`}function N({app:i,note:o,checked:s,onToggle:c}){let m=i.live.get("theme",o.theme);return l`<label class="pick" data-color=${m?.color} data-kind=${o.kind}>
    <input type="checkbox" checked=${s} onChange=${c} />
    <span class="kind-chip"><${w} kind=${o.kind} /></span>
    <span class="note-line-body"><${x} app=${i} note=${o} name="note-line-text" />
      <span class="note-line-meta">${o.association&&l`<bdi>${o.association}</bdi>`}${m&&l`<bdi>${m.title}</bdi>`}</span></span>
  </label>`}function P(i,o,s){let c=new Map(i.store.themes().map((e,r)=>[e.id,r])),m=e=>s.has(e.id)?-2:e.theme===o.theme?-1:c.get(e.theme)??99;return i.live.all("note").filter(e=>e.kind!==o.kind&&!e.hidden&&!(e.merged_into&&i.store.get("note",e.merged_into))).sort((e,r)=>m(e)-m(r)||(e.created_at<r.created_at?1:-1))}function R(i,o){if(!o.length)return!0;let s=v(`${i.text} ${i.association}`);return o.every(c=>s.includes(c))}export{Uo as a,N as b};
