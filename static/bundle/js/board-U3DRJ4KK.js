/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as z,b as Q,c as X,e as Z,f as ee,g as B}from"./board-G5Y4XG76.js";import{a as O}from"./board-M7THLQ6Z.js";import{b as J}from"./board-ML3NNHGA.js";import{Aa as Y,a as g,ba as V,c as A,d as v,n as K}from"./board-KYIRGFZR.js";import{Ia as R,aa as F,b as x,c as w,e as b,k as r,o as t,qa as G,ra as H,ta as k,ua as T}from"./board-MDZKHNOU.js";var ne=["facilitator","participant","viewer","recovery"],ue=new Set(["facilitator","recovery"]),fe=2500;function oe({made:n,kept:i,sure:o,onKept:s,onStay:l,onLeave:a,onDone:d}){let[e,p]=x(""),m=b(null),f=()=>{xe(n),s(),p(t("next.downloaded"))};w(()=>{o&&(m.current?.scrollIntoView({block:"nearest"}),m.current?.querySelector("button")?.focus())},[o]);let $=(c,u)=>{p(t("home.copied",{name:c})),u&&s()};return r`<div class="stack made">
    <div><p class="made-title" dir="auto">${n.title}</p>
      ${n.carried!==void 0&&r`<p>${t("next.carried",{count:n.carried})}</p>`}
      <p class="notice"><${k} name="key-round" />${t("home.ready_lead")}</p></div>
    ${o&&r`<div class="confirm" role="alert" ref=${m}><p>${t("next.sure")}</p><div class="button-row">
      <${g} text kind="primary" icon="download" label=${t("home.download_links")} onClick=${f} />
      <${g} text label=${t("next.stay")} onClick=${l} />
      <${g} text kind="danger" label=${t("next.close_anyway")} onClick=${a} /></div></div>`}
    <div class="made-code"><span class="label">${t("home.code")}</span> <${te} id="code" text=${ie(n.code)} name=${t("home.code")} onCopied=${()=>$(t("home.code"),!1)} /></div>
    <ul class="made-links">
      ${ne.map(c=>r`<li key=${c} data-purpose=${c}>
        <label class="label" for=${`made-${c}`}>${t(`home.link_${c}`)}</label>
        <p class="hint" id=${`made-${c}-hint`}>${t(`home.link_${c}_hint`)}</p>
        <${te} id=${c} text=${n.links[c]} name=${t(`home.link_${c}`)} onCopied=${()=>$(t(`home.link_${c}`),ue.has(c))} /></li>`)}
    </ul>
    <div class="next-foot">
      ${i&&r`<${g} text label=${t("action.close")} onClick=${d} />`}
      <${g} text icon="download" label=${t("home.download_links")} onClick=${f} />
      <a class="button button-primary" href=${n.links.facilitator} target="_blank" rel="noopener" onClick=${s}><${k} name="log-in" mirror /><span>${t("next.open_board")}</span></a>
    </div>
    <p class="visually-hidden" role="status">${e}</p>
  </div>`}function te({id:n,text:i,name:o,onCopied:s}){let l=b(null),[a,d]=x(!1),e=async()=>{await he(i,l.current)&&(d(!0),s(),setTimeout(()=>d(!1),fe))};return r`<div class="made-line"><input ref=${l} id=${`made-${n}`} class="field" dir="ltr" readonly value=${i} aria-label=${n==="code"?o:void 0} aria-describedby=${n==="code"?void 0:`made-${n}-hint`} onFocus=${p=>p.currentTarget.select()} />
    <${g} icon=${a?"check":"copy"} label=${t("home.copy_link",{name:o})} short=${t(a?"common.copied":"common.copy")} onClick=${e} /></div>`}async function he(n,i){try{return await navigator.clipboard.writeText(n),!0}catch{return i?.select(),document.execCommand("copy")}}function xe(n){let i=[n.title,"",`${t("home.code")}: ${ie(n.code)}`,""];for(let s of ne)i.push(`${t(`home.link_${s}`)} (${t(`home.link_${s}_hint`)})`,n.links[s],"");let o=document.createElement("a");o.href=URL.createObjectURL(new Blob(["\uFEFF",i.join(`\r
`)],{type:"text/plain;charset=utf-8"})),o.download=`${n.title.replace(/[\\/:*?"<>|\u0000-\u001f]+/g," ").trim().slice(0,60)||"board"} - links.txt`,o.click(),setTimeout(()=>URL.revokeObjectURL(o.href),1e4)}function ie(n){return n.length===8?`${n.slice(0,4)}-${n.slice(4)}`:n}var ge=250;function re(n,i){let[o,s]=x(null),l=i&&JSON.stringify(be(i));return w(()=>{if(!l)return;let a=!1,d=setTimeout(()=>{R(n.page.board,"/next/preview",{method:"POST",body:JSON.parse(l)}).then(e=>a||s(e),e=>a||s(p=>({...p??se,problem:e.reason||"unavailable"})))},ge);return()=>{a=!0,clearTimeout(d)}},[l]),o}var se={notes:0,challenges:0,solutions:0,clusters:0,answers:0,translations:0,themes:[]};function be({title:n,purpose:i,...o}){return{...o,title:"-",...o.themes&&{themes:o.themes.map(s=>({...s,title:"-"}))}}}function ae({themes:n,coming:i}){if(i?.problem)return r`<p class="error" role="status">${A(i.problem)}</p>`;let{notes:o,challenges:s,solutions:l,translations:a}=i??se,d=[s&&t("export.count_challenges",{count:s}),l&&t("export.count_solutions",{count:l})].filter(Boolean).join(t("origin.comma")),e=(i?.themes??[]).filter(m=>m.notes>0),p=o-s-l;return r`<div class="next-coming" role="status">
    <p><strong>${i?o?t("next.preview",{count:s+l,kinds:d,themes:t("next.in_themes",{count:e.length})}):t("next.preview_none"):t("state.loading")}</strong>${p>0&&r` <span class="muted">${t("export.count_merged",{count:p})}</span>`}${a>0&&r` <span class="muted">${t("translation.coming",{count:a})}</span>`}</p>
    ${e.length>0&&r`<ul class="next-chips">${e.map(({id:m,notes:f})=>{let $=n.find(c=>c.id===m);return $&&r`<li key=${m} data-color=${$.color} title=${$.title}><${T} name=${$.sign} /><span class="visually-hidden">${$.title}: </span>${v(f)}</li>`})}</ul>`}
  </div>`}var le=["in_progress","key_message","solved","open"];function me({counts:n,carry:i,onChange:o}){let s=e=>o({...i,...e}),l=(e,p)=>s({statuses:le.filter(m=>m===e?p:i.statuses.includes(m))}),a=Math.min(500,n.voted),d=e=>{let p=Math.max(1,Math.min(a,Math.round(Number(e.currentTarget.value))||1));s({most:p,top:p})};return r`<fieldset><legend class="label">${t("next.carry")}</legend>
    <div class="choices next-parts">
      ${[!1,!0].map(e=>r`<label key=${e} class="choice"><input type="radio" name="carry" checked=${i.everything===e} onChange=${()=>s({everything:e})} /><span>${e?t("next.everything",{count:n.everything}):t("next.choice")}</span></label>`)}
    </div>
    ${!i.everything&&r`<div class="next-list">
      <${U} on=${i.unanswered} label=${t("next.unanswered")} count=${v(n.unanswered)} onChange=${e=>s({unanswered:e})} />
      ${n.clusters>0&&r`<${U} on=${i.clusters} label=${t("next.clusters",{count:n.clusters})} count=${v(n.clustered)} onChange=${e=>s({clusters:e})} />`}
      ${le.filter(e=>n.statuses[e]).map(e=>r`<${U} key=${e} icon=${Y[e]??"circle-dashed"} on=${i.statuses.includes(e)} label=${t("next.status",{status:t(`status.${e}`)})} count=${v(n.statuses[e])} onChange=${p=>l(e,p)} />`)}
      ${a>0&&r`<div class="next-top"><${U} icon="vote" on=${i.top>0} label=${t("next.top")} onChange=${e=>s({top:e?i.most:0})} />
        <input class="field" type="number" min="1" max=${a} value=${i.most} aria-label=${t("next.top_count",{count:n.voted})} disabled=${!i.top} onChange=${d} /> <span class="hint">${t("next.top_of",{count:n.voted})}</span></div>`}
    </div>
    <p class="hint">${t("next.answers_too")}</p>`}
  </fieldset>`}function U({on:n,label:i,count:o,icon:s,onChange:l}){return r`<label class="check next-part"><input type="checkbox" checked=${n} onChange=${a=>l(a.currentTarget.checked)} />
    <span class="next-part-words">${s&&r`<${k} name=${s} />`}${i}</span>${o!==void 0&&r` <span class="next-count">${o}</span>`}</label>`}var ye=20;function ce({old:n,themes:i,mapping:o,coming:s,missing:l,onChange:a}){let d=e=>a({themes:e?null:n.map(({id:p,title:m,color:f,sign:$})=>({id:p,title:m,color:f,sign:$})),mapping:{}});return r`<fieldset><legend class="label">${t("next.themes")}</legend>
    <div class="choices next-parts">
      ${[!0,!1].map(e=>r`<label key=${e} class="choice"><input type="radio" name="themes" checked=${e===!i} onChange=${()=>d(e)} /><span>${t(e?"next.themes_keep":"next.themes_other")}</span></label>`)}
    </div>
    ${i&&r`<${ke} themes=${i} coming=${s} missing=${l} onChange=${e=>a({themes:e})} />
      <div class="next-mapping" role="group" aria-labelledby="next-mapping-name"><h4 id="next-mapping-name" class="label">${t("next.mapping")}</h4>
        ${n.map(e=>r`<label key=${e.id} class="next-goes" data-color=${e.color}><span class="theme-word"><${T} name=${e.sign} /><span><bdi>${e.title}</bdi></span></span>
          <select class="select select-small" aria-label=${t("next.mapping_of",{title:e.title})} value=${Z(i,o,e.id)} onChange=${p=>a({mapping:{...o,[e.id]:p.currentTarget.value}})}>
            ${i.map((p,m)=>r`<option key=${p.id} value=${p.id}>${p.title.trim()||t("next.theme_name",{number:m+1})}</option>`)}</select></label>`)}
      </div>`}
  </fieldset>`}function ke({themes:n,coming:i,missing:o,onChange:s}){let l=b(null),a=m=>requestAnimationFrame(()=>l.current?.querySelectorAll("input")[m]?.focus()),d=(m,f)=>s(n.map(($,c)=>c===m?{...$,title:f}:$)),e=()=>{s([...n,{id:F(),title:"",color:pe(n,"color",H),sign:pe(n,"sign",G)}]),a(n.length)},p=m=>{s(n.filter((f,$)=>$!==m)),a(Math.min(m,n.length-2))};return r`<ol class="next-themes" ref=${l}>
      ${n.map((m,f)=>{let $=o&&!m.title.trim(),c=i?.themes.find(({id:u})=>u===m.id)?.notes??0;return r`<li key=${m.id} data-color=${m.color}><${T} name=${m.sign} />
          <input class="field" dir="auto" maxlength="80" data-needed="theme" aria-label=${t("next.theme_name",{number:f+1})} aria-invalid=${$?"true":void 0} aria-describedby=${$?"next-theme-missing":void 0} value=${m.title} onInput=${u=>d(f,u.currentTarget.value)} />
          <span class="pill" title=${t("export.count_notes",{count:c})}>${v(c)}</span>
          <${g} icon="trash-2" label=${t("next.theme_remove",{title:m.title.trim()||t("next.theme_name",{number:f+1})})} off=${n.length===1} onClick=${()=>p(f)} /></li>`})}
    </ol>
    ${o&&r`<p class="field-error" role="alert" id="next-theme-missing">${t("next.theme_missing")}</p>`}
    ${n.length<ye&&r`<${g} icon="plus" text label=${t("next.theme_add")} onClick=${e} />`}`}function pe(n,i,o){let s=l=>n.filter(a=>a[i]===l).length;return[...o].sort((l,a)=>s(l)-s(a))[0]}function $e({app:n,counts:i,wish:o,coming:s,missing:l,onChange:a}){let d=K(n).length;return r`<${me} counts=${i} carry=${o.carry} onChange=${e=>a({carry:e})} />
    <${ce} old=${n.live.themes()} themes=${o.themes} mapping=${o.mapping} coming=${s} missing=${l} onChange=${a} />
    <fieldset><legend class="label">${t("next.also")}</legend>
      ${d>0&&r`<${O} on=${o.agenda} label=${t("next.agenda",{count:d})} onChange=${e=>a({agenda:e})} />`}
      <${O} on=${o.readable} label=${t("next.readable")} onChange=${e=>a({readable:e})} />
      <p class="hint next-under">${t("next.readable_hint")}</p>
      <details class="next-more"><summary>${t("next.more")}</summary>
        <div class="stack">
          <label><span class="label">${t("settings.purpose")}</span>
            <textarea class="field" rows="2" maxlength="600" dir="auto" value=${o.purpose} onInput=${e=>a({purpose:e.currentTarget.value})}></textarea></label>
          <label><span class="label">${t("settings.language")}</span>
            <select class="select select-small" value=${o.language} onChange=${e=>a({language:e.currentTarget.value})}>
              ${V(o.language).map(([e,p])=>r`<option key=${e} value=${e}>${p}</option>`)}
            </select></label>
        </div></details>
    </fieldset>`}var _e=["next","copy","shape"],we={next:"arrow-right",copy:"copy",shape:"layout-grid"},Se=10,N=null;function vt({app:n,onClose:i}){let[o,s]=x(N),[l,a]=x(!N),[d,e]=x(!1),p=b(null),m=!!o&&!l,f=()=>{N=null,a(!0),e(!1)},$=()=>{N=null,i()};w(()=>{if(!m)return;let u=p.current?.closest("dialog"),M=E=>E.preventDefault(),_=()=>{!u?.isConnected||u.open||(u.showModal(),e(!0))};return addEventListener("beforeunload",M),u?.addEventListener("close",_),u?.querySelector("h2")?.focus(),()=>{removeEventListener("beforeunload",M),u?.removeEventListener("close",_)}},[m]);let c=u=>{N=u,n.page.series||=u.carried!==void 0,s(u),a(!1)};return r`<${J} title=${t(o?"next.ready":"next.title")} onClose=${()=>m?e(!0):i()} wide>
    <div ref=${p}>
      ${o?r`<${oe} made=${o} sure=${d} onKept=${f} onLeave=${$} onStay=${()=>e(!1)} onDone=${i} kept=${l} />`:r`<${Ce} app=${n} onMade=${c} />`}
    </div>
  <//>`}function Ce({app:n,onMade:i}){let{live:o,page:s}=n,l=o.board(),a=o.themes(),d=X({notes:o.all("note"),answers:o.all("answer"),clusters:o.all("cluster"),rounds:o.all("round")}),[e,p]=x("next"),[m,f]=x({}),[$,c]=x(!1),[u,M]=x(()=>({purpose:l.purpose??"",language:l.language,themes:null,mapping:{},agenda:!0,readable:!0,carry:{everything:!1,unanswered:!0,clusters:!1,statuses:[],top:0,most:Math.min(Se,d.voted)}})),[_,E]=x(!1),[S,I]=x(""),[W,q]=x(""),D=b(null),L=m[e]??{next:z(l.title),copy:Q(l.title,t("next.name_copy",{title:l.title})),shape:l.title}[e],C=ee({title:L,...u},a),j=re(n,e==="next"?C:null),de=()=>{let h=B(L)?e==="next"&&C.themes?.some(y=>!y.title)?"theme":"":"title";return I(h),h&&[...D.current?.querySelectorAll(`[data-needed="${h}"]`)??[]].find(y=>!B(y.value))?.focus(),!!h};return r`<form class="stack next" ref=${D} novalidate onSubmit=${async h=>{if(h.preventDefault(),!(_||de())){E(!0),q("");try{let[y,P]=e==="next"?["/next",C]:["/copies",{title:C.title,notes:e==="copy",names:e==="copy"&&$}];i({...await R(s.board,y,{method:"POST",body:P}),title:C.title})}catch(y){let P=y;q(A(P.reason||"unavailable",P)),E(!1)}}}}>
    <fieldset class="next-ways"><legend class="visually-hidden">${t("next.way")}</legend>
      ${_e.map(h=>r`<label key=${h} class="choice next-way"><input type="radio" name="way" checked=${e===h} onChange=${()=>(p(h),I(""))} />
        <span class="next-way-words"><strong>${t(`next.way_${h}`)}</strong><span class="hint">${t(`next.way_${h}_hint`)}</span></span><${k} name=${we[h]} mirror=${h==="next"} /></label>`)}
    </fieldset>
    <div><label><span class="label">${t("next.name")}</span>
        <input class="field" dir="auto" maxlength="120" data-needed="title" value=${L} aria-invalid=${S==="title"?"true":void 0} aria-describedby="next-title-said"
          onInput=${h=>(f({...m,[e]:h.currentTarget.value}),I(""))} /></label>
      <p id="next-title-said" class=${S==="title"?"field-error":"hint"} role=${S==="title"?"alert":void 0}>${S==="title"?t("next.name_missing"):e==="next"&&B(L)===l.title?t("next.same_title"):""}</p></div>
    ${e==="next"&&r`<${$e} app=${n} counts=${d} wish=${u} coming=${j} missing=${S==="theme"} onChange=${h=>(M({...u,...h}),I(""))} />`}
    ${e==="copy"&&r`<div><${O} on=${$} label=${t("next.names")} onChange=${c} /><p class="hint">${t("next.copy_leaves")}</p></div>`}
    ${e==="shape"&&r`<p class="hint">${t("next.shape_leaves")}</p>`}
    <div class="next-foot">
      ${e==="next"&&r`<${ae} themes=${u.themes??a} coming=${j} />`}
      ${W&&r`<p class="error" role="alert">${W}</p>`}
      <button type="submit" class="button button-primary" aria-busy=${_?"true":void 0}>${t(_?"next.making":e==="next"?"next.make_next":"next.make")}</button>
    </div>
  </form>`}export{vt as Next};
