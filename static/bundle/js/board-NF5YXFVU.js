/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{a as V}from"./board-ADEVCS64.js";import{t as j}from"./board-ML3NNHGA.js";import{P as I,V as F,a as h,c as O,d as g,fa as M,ga as P,k as B}from"./board-KYIRGFZR.js";import{Ia as T,b,c as x,e as S,ea as w,k as r,o as t,q as E,ta as _}from"./board-MDZKHNOU.js";var N={title:"",votes:5,most:1,on:"notes",kinds:[],themes:[],live:!1};function W({app:n,id:e,onClose:m}){let{live:a,actions:c,store:s}=n,p=e?a.get("round",e):void 0,[l,$]=b(()=>p?U(p):{...N,title:t("round.title_n",{number:g(s.rounds().length+1)})}),v=S(null);x(()=>v.current?.select(),[]);let f=!p||p.state==="draft",d=o=>$(i=>({...i,...o})),u=(o,i)=>d({[o]:l[o].includes(i)?l[o].filter(k=>k!==i):[...l[o],i]});return r`<form class="stack round-form" onSubmit=${o=>{o.preventDefault();let i={...l,title:l.title.replace(/\s+/g," ").trim(),most:l.votes>1&&l.most>=l.votes?0:l.most};if(!i.title)return v.current?.focus();i.on==="clusters"&&(i.kinds=[]),p&&c.setRound(e,f?i:{title:i.title,live:i.live}),m(p?e:c.addRound(i))}} onKeyDown=${o=>o.key==="Escape"&&(o.stopPropagation(),m(e||void 0))}>
    <label><span class="label">${t("round.title")}</span><input ref=${v} class="field" dir="auto" maxlength="80" required value=${l.title} onInput=${o=>d({title:o.currentTarget.value})} /></label>
    ${f&&r`<div class="form-pair">
        <label><span class="label">${t("round.votes")}</span><input type="number" class="field" min="1" max="99" required value=${l.votes} onInput=${o=>d({votes:K(o.currentTarget.value)})} /></label>
        <label><span class="label">${t("round.most")}</span>
          <select class="select" value=${String(l.most)} onChange=${o=>d({most:Number(o.currentTarget.value)})}>
            ${[1,2,3,4,5,6,7,8,9].filter(o=>o<l.votes||o===1).map(o=>r`<option key=${o} value=${String(o)}>${g(o)}</option>`)}
            <option value="0">${t("round.most_all")}</option>
          </select></label>
      </div>
      <${q} legend=${t("round.on")} name="on" value=${l.on} options=${["notes","clusters"].map(o=>[o,t(`round.on_${o}`)])} onChange=${o=>d({on:o})} />
      ${l.on==="notes"&&r`<${q} legend=${t("round.kinds")} name="kinds" value=${l.kinds.length===1?l.kinds[0]:""} options=${[["",t("round.kinds_all")],["challenge",t("kind.challenges")],["solution",t("kind.solutions")]]} onChange=${o=>d({kinds:o?[o]:[]})} />`}
      <fieldset><legend class="label">${t("round.themes")}</legend>
        ${a.themes().map(o=>r`<label class="check" key=${o.id}><input type="checkbox" checked=${l.themes.includes(o.id)} onChange=${()=>u("themes",o.id)} /><span dir="auto">${o.title}</span></label>`)}
        <p class="hint">${t("round.themes_hint")}</p>
      </fieldset>`}
    <label class="check"><input type="checkbox" checked=${l.live} onChange=${o=>d({live:o.currentTarget.checked})} /><span>${t("round.live")}</span></label>
    <div class="row-end"><${h} text label=${t("action.cancel")} onClick=${()=>m(e||void 0)} /><button type="submit" class="button button-primary">${t(p?"action.keep":"round.make")}</button></div>
  </form>`}function q({legend:n,name:e,value:m,options:a,onChange:c}){return r`<fieldset><legend class="label">${n}</legend><div class="choices">
    ${a.map(([s,p])=>r`<label class="choice" key=${s}><input type="radio" name=${e} checked=${m===s} onChange=${()=>c(s)} /><span>${p}</span></label>`)}
  </div></fieldset>`}function U(n){return Object.fromEntries(Object.keys(N).map(e=>[e,n[e]]))}function K(n){return Math.max(1,Math.min(99,Math.round(Number(n))||1))}var R=20;function A({app:n,round:e}){let{live:m,actions:a}=n,[c,s]=b(""),[p,l]=b(""),[$,v]=b(!1),f=e.on==="clusters"?"cluster":"note",d=m.all("vote").filter(i=>i.proxy&&i.round===e.id),u=c.replace(/\s+/g," ").trim(),y=w(p).split(/\s+/u).filter(Boolean),o=$?m.all(f).filter(i=>F(n,e,f,i)&&y.every(k=>w(L(n,i)).includes(k))):[];return r`<details class="proxy" open=${$} onToggle=${i=>v(i.currentTarget.open)}>
    <summary><${_} name="chevron-right" mirror />${t("proxy.title")} ${d.length>0&&r`<span class="pill pill-quiet">${g(d.length)}</span>`}</summary>
    ${$&&r`<div class="stack">
      <p class="hint">${t("proxy.hint")}</p>
      <label><span class="label">${t("proxy.association")}</span><input class="field" dir="auto" maxlength="60" list="proxy-associations" value=${c} onInput=${i=>s(i.currentTarget.value)} /></label>
      <datalist id="proxy-associations">${m.associations.value.map(i=>r`<option key=${i} value=${i} />`)}</datalist>
      <span class="search-field"><${_} name="search" /><input type="search" class="field" aria-label=${t("filter.search")} placeholder=${t("filter.search")} value=${p} onInput=${i=>l(i.currentTarget.value)} /></span>
      <ul class="proxy-list">${o.slice(0,R).map(i=>{let k=d.filter(H=>H.target===i.id).length,C=B(f==="note"?M(n,i):D(i),40);return r`<li key=${i.id} class="proxy-row">${f==="cluster"?r`<span class="note-line-text" dir="auto">${I(i)}</span>`:r`<${P} app=${n} note=${i} name="note-line-text" />`}
          <span class="vote-step" role="group" aria-label=${t("proxy.for",{title:C})}>
            <${h} icon="minus" label=${t("proxy.less",{title:C})} off=${!k} onClick=${()=>a.takeProxyBack(e.id,i.id)} />
            <span class="vote-mine" data-mine=${k}><span aria-hidden="true">${g(k)}</span><span class="visually-hidden">${t("proxy.count",{count:k})}</span></span>
            <${h} icon="plus" label=${t("proxy.more",{title:C})} onClick=${()=>a.proxyVote(e.id,i.id,u)} />
          </span></li>`})}</ul>
      ${o.length>R&&r`<p class="hint">${t("link.more",{count:o.length-R})}</p>`}
      ${!o.length&&r`<p class="empty">${t("filter.none")}</p>`}
    </div>`}
  </details>`}function L(n,e){return[D(e),...n.store.translationsOf(e.id).map(m=>m.text)].join(" ")}function D(n){return n.text??n.title??""}var Y=4e3;function G({app:n,round:e,onEdit:m}){let{actions:a,session:c,sync:s,store:p,live:l}=n,[$,v]=b(!1),f=p.openRound(),d=f&&f.id!==e.id,u=l.board(),y=()=>{s.beginGesture(),u.may?.includes("vote")||a.setMay([...u.may??[],"vote"]),a.openRound(e.id),s.endGesture(),c.announce.value=t("round.opened",{title:e.title})},o=()=>{a.closeRound(e.id),c.announce.value=t("round.closed",{title:e.title})},i=()=>{a.removeRound(e.id),c.round.value=null,c.toast.value={text:t("round.removed",{title:e.title})}};return r`${e.state==="open"&&r`<${z} app=${n} id=${e.id} />`}
    <div class="button-row">
      ${e.state!=="open"&&r`<${h} icon="play" kind=${e.state==="draft"?"primary":void 0} text label=${t(e.state==="draft"?"round.open":"round.reopen")} off=${d} onClick=${y} />`}
      ${e.state==="open"&&r`<${h} icon="lock" kind="primary" text label=${t("round.close")} onClick=${o} />`}
      <${h} icon="pencil" text label=${t("round.edit")} onClick=${m} />
      ${e.state!=="open"&&r`<${h} icon="trash-2" text label=${t("round.remove")} aria-expanded=${String($)} onClick=${()=>v(!$)} />`}
    </div>
    ${d&&e.state!=="open"&&r`<p class="hint">${t("round.one_at_a_time",{title:f.title})}</p>`}
    ${e.state==="open"&&!u.may?.includes("vote")&&r`<p class="notice">${t("round.not_allowed")} <button type="button" class="link-button" onClick=${()=>a.setMay([...u.may??[],"vote"])}>${t("round.allow")}</button></p>`}
    ${$&&r`<div class="confirm"><p>${t("round.remove_sure")}</p><div class="button-row"><${h} kind="danger" text label=${t("round.remove_now")} onClick=${i} /><${h} text label=${t("action.cancel")} onClick=${()=>v(!1)} /></div></div>`}
    ${e.state==="open"&&r`<${A} app=${n} round=${e} />`}`}function z({app:n,id:e}){let[m,a]=b(null),[c,s]=b("");if(x(()=>{let v=!1,f=null,d=async()=>{try{if(!document.hidden){let u=await T(n.page.board,`/rounds/${encodeURIComponent(e)}/progress`);if(v)return;a(u),s("")}}catch(u){v||s(u.reason||"unavailable")}v||(f=setTimeout(d,Y))};return d(),()=>{v=!0,clearTimeout(f)}},[e]),c&&!m)return r`<p class="hint">${O(c)}</p>`;if(!m)return r`<p class="hint">${t("state.loading")}</p>`;let{people:p,voted:l,finished:$}=m;return r`<div class="progress" data-progress>
    <p>${t("round.progress",{count:p,voted:g(l),finished:g($),people:g(p)})}</p>
    <meter min="0" max=${Math.max(1,p)} value=${$} aria-label=${t("round.progress_name")}></meter>
  </div>`}function Ot({app:n}){let{live:e,store:m,session:a}=n;e.all("round");let c=m.rounds(),s=a.role.value==="facilitator",p=s?c:c.filter(o=>o.state!=="draft"),[l,$]=b(null),[v,f]=b(a.round.peek()),d=a.round.value??v,u=p.find(o=>o.id===d)??m.openRound()??p[0];x(()=>{u&&(f(u.id),a.round.value=u.id)},[u?.id]);let y=o=>{$(null),o&&(a.round.value=o),requestAnimationFrame(()=>document.getElementById("round-title")?.focus())};return l!==null?r`<h2>${t(l?"round.edit":"round.new")}</h2><${W} key=${l} app=${n} id=${l} onClose=${y} />`:r`<h2 class="visually-hidden">${t("panel.votes")}</h2>
    ${s&&r`<div class="button-row rounds-tools"><${h} icon="plus" kind=${p.length?void 0:"primary"} text label=${t("round.new")} onClick=${()=>$("")} /></div>`}
    ${!u&&r`<div class="empty-state"><${_} name="vote" /><p>${t(s?"round.none_facilitator":"round.none")}</p></div>`}
    ${p.length>1&&r`<label class="inline-field"><span class="label">${t("round.which")}</span>
      <select class="select select-small" value=${u?.id} onChange=${o=>a.round.value=o.currentTarget.value}>
        ${p.map(o=>r`<option key=${o.id} value=${o.id}>${`⁨${o.title}⁩`} – ${t(`round.state_${o.state}`)}</option>`)}
      </select></label>`}
    ${u&&r`<${J} key=${u.id} app=${n} id=${u.id} onEdit=${()=>$(u.id)} />`}`}function J({app:n,id:e,onEdit:m}){let{live:a,session:c}=n,s=a.get("round",e);if(!s)return null;let p=c.role.value==="facilitator";return r`<article class="round" aria-labelledby="round-title">
    <header class="round-head"><h3 id="round-title" tabindex="-1" dir="auto">${s.title}</h3><span class="state-word" data-state=${s.state}><${_} name=${Q[s.state]} />${t(`round.state_${s.state}`)}</span></header>
    <p class="hint">${X(n,s)}</p>
    ${p&&r`<${G} app=${n} round=${s} onEdit=${m} />`}
    ${s.state==="open"&&r`<${j} app=${n} round=${s} />`}
    ${s.state==="closed"&&r`<label class="check"><input type="checkbox" checked=${c.round.value===e} onChange=${()=>c.round.value=c.round.value===e?null:e} /><span>${t("round.on_board")}</span></label>`}
    ${s.results?r`<${V} app=${n} round=${s} />`:s.state==="open"&&r`<p class="hint">${t("round.totals_later")}</p>`}
  </article>`}var Q={draft:"pencil",open:"vote",closed:"lock"};function X(n,e){let m=e.themes.map(c=>n.live.get("theme",c)?.title).filter(Boolean),a=e.on==="clusters"?"clusters":e.kinds.length===1?e.kinds[0]:"notes";return[t("round.rule_votes",{count:e.votes}),e.most?t("round.rule_most",{count:e.most}):t("round.rule_any",{number:g(e.votes)}),t(`round.rule_on_${a}`),m.length?t("round.rule_themes",{themes:E.list(m)}):"",t("round.rule_secret")].filter(Boolean).join(" ")}export{Ot as Votes};
