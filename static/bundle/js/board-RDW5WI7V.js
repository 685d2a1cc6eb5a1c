/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as C}from"./board-RIHQJT2R.js";import{a as w}from"./board-NOXBDGN5.js";import{a as _}from"./board-OJP4XE6P.js";import{$ as y,_ as g,a as f,d as c,k as v,m as b,pa as k}from"./board-7ENYGGNN.js";import{b as d,k as i,ma as $,o as l,pa as h}from"./board-HC26R27S.js";var S=12,u=60;function Jo({app:o,phone:e}){let{live:r,store:t,session:n}=o;r.all("round");let p=t.rounds().filter(m=>m.state!=="draft"),a=n.round.value,s=p.find(m=>m.id===a)??g(o)??p[0];return i`<section class="phone-list" aria-labelledby="votes-head">
    <h2 id="votes-head" class="phone-head-line" tabindex="-1">${l("panel.votes")}</h2>
    ${!s&&i`<p class="phone-empty">${l("round.none")}</p>`}
    ${p.length>1&&i`<label class="phone-field"><span class="label">${l("round.which")}</span>
      <select class="select" value=${s?.id} onChange=${m=>n.round.value=m.currentTarget.value}>
        ${p.map(m=>i`<option key=${m.id} value=${m.id}>${`⁨${m.title}⁩`} – ${l(`round.state_${m.state}`)}</option>`)}
      </select></label>`}
    ${s&&i`<${O} key=${s.id} app=${o} phone=${e} id=${s.id} />`}
  </section>`}function O({app:o,phone:e,id:r}){let t=o.live.get("round",r);if(!t)return null;let n=t.state==="open";return i`<article class="phone-round" aria-labelledby="round-in-view">
    <h3 id="round-in-view" class="phone-round-head"><span dir="auto">${t.title}</span> <span class="state-word" data-state=${t.state}><${$} name=${n?"vote":"lock"} />${l(`round.state_${t.state}`)}</span></h3>
    ${n&&i`<${x} app=${o} round=${t} />`}
    ${n&&i`<${R} app=${o} phone=${e} round=${t} />`}
    ${t.results?i`<${w} app=${o} round=${t} />`:n&&i`<p class="phone-hint">${l("round.totals_later")} ${l("round.rule_secret")}</p>`}
  </article>`}function x({app:o,round:e}){let{live:r,actions:t,session:n}=o;if(r.all("vote"),r.board(),n.role.value==="viewer")return null;if(!t.may("vote"))return i`<p class="phone-hint">${l("vote.not_now")}</p>`;let p=t.votesLeft(e.id);return i`<div class="phone-left">
    <p><strong>${l("vote.left",{count:p,all:c(e.votes)})}</strong>${e.most?i` <span class="muted">${l("round.rule_most",{count:e.most})}</span>`:""}</p>
    ${e.votes<=S&&i`<span class="phone-dots" aria-hidden="true">${Array.from({length:e.votes},(a,s)=>i`<i key=${s} data-left=${s<p?"":void 0}></i>`)}</span>`}
    <${C} app=${o} round=${e} />
  </div>`}function R({app:o,phone:e,round:r}){let{live:t,store:n}=o;return t.all(r.on==="clusters"?"cluster":"note"),t.themes().map(p=>{let s=(r.on==="clusters"?n.clustersOf(p.id):n.notesOf(p.id)).filter(m=>y(o,r,r.on==="clusters"?"cluster":"note",m)).map(m=>m.id);return s.length?i`<${T} key=${p.id} app=${o} phone=${e} theme=${p} ids=${s} clusters=${r.on==="clusters"} />`:null})}function T({app:o,phone:e,theme:r,ids:t,clusters:n}){let[p,a]=d(u);return i`<section data-color=${r.color} aria-labelledby=${`up-${r.id}`}>
    <h4 id=${`up-${r.id}`} class="phone-theme-head"><${h} name=${r.sign} /><span dir="auto">${r.title}</span></h4>
    <ul class="phone-notes">${t.slice(0,p).map(s=>n?i`<${M} key=${s} app=${o} id=${s} />`:i`<${_} key=${s} app=${o} phone=${e} id=${s} />`)}</ul>
    ${t.length>p&&i`<${f} text label=${l("outline.more",{count:Math.min(u,t.length-p)})} onClick=${()=>a(p+u)} />`}
  </section>`}function M({app:o,id:e}){let r=o.live.get("cluster",e);if(!r)return null;let t=o.live.about(e).notesIn(e);return i`<li class="phone-note phone-vote-cluster"><div class="phone-card"><span class="kind-chip"><${$} name="group" /></span>
      <div class="phone-card-body"><p class="phone-words" dir="auto">${b(r)} <span class="phone-number">${c(t.length)}</span></p>
        <p class="phone-meta" dir="auto">${t.slice(0,3).map(n=>v(n.text,60)).join(" · ")}</p></div></div>
    <${k} app=${o} type="cluster" record=${r} /></li>`}export{Jo as VotesTab};
