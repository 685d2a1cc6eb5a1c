/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{P as g,a as y,d,ga as v}from"./board-KYIRGFZR.js";import{Da as x,b as h,k as e,o as n,ta as k,va as f}from"./board-MDZKHNOU.js";function b(u){let a=[...u].sort((l,r)=>r[1]+r[2]-(l[1]+l[2])),s=[];return a.forEach(([l,r,i,t],o)=>{let p=s[o-1],$=p&&p.votes+p.proxy===r+i?p.rank:o+1;s.push({rank:$,target:l,votes:r,proxy:i,associations:t})}),s}var S=20;function T({app:u,round:a,large:s,most:l=S}){let[r,i]=h(!1),{results:t}=a;if(!t)return null;let o=b(t.targets),p=Math.max(1,...o.map(c=>c.votes+c.proxy)),$=r?o:o.slice(0,l),m=o.reduce((c,R)=>c+R.proxy,0);return e`<section class=${s?"results results-large":"results"} aria-label=${n("result.title")}>
    <${s?"h3":"h4"} class="kind-head">${n(a.state==="open"?"result.live":"result.title")}<//>
    ${t.voters+m>0&&e`<p class="result-who">${n("result.voters",{count:t.voters})} ${t.associations>0?n("result.associations",{count:t.associations}):""} ${m>0?n("result.proxies",{count:m}):""}</p>`}
    ${o.length?e`<ol class="result-list">${$.map(c=>e`<${_} key=${c.target} app=${u} round=${a} row=${c} top=${p} />`)}</ol>`:e`<p class="empty">${n(a.state==="open"?"result.none_yet":"result.none")}</p>`}
    ${$.length<o.length&&e`<${y} text label=${n("outline.more",{count:o.length-$.length})} onClick=${()=>i(!0)} />`}
  </section>`}function _({app:u,round:a,row:s,top:l}){let{live:r}=u,i=a.on==="clusters",t=r.get(i?"cluster":"note",s.target),o=t&&r.get("theme",t.theme),p=t?g(t):n("vote.target_gone"),$=s.votes+s.proxy,m={inlineSize:`${s.votes/l*100}%`},c={inlineSize:`${s.proxy/l*100}%`};return e`<li class="result" data-color=${o?.color} data-kind=${t?.kind} value=${s.rank}>
    <span class="rank"><span class="visually-hidden">${n("result.rank",{rank:d(s.rank)})}</span><span aria-hidden="true">${d(s.rank)}</span></span>
    <div class="result-body">
      ${t&&!i?e`<button type="button" class="plain-line" onClick=${()=>x(u,s.target)}><span class="kind-chip"><${f} kind=${t.kind} /></span><${v} app=${u} note=${t} name="result-text" /></button>`:e`<p class="plain-line">${i&&e`<span class="kind-chip"><${k} name="group" /></span>`}<span class="result-text" dir="auto">${p}</span></p>`}
      <span class="result-bar" aria-hidden="true"><span class="result-own" style=${m}></span><span class="result-proxy" style=${c}></span></span>
      <p class="result-facts"><strong>${n("result.votes",{count:$})}</strong>
        ${s.proxy>0&&e`<span>${n("result.of_them_proxy",{count:s.proxy})}</span>`}
        ${a.results.associations>0&&e`<span>${n("result.supported",{n:d(s.associations),count:a.results.associations})}</span>`}</p>
    </div>
  </li>`}export{T as a};
