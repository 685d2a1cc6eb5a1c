/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as C}from"./board-DEFC5GCT.js";import{a as w}from"./board-SR6SQVGB.js";import{a as _}from"./board-WPQT2PYZ.js";import{$ as y,_ as g,a as f,d as c,k as v,m as b,pa as k}from"./board-WNHI7QBD.js";import{b as d,k as i,ma as $,o as l,pa as h}from"./board-KPKV7KGC.js";var S=12,u=60;function Ko({app:o,phone:p}){let{live:r,store:t,session:n}=o;r.all("round");let e=t.rounds().filter(m=>m.state!=="draft"),a=n.round.value,s=e.find(m=>m.id===a)??g(o)??e[0];return i`<section class="phone-list" aria-labelledby="votes-head">
    <h2 id="votes-head" class="phone-head-line" tabindex="-1">${l("panel.votes")}</h2>
    ${!s&&i`<p class="phone-empty">${l("round.none")}</p>`}
    ${e.length>1&&i`<label class="phone-field"><span class="label">${l("round.which")}</span>
      <select class="select" value=${s?.id} onChange=${m=>n.round.value=m.currentTarget.value}>
        ${e.map(m=>i`<option key=${m.id} value=${m.id}>${`⁨${m.title}⁩`} – ${l(`round.state_${m.state}`)}</option>`)}
      </select></label>`}
    ${s&&i`<${O} key=${s.id} app=${o} phone=${p} id=${s.id} />`}
  </section>`}function O({app:o,phone:p,id:r}){let t=o.live.get("round",r);if(!t)return null;let n=t.state==="open";return i`<article class="phone-round" aria-labelledby="round-in-view">
    <h3 id="round-in-view" class="phone-round-head"><span dir="auto">${t.title}</span> <span class="state-word" data-state=${t.state}><${$} name=${n?"vote":"lock"} />${l(`round.state_${t.state}`)}</span></h3>
    ${n&&i`<${x} app=${o} round=${t} />`}
    ${n&&i`<${R} app=${o} phone=${p} round=${t} />`}
    ${t.results?i`<${w} app=${o} round=${t} />`:n&&i`<p class="phone-hint">${l("round.totals_later")} ${l("round.rule_secret")}</p>`}
  </article>`}function x({app:o,round:p}){let{live:r,actions:t,session:n}=o;if(r.all("vote"),r.board(),n.role.value==="viewer")return null;if(!t.may("vote"))return i`<p class="phone-hint">${l("vote.not_now")}</p>`;let e=t.votesLeft(p.id);return i`<div class="phone-left">
    <p><strong>${l("vote.left",{count:e,all:c(p.votes)})}</strong>${p.most?i` <span class="muted">${l("round.rule_most",{count:p.most})}</span>`:""}</p>
    ${p.votes<=S&&i`<span class="phone-dots" aria-hidden="true">${Array.from({length:p.votes},(a,s)=>i`<i key=${s} data-left=${s<e?"":void 0}></i>`)}</span>`}
    <${C} app=${o} round=${p} />
  </div>`}function R({app:o,phone:p,round:r}){let{live:t,store:n}=o;return t.all(r.on==="clusters"?"cluster":"note"),t.themes().map(e=>{let s=(r.on==="clusters"?n.clustersOf(e.id):n.notesOf(e.id)).filter(m=>y(o,r,r.on==="clusters"?"cluster":"note",m)).map(m=>m.id);return s.length?i`<${T} key=${e.id} app=${o} phone=${p} theme=${e} ids=${s} clusters=${r.on==="clusters"} />`:null})}function T({app:o,phone:p,theme:r,ids:t,clusters:n}){let[e,a]=d(u);return i`<section data-color=${r.color} aria-labelledby=${`up-${r.id}`}>
    <h4 id=${`up-${r.id}`} class="phone-theme-head"><${h} name=${r.sign} /><span dir="auto">${r.title}</span></h4>
    <ul class="phone-notes">${t.slice(0,e).map(s=>n?i`<${M} key=${s} app=${o} id=${s} />`:i`<${_} key=${s} app=${o} phone=${p} id=${s} />`)}</ul>
    ${t.length>e&&i`<${f} text label=${l("outline.more",{count:Math.min(u,t.length-e)})} onClick=${()=>a(e+u)} />`}
  </section>`}function M({app:o,id:p}){let r=o.live.get("cluster",p);if(!r)return null;let t=o.live.about(p).notesIn(p);return i`<li class="phone-note phone-vote-cluster"><div class="phone-card"><span class="kind-chip"><${$} name="group" /></span>
      <div class="phone-card-body"><p class="phone-words" dir="auto">${b(r)} <span class="phone-number">${c(t.length)}</span></p>
        <p class="phone-meta" dir="auto">${t.slice(0,3).map(n=>v(n.text,60)).join(" · ")}</p></div></div>
    <${k} app=${o} type="cluster" record=${r} /></li>`}export{Ko as VotesTab};
