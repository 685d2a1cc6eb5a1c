/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as O}from"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import{a as _}from"./board-ADEVCS64.js";import{u as C}from"./board-ML3NNHGA.js";import{P as b,U as g,V as y,a as f,d as c,fa as k,k as v,wa as w}from"./board-KYIRGFZR.js";import{b as d,k as i,o as l,ta as $,ua as h}from"./board-MDZKHNOU.js";var S=12,u=60;function z({app:o,phone:p}){let{live:r,store:t,session:m}=o;r.all("round");let e=t.rounds().filter(s=>s.state!=="draft"),a=m.round.value,n=e.find(s=>s.id===a)??g(o)??e[0];return i`<section class="phone-list" aria-labelledby="votes-head">
    <h2 id="votes-head" class="phone-head-line" tabindex="-1">${l("panel.votes")}</h2>
    ${!n&&i`<p class="phone-empty phone-blank"><${$} name="vote" />${l("round.none")}</p>`}
    ${e.length>1&&i`<label class="phone-field"><span class="label">${l("round.which")}</span>
      <select class="select" value=${n?.id} onChange=${s=>m.round.value=s.currentTarget.value}>
        ${e.map(s=>i`<option key=${s.id} value=${s.id}>${`⁨${s.title}⁩`} – ${l(`round.state_${s.state}`)}</option>`)}
      </select></label>`}
    ${n&&i`<${x} key=${n.id} app=${o} phone=${p} id=${n.id} />`}
  </section>`}function x({app:o,phone:p,id:r}){let t=o.live.get("round",r);if(!t)return null;let m=t.state==="open";return i`<article class="phone-round" aria-labelledby="round-in-view">
    <h3 id="round-in-view" class="phone-round-head"><span dir="auto">${t.title}</span> <span class="state-word" data-state=${t.state}><${$} name=${m?"vote":"lock"} />${l(`round.state_${t.state}`)}</span></h3>
    ${m&&i`<${R} app=${o} round=${t} />`}
    ${m&&i`<${T} app=${o} phone=${p} round=${t} />`}
    ${t.results?i`<${_} app=${o} round=${t} />`:m&&i`<p class="phone-hint">${l("round.totals_later")} ${l("round.rule_secret")}</p>`}
  </article>`}function R({app:o,round:p}){let{live:r,actions:t,session:m}=o;if(r.all("vote"),r.board(),m.role.value==="viewer")return null;if(!t.may("vote"))return i`<p class="phone-hint">${l("vote.not_now")}</p>`;let e=t.votesLeft(p.id);return i`<div class="phone-left">
    <p><strong>${l("vote.left",{count:e,all:c(p.votes)})}</strong>${p.most?i` <span class="muted">${l("round.rule_most",{count:p.most})}</span>`:""}</p>
    ${p.votes<=S&&i`<span class="phone-dots" aria-hidden="true">${Array.from({length:p.votes},(a,n)=>i`<i key=${n} data-left=${n<e?"":void 0}></i>`)}</span>`}
    <${C} app=${o} round=${p} />
  </div>`}function T({app:o,phone:p,round:r}){let{live:t,store:m}=o;return t.all(r.on==="clusters"?"cluster":"note"),t.themes().map(e=>{let n=(r.on==="clusters"?m.clustersOf(e.id):m.notesOf(e.id)).filter(s=>y(o,r,r.on==="clusters"?"cluster":"note",s)).map(s=>s.id);return n.length?i`<${M} key=${e.id} app=${o} phone=${p} theme=${e} ids=${n} clusters=${r.on==="clusters"} />`:null})}function M({app:o,phone:p,theme:r,ids:t,clusters:m}){let[e,a]=d(u);return i`<section data-color=${r.color} aria-labelledby=${`up-${r.id}`}>
    <h4 id=${`up-${r.id}`} class="phone-theme-head"><${h} name=${r.sign} /><span dir="auto">${r.title}</span></h4>
    <ul class="phone-notes">${t.slice(0,e).map(n=>m?i`<${V} key=${n} app=${o} id=${n} />`:i`<${O} key=${n} app=${o} phone=${p} id=${n} />`)}</ul>
    ${t.length>e&&i`<${f} text label=${l("outline.more",{count:Math.min(u,t.length-e)})} onClick=${()=>a(e+u)} />`}
  </section>`}function V({app:o,id:p}){let r=o.live.get("cluster",p);if(!r)return null;let t=o.live.about(p).notesIn(p);return i`<li class="phone-note phone-vote-cluster"><div class="phone-card"><span class="kind-chip"><${$} name="group" /></span>
      <div class="phone-card-body"><p class="phone-words" dir="auto">${b(r)} <span class="phone-number">${c(t.length)}</span></p>
        <p class="phone-meta" dir="auto">${t.slice(0,3).map(m=>v(k(o,m),60)).join(" · ")}</p></div></div>
    <${w} app=${o} type="cluster" record=${r} /></li>`}export{z as VotesTab};
