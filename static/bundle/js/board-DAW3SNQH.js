/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{a as F}from"./board-3CXZL3R2.js";import{a as P,v as W}from"./board-ML3NNHGA.js";import{a as h,c as S,d as C,e as I,j as R}from"./board-KYIRGFZR.js";import{F as A,Ga as O,Ia as _,b as d,c as B,e as E,k as r,o as t,ta as w,ua as q,va as L}from"./board-MDZKHNOU.js";var V=600;function D({app:o,shut:i}){let{live:m,actions:n}=o,e=m.board(),a=!!e.collecting&&!e.archived,[c]=d(!i||!a);return r`<details class="tray-form" open=${c}>
    <summary><h3>${t(a?"tray.form_open":"tray.form_closed")}</h3><${w} name="chevron-down" /></summary>
    ${e.archived&&r`<p class="notice"><${w} name="archive" />${t("tray.archived")}</p>`}
    <div>
      <label class="check"><input type="checkbox" role="switch" checked=${!!e.collecting} disabled=${!!e.archived} aria-describedby="tray-open-hint"
        onChange=${p=>n.setBoard({collecting:p.currentTarget.checked})} /><span>${t("tray.collecting")}</span></label>
      <p class="hint" id="tray-open-hint">${t(a?"tray.collecting_on":"tray.collecting_off")}</p>
    </div>
    <label><span class="label">${t("tray.question")}</span>
      <${F} long value=${e.question??""} maxlength=${V} rows="3" placeholder=${t("form.default_question")} onKeep=${p=>n.setBoard({question:p})} /></label>
    <${G} app=${o} open=${a} />
  </details>`}function G({app:o,open:i}){let[m,n]=d("idle"),[e,a]=d(""),[c,p]=d(""),$=async()=>{n("busy");try{a((await _(o.page.board,"/links/form",{method:"POST"})).link),p("")}catch(l){p(l.reason||"unavailable")}n("idle")};return r`<div class="tray-link">
    ${m==="idle"&&r`<${h} icon="link" text label=${t(e?"tray.link_make":"tray.link")} onClick=${()=>n("ask")} />`}
    ${m!=="idle"&&r`<div class="confirm" role="alert"><p>${t("tray.link_sure")}</p><div class="row-end">
      <${h} text label=${t("action.cancel")} onClick=${()=>n("idle")} />
      <${h} kind="primary" text label=${t("tray.link_make")} off=${m==="busy"} onClick=${$} /></div></div>`}
    ${c&&r`<p class="error" role="alert">${S(c)}</p>`}
    ${e&&r`<div class="new-link"><p class="hint" role="status">${t("tray.link_made")}</p>
      <p class="secret"><bdi dir="ltr">${e}</bdi></p>
      <${P} app=${o} text=${e} label=${t("tray.link")} primary />
      ${!i&&r`<p class="hint">${t("tray.link_closed")}</p>`}</div>`}
  </div>`}var H=100,M=500;function K({app:o,notes:i,onDone:m}){let{live:n}=o,[e,a]=d(new Set),[c,p]=d(new Set),$=n.board(),l=i.filter(s=>!c.has(s.id)),u=Y(l,n.themes()),b=l.filter(s=>e.has(s.id)).map(s=>s.id),f=(s,k)=>{let g=new Set(e);for(let v of s)k?g.add(v.id):g.delete(v.id);a(g)},y=s=>{p(new Set([...c,...s])),a(new Set),m()};return l.length?r`<h3 class="tray-head">${t("tray.waiting")} <span class="pill">${C(l.length)}</span></h3>
    ${$.private&&r`<div class="message message-warn tray-notice" role="note"><${w} name="eye-off" /><div class="stack"><p>${t("tray.private")}</p>
      <${h} text icon="eye" label=${t("private.reveal")} onClick=${()=>o.ui.dialog.value={name:"reveal"}} /></div></div>`}
    <${N} label=${r`<span>${t("tray.all")}</span>`} notes=${l} chosen=${e} onSet=${f} />
    ${u.map(s=>r`<${j} key=${s.theme?.id??""} group=${s} first=${n.themes()[0]} chosen=${e} onSet=${f} />`)}
    <${J} app=${o} ids=${b} off=${!!($.private||$.archived)} onLeft=${y} />`:r`<h3 class="tray-head">${t("tray.waiting")}</h3><${W} icon="folder-input" words=${t("tray.empty")} hint=${t($.collecting&&!$.archived?"tray.empty_open":"tray.empty_closed")} />`}function Y(o,i){let m=new Set(i.map(e=>e.id)),n=o.filter(e=>!m.has(e.theme));return[...i.map(e=>({theme:e,notes:o.filter(a=>a.theme===e.id)})),{theme:null,notes:n,lost:!0}].filter(e=>e.notes.length)}function N({label:o,name:i,notes:m,chosen:n,onSet:e}){let a=m.filter(p=>n.has(p.id)).length,c=a>0&&a<m.length;return r`<label class="check tray-all"><input type="checkbox" aria-label=${i} checked=${a===m.length} ref=${p=>p&&(p.indeterminate=c)}
    onChange=${p=>e(m,p.currentTarget.checked)} />${o}</label>`}function j({group:{theme:o,notes:i,lost:m},first:n,chosen:e,onSet:a}){let[c,p]=d(!1),$=m?t("tray.no_theme"):o.title,l=c?i:i.slice(0,H);return r`<section class="tray-theme" data-color=${o?.color}>
    <h4><${N} name=${t("tray.all_of",{theme:$})} notes=${i} chosen=${e} onSet=${a}
      label=${r`${m?r`<${w} name="circle-dashed" />`:r`<${q} name=${o.sign} />`}<span dir="auto">${$}</span> <span class="muted">${C(i.length)}</span>`} /></h4>
    ${m&&n&&r`<p class="hint">${t("tray.no_theme_hint",{theme:`⁨${n.title}⁩`})}</p>`}
    <ul class="tray-list">${l.map(u=>r`<${z} key=${u.id} note=${u} on=${e.has(u.id)} onSet=${a} />`)}</ul>
    ${l.length<i.length&&r`<${h} text label=${t("tray.show_all",{number:C(i.length)})} onClick=${()=>p(!0)} />`}
  </section>`}function z({note:o,on:i,onSet:m}){return r`<li class="tray-row" data-kind=${o.kind}>
    <label class="tray-note">
      <input type="checkbox" checked=${i} onChange=${n=>m([o],n.currentTarget.checked)} />
      <span class="kind-chip"><${L} kind=${o.kind} /></span>
      <span class="person-body">
        <span class="visually-hidden">${R(o.kind)}: </span>
        <span class="note-whole" dir="auto" lang=${A(o)||void 0}>${o.text}</span>
        <span class="muted">${o.association&&r`<bdi>${o.association}</bdi> · `}<bdi>${I(o.created_at)}</bdi></span>
      </span>
    </label>
  </li>`}function J({app:o,ids:i,off:m,onLeft:n}){let{page:e,session:a,actions:c}=o,[p,$]=d(!1),[l,u]=d(!1),[b,f]=d(""),y=async(g,v)=>{u(!0),$(!1),f("");try{let T=await _(e.board,`/tray/${g}`,{method:"POST",body:{ids:i}});n(i),await v(T)}catch(T){let{reason:x}=T;f(x==="not_found"?t("tray.meanwhile"):x==="closed"?t("tray.private"):S(x||"unavailable")),x==="not_found"&&n(i)}u(!1)},s=()=>y("bring",async g=>{let v=await c.takeIn(g);O(o,t("tray.brought",{count:v.length})),v.length<=M&&(a.selection.value=new Set(v)),requestAnimationFrame(()=>requestAnimationFrame(()=>o.layer.peek()?.reveal(v[0])))}),k=()=>y("remove",({removed:g})=>{a.toast.value={text:t("tray.removed",{count:g})}});return r`<div class="tray-acts">
    ${b&&r`<p class="error" role="alert">${b}</p>`}
    ${p&&i.length>0?r`<div class="confirm" role="alert"><p>${t("tray.remove_sure",{count:i.length})}</p><div class="row-end">
        <${h} text label=${t("action.cancel")} onClick=${()=>$(!1)} />
        <${h} kind="danger" text label=${t("tray.remove")} onClick=${k} /></div></div>`:r`<${h} icon="trash-2" kind="danger" text label=${t("tray.remove")} off=${l||!i.length} onClick=${()=>i.length&&$(!0)} />
        <${h} icon="plus" kind="primary" text label=${i.length?t("tray.bring",{count:i.length}):t("tray.bring_none")} off=${l||m||!i.length} aria-busy=${l?"true":void 0} onClick=${s} />`}
  </div>`}var Q=3e4;function wt({app:o}){let{page:i,session:m}=o,[n,e]=d(null),[a,c]=d(""),[p,$]=d(0),l=E(null);return B(()=>{let u=!1,b,f=async()=>{if(clearTimeout(b),!document.hidden){try{let y=(await _(i.board,"/tray")).notes;if(u)return;let s=l.current?y.filter(k=>!l.current?.has(k.id)).length:0;s&&(m.announce.value=t("tray.came",{count:s})),l.current=new Set(y.map(k=>k.id)),e(y),c("")}catch(y){u||c(y.reason||"unavailable")}clearTimeout(b),u||(b=setTimeout(f,Q))}};return document.addEventListener("visibilitychange",f),f(),()=>{u=!0,clearTimeout(b),document.removeEventListener("visibilitychange",f)}},[p,m.saved.value.state]),r`<h2>${t("tray.title")}</h2>
    <p class="hint">${t("tray.lead")}</p>
    ${(n||a)&&r`<${D} app=${o} shut=${!!n?.length} />`}
    ${a&&r`<p class="error" role="alert">${S(a)}</p>`}
    ${!n&&!a&&r`<p class="empty">${t("state.loading")}</p>`}
    ${n&&r`<${K} app=${o} notes=${n} onDone=${()=>$(u=>u+1)} />`}`}export{wt as Tray};
