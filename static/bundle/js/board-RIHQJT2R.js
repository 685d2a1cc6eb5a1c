/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as v,d as r,da as x,k as m,m as h,v as k}from"./board-7ENYGGNN.js";import{e as y,k as o,o as s,ya as b}from"./board-HC26R27S.js";function j({app:n,round:t}){let{live:c,actions:i,store:w,session:g}=n;c.all("vote"),c.board();let f=y(null);if(g.role.value==="viewer")return null;let $=i.may("vote"),p=w.myVotes(t.id).filter(e=>!e.proxy),a=new Map;for(let e of p)a.set(e.target,(a.get(e.target)??0)+1);let _=e=>{x(n,t,e),a.get(e)===1&&f.current?.focus()};return o`<section class="my-votes" ref=${f} tabindex="-1" aria-label=${s("vote.yours")}>
    <p class="votes-left">${s("vote.left",{count:i.votesLeft(t.id),all:r(t.votes)})}</p>
    ${!$&&o`<p class="hint">${s("vote.not_now")}</p>`}
    <h4 class="kind-head">${s("vote.yours")} <span class="muted">${r(p.length)}</span></h4>
    ${a.size?o`<ul class="my-vote-list">${[...a].map(([e,u])=>{let l=c.get(t.on==="clusters"?"cluster":"note",e),d=l?t.on==="clusters"?h(l):m(l.text,100):s("vote.target_gone");return o`<li key=${e} class="my-vote"><span class="vote-mine" data-mine=${u}><span aria-hidden="true">${r(u)}</span><span class="visually-hidden">${s("vote.mine",{count:u})}</span></span>
            ${l&&t.on==="notes"?o`<button type="button" class="plain-line" onClick=${()=>b(n,e)}><${k} app=${n} note=${l} cut=${C=>m(C,100)} /></button>`:o`<span class=${l?"plain-line":"plain-line muted"} dir="auto">${d}</span>`}
            ${$&&o`<${v} icon="undo-2" mirror label=${s("vote.back",{title:m(d,40)})} onClick=${()=>_(e)} />`}</li>`})}</ul>`:o`<p class="empty">${s("vote.how")}</p>`}
    ${$&&o`<${D} app=${n} round=${t} />`}
  </section>`}function D({app:n,round:t}){let i=n.live.get("seat",n.session.me.value)?.done_for===t.id;return o`<${v} icon=${i?"circle-check":"check"} text label=${s("vote.done")} pressed=${i} onClick=${()=>{n.actions.setDone(i?"":t.id),i||(n.session.announce.value=s("vote.done_said"))}} />`}export{j as a,D as b};
