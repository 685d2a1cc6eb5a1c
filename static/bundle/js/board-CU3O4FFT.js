/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-PW3IZRVF.js";import"./board-UTS2SMZH.js";import{a as P}from"./board-RIHQJT2R.js";import"./board-GB3NK3WH.js";import"./board-SKZDM3H4.js";import"./board-GIGMYVVX.js";import"./board-7W72SGI5.js";import"./board-7BTOGHSW.js";import{a as O}from"./board-NOXBDGN5.js";import"./board-M2QJ7EA4.js";import"./board-GZG5ZRQR.js";import"./board-2FV25VP6.js";import"./board-6NKGBW3Q.js";import"./board-OJP4XE6P.js";import{$ as M,a as h,c as B,d as g,k as I,m as F}from"./board-7ENYGGNN.js";import{$ as w,Da as T,b,c as x,e as S,k as r,ma as _,o as t,q as E}from"./board-HC26R27S.js";var q={title:"",votes:5,most:1,on:"notes",kinds:[],themes:[],live:!1};function N({app:n,id:e,onClose:c}){let{live:a,actions:m,store:s}=n,p=e?a.get("round",e):void 0,[l,$]=b(()=>p?H(p):{...q,title:t("round.title_n",{number:g(s.rounds().length+1)})}),f=S(null);x(()=>f.current?.select(),[]);let v=!p||p.state==="draft",d=o=>$(i=>({...i,...o})),u=(o,i)=>d({[o]:l[o].includes(i)?l[o].filter(k=>k!==i):[...l[o],i]});return r`<form class="stack round-form" onSubmit=${o=>{o.preventDefault();let i={...l,title:l.title.replace(/\s+/g," ").trim(),most:l.votes>1&&l.most>=l.votes?0:l.most};if(!i.title)return f.current?.focus();i.on==="clusters"&&(i.kinds=[]),p&&m.setRound(e,v?i:{title:i.title,live:i.live}),c(p?e:m.addRound(i))}} onKeyDown=${o=>o.key==="Escape"&&(o.stopPropagation(),c(e||void 0))}>
    <label><span class="label">${t("round.title")}</span><input ref=${f} class="field" dir="auto" maxlength="80" required value=${l.title} onInput=${o=>d({title:o.currentTarget.value})} /></label>
    ${v&&r`<div class="form-pair">
        <label><span class="label">${t("round.votes")}</span><input type="number" class="field" min="1" max="99" required value=${l.votes} onInput=${o=>d({votes:U(o.currentTarget.value)})} /></label>
        <label><span class="label">${t("round.most")}</span>
          <select class="select" value=${String(l.most)} onChange=${o=>d({most:Number(o.currentTarget.value)})}>
            ${[1,2,3,4,5,6,7,8,9].filter(o=>o<l.votes||o===1).map(o=>r`<option key=${o} value=${String(o)}>${g(o)}</option>`)}
            <option value="0">${t("round.most_all")}</option>
          </select></label>
      </div>
      <${V} legend=${t("round.on")} name="on" value=${l.on} options=${["notes","clusters"].map(o=>[o,t(`round.on_${o}`)])} onChange=${o=>d({on:o})} />
      ${l.on==="notes"&&r`<${V} legend=${t("round.kinds")} name="kinds" value=${l.kinds.length===1?l.kinds[0]:""} options=${[["",t("round.kinds_all")],["challenge",t("kind.challenges")],["solution",t("kind.solutions")]]} onChange=${o=>d({kinds:o?[o]:[]})} />`}
      <fieldset><legend class="label">${t("round.themes")}</legend>
        ${a.themes().map(o=>r`<label class="check" key=${o.id}><input type="checkbox" checked=${l.themes.includes(o.id)} onChange=${()=>u("themes",o.id)} /><span dir="auto">${o.title}</span></label>`)}
        <p class="hint">${t("round.themes_hint")}</p>
      </fieldset>`}
    <label class="check"><input type="checkbox" checked=${l.live} onChange=${o=>d({live:o.currentTarget.checked})} /><span>${t("round.live")}</span></label>
    <div class="row-end"><${h} text label=${t("action.cancel")} onClick=${()=>c(e||void 0)} /><button type="submit" class="button button-primary">${t(p?"action.keep":"round.make")}</button></div>
  </form>`}function V({legend:n,name:e,value:c,options:a,onChange:m}){return r`<fieldset><legend class="label">${n}</legend><div class="choices">
    ${a.map(([s,p])=>r`<label class="choice" key=${s}><input type="radio" name=${e} checked=${c===s} onChange=${()=>m(s)} /><span>${p}</span></label>`)}
  </div></fieldset>`}function H(n){return Object.fromEntries(Object.keys(q).map(e=>[e,n[e]]))}function U(n){return Math.max(1,Math.min(99,Math.round(Number(n))||1))}var R=20;function A({app:n,round:e}){let{live:c,actions:a}=n,[m,s]=b(""),[p,l]=b(""),[$,f]=b(!1),v=e.on==="clusters"?"cluster":"note",d=c.all("vote").filter(i=>i.proxy&&i.round===e.id),u=m.replace(/\s+/g," ").trim(),y=w(p).split(/\s+/u).filter(Boolean),o=$?c.all(v).filter(i=>M(n,e,v,i)&&y.every(k=>w(j(i)).includes(k))):[];return r`<details class="proxy" open=${$} onToggle=${i=>f(i.currentTarget.open)}>
    <summary><${_} name="chevron-right" mirror />${t("proxy.title")} ${d.length>0&&r`<span class="pill pill-quiet">${g(d.length)}</span>`}</summary>
    ${$&&r`<div class="stack">
      <p class="hint">${t("proxy.hint")}</p>
      <label><span class="label">${t("proxy.association")}</span><input class="field" dir="auto" maxlength="60" list="proxy-associations" value=${m} onInput=${i=>s(i.currentTarget.value)} /></label>
      <datalist id="proxy-associations">${c.associations.value.map(i=>r`<option key=${i} value=${i} />`)}</datalist>
      <span class="search-field"><${_} name="search" /><input type="search" class="field" aria-label=${t("filter.search")} placeholder=${t("filter.search")} value=${p} onInput=${i=>l(i.currentTarget.value)} /></span>
      <ul class="proxy-list">${o.slice(0,R).map(i=>{let k=d.filter(G=>G.target===i.id).length,C=I(j(i),40);return r`<li key=${i.id} class="proxy-row"><span class="note-line-text" dir="auto">${v==="cluster"?F(i):i.text||t("note.no_text")}</span>
          <span class="vote-step" role="group" aria-label=${t("proxy.for",{title:C})}>
            <${h} icon="minus" label=${t("proxy.less",{title:C})} off=${!k} onClick=${()=>a.takeProxyBack(e.id,i.id)} />
            <span class="vote-mine" data-mine=${k}><span aria-hidden="true">${g(k)}</span><span class="visually-hidden">${t("proxy.count",{count:k})}</span></span>
            <${h} icon="plus" label=${t("proxy.more",{title:C})} onClick=${()=>a.proxyVote(e.id,i.id,u)} />
          </span></li>`})}</ul>
      ${o.length>R&&r`<p class="hint">${t("link.more",{count:o.length-R})}</p>`}
      ${!o.length&&r`<p class="empty">${t("filter.none")}</p>`}
    </div>`}
  </details>`}function j(n){return n.text??n.title??""}var W=4e3;function D({app:n,round:e,onEdit:c}){let{actions:a,session:m,sync:s,store:p,live:l}=n,[$,f]=b(!1),v=p.openRound(),d=v&&v.id!==e.id,u=l.board(),y=()=>{s.beginGesture(),u.may?.includes("vote")||a.setMay([...u.may??[],"vote"]),a.openRound(e.id),s.endGesture(),m.announce.value=t("round.opened",{title:e.title})},o=()=>{a.closeRound(e.id),m.announce.value=t("round.closed",{title:e.title})},i=()=>{a.removeRound(e.id),m.round.value=null,m.toast.value={text:t("round.removed",{title:e.title})}};return r`${e.state==="open"&&r`<${K} app=${n} id=${e.id} />`}
    <div class="button-row">
      ${e.state!=="open"&&r`<${h} icon="play" kind=${e.state==="draft"?"primary":void 0} text label=${t(e.state==="draft"?"round.open":"round.reopen")} off=${d} onClick=${y} />`}
      ${e.state==="open"&&r`<${h} icon="lock" kind="primary" text label=${t("round.close")} onClick=${o} />`}
      <${h} icon="pencil" text label=${t("round.edit")} onClick=${c} />
      ${e.state!=="open"&&r`<${h} icon="trash-2" text label=${t("round.remove")} aria-expanded=${String($)} onClick=${()=>f(!$)} />`}
    </div>
    ${d&&e.state!=="open"&&r`<p class="hint">${t("round.one_at_a_time",{title:v.title})}</p>`}
    ${e.state==="open"&&!u.may?.includes("vote")&&r`<p class="notice">${t("round.not_allowed")} <button type="button" class="link-button" onClick=${()=>a.setMay([...u.may??[],"vote"])}>${t("round.allow")}</button></p>`}
    ${$&&r`<div class="confirm"><p>${t("round.remove_sure")}</p><div class="button-row"><${h} kind="danger" text label=${t("round.remove_now")} onClick=${i} /><${h} text label=${t("action.cancel")} onClick=${()=>f(!1)} /></div></div>`}
    ${e.state==="open"&&r`<${A} app=${n} round=${e} />`}`}function K({app:n,id:e}){let[c,a]=b(null),[m,s]=b("");if(x(()=>{let f=!1,v=null,d=async()=>{try{if(!document.hidden){let u=await T(n.page.board,`/rounds/${encodeURIComponent(e)}/progress`);if(f)return;a(u),s("")}}catch(u){f||s(u.reason||"unavailable")}f||(v=setTimeout(d,W))};return d(),()=>{f=!0,clearTimeout(v)}},[e]),m&&!c)return r`<p class="hint">${B(m)}</p>`;if(!c)return r`<p class="hint">${t("state.loading")}</p>`;let{people:p,voted:l,finished:$}=c;return r`<div class="progress" data-progress>
    <p>${t("round.progress",{count:p,voted:g(l),finished:g($),people:g(p)})}</p>
    <meter min="0" max=${Math.max(1,p)} value=${$} aria-label=${t("round.progress_name")}></meter>
  </div>`}function Pr({app:n}){let{live:e,store:c,session:a}=n;e.all("round");let m=c.rounds(),s=a.role.value==="facilitator",p=s?m:m.filter(o=>o.state!=="draft"),[l,$]=b(null),[f,v]=b(a.round.peek()),d=a.round.value??f,u=p.find(o=>o.id===d)??c.openRound()??p[0];x(()=>{u&&(v(u.id),a.round.value=u.id)},[u?.id]);let y=o=>{$(null),o&&(a.round.value=o),requestAnimationFrame(()=>document.getElementById("round-title")?.focus())};return l!==null?r`<h2>${t(l?"round.edit":"round.new")}</h2><${N} key=${l} app=${n} id=${l} onClose=${y} />`:r`<h2 class="visually-hidden">${t("panel.votes")}</h2>
    ${s&&r`<div class="button-row rounds-tools"><${h} icon="plus" kind=${p.length?void 0:"primary"} text label=${t("round.new")} onClick=${()=>$("")} /></div>`}
    ${!u&&r`<div class="empty-state"><${_} name="vote" /><p>${t(s?"round.none_facilitator":"round.none")}</p></div>`}
    ${p.length>1&&r`<label class="inline-field"><span class="label">${t("round.which")}</span>
      <select class="select select-small" value=${u?.id} onChange=${o=>a.round.value=o.currentTarget.value}>
        ${p.map(o=>r`<option key=${o.id} value=${o.id}>${`⁨${o.title}⁩`} – ${t(`round.state_${o.state}`)}</option>`)}
      </select></label>`}
    ${u&&r`<${L} key=${u.id} app=${n} id=${u.id} onEdit=${()=>$(u.id)} />`}`}function L({app:n,id:e,onEdit:c}){let{live:a,session:m}=n,s=a.get("round",e);if(!s)return null;let p=m.role.value==="facilitator";return r`<article class="round" aria-labelledby="round-title">
    <header class="round-head"><h3 id="round-title" tabindex="-1" dir="auto">${s.title}</h3><span class="state-word" data-state=${s.state}><${_} name=${Y[s.state]} />${t(`round.state_${s.state}`)}</span></header>
    <p class="hint">${z(n,s)}</p>
    ${p&&r`<${D} app=${n} round=${s} onEdit=${c} />`}
    ${s.state==="open"&&r`<${P} app=${n} round=${s} />`}
    ${s.state==="closed"&&r`<label class="check"><input type="checkbox" checked=${m.round.value===e} onChange=${()=>m.round.value=m.round.value===e?null:e} /><span>${t("round.on_board")}</span></label>`}
    ${s.results?r`<${O} app=${n} round=${s} />`:s.state==="open"&&r`<p class="hint">${t("round.totals_later")}</p>`}
  </article>`}var Y={draft:"pencil",open:"vote",closed:"lock"};function z(n,e){let c=e.themes.map(m=>n.live.get("theme",m)?.title).filter(Boolean),a=e.on==="clusters"?"clusters":e.kinds.length===1?e.kinds[0]:"notes";return[t("round.rule_votes",{count:e.votes}),e.most?t("round.rule_most",{count:e.most}):t("round.rule_any",{number:g(e.votes)}),t(`round.rule_on_${a}`),c.length?t("round.rule_themes",{themes:E.list(c)}):"",t("round.rule_secret")].filter(Boolean).join(" ")}export{Pr as Votes};
