/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import"./board-ML3NNHGA.js";import{a as n,c as w,d as C,j as P,k as D,w as I}from"./board-KYIRGFZR.js";import{F as S,Ia as _,aa as T,b as s,c as O,k as o,o as t,va as E}from"./board-MDZKHNOU.js";var K=4e3,L=300;function F({app:d}){let{page:i,live:g,session:k,ui:h}=d,p=g.board(),[m,y]=s(null),[a,l]=s(""),[f,c]=s(0),v=I();O(()=>{let r=!1,u,b=async()=>{try{let e=await _(i.board,"/moderation");if(r)return;y(e),l("")}catch(e){r||l(e.reason||"unavailable")}r||(u=setTimeout(b,K))};return u=setTimeout(b,m?L:0),()=>{r=!0,clearTimeout(u)}},[f,p.private,p.moderate,k.saved.value.state]);let $=()=>c(r=>r+1);return o`<h2>${t("moderation.title")}</h2>
    ${a&&o`<p class="error" role="alert">${w(a)}</p>`}
    <h3 class="kind-head">${t("moderation.private")} <span class="muted">${C(p.moderate&&m?m.private.length:v)}</span></h3>
    ${!p.private&&o`<p class="empty">${t("moderation.not_private")}</p>`}
    ${p.private&&!p.moderate&&o`<p class="empty">${t("moderation.off")}</p><${n} text icon="settings" label=${t("moderation.to_settings")} onClick=${()=>h.dialog.value={name:"settings"}} />`}
    ${p.private&&p.moderate&&o`<p class="hint">${t("moderation.no_authors")}</p>`}
    ${!m&&!a&&o`<p class="empty">${t("state.loading")}</p>`}
    <ul class="trash-list">${m?.private.map(r=>o`<${R} key=${r.id} app=${d} note=${r} onDone=${$} />`)}</ul>
    <h3 class="kind-head">${t("moderation.hidden")} <span class="muted">${m?C(m.hidden.length):""}</span></h3>
    ${m&&!m.hidden.length&&o`<p class="empty">${t("moderation.none_hidden")}</p>`}
    <ul class="trash-list">${m?.hidden.map(r=>o`<${R} key=${r.id} app=${d} note=${r} onDone=${$} />`)}</ul>`}function R({app:d,note:i,onDone:g}){let{page:k,live:h,ui:p,session:m}=d,[y,a]=s(!1),[l,f]=s(""),c=D(i.text,40),v=async(e,x)=>{a(!1);try{await _(k.board,"/changes",{method:"POST",body:{change_id:T(),steps:[e]}}),m.announce.value=x,f("")}catch(B){f(B.reason||"unavailable")}g()},$=(e,x)=>v(["set","note",i.id,{hidden:e}],x),r=()=>p.dialog.value={name:"hide",text:i.text,hide:e=>$(e,t("hide.done"))},u=()=>$("",t("moderation.unhidden")),b=()=>v(["remove","note",i.id],t("toast.removed",{count:1}));return o`<li class="trash-row moderation-row" data-color=${h.get("theme",i.theme)?.color} data-kind=${i.kind}>
    <span class="kind-chip"><${E} kind=${i.kind} /></span>
    <div class="person-body">
      <span class="visually-hidden">${P(i.kind)}: </span><p class="note-whole" dir="auto" lang=${S(i)||void 0}>${i.text||t("note.no_text")}</p>
      <p class="muted" dir="auto">${h.get("theme",i.theme)?.title}</p>
      ${i.hidden&&o`<p class="muted">${t("moderation.because",{reason:i.hidden})}</p>`}
      ${l&&o`<p class="error" role="alert">${w(l)}</p>`}
      <div class="button-row">
        ${i.hidden?o`<${n} icon="eye" text label=${t("moderation.unhide")} aria-label=${t("moderation.unhide_of",{text:c})} onClick=${u} />`:o`<${n} icon="eye-off" text label=${t("moderation.hide")} aria-label=${t("moderation.hide_of",{text:c})} onClick=${r} />`}
        ${y?o`<${n} icon="trash-2" kind="danger" text label=${t("moderation.delete_now")} onClick=${b} /><${n} text label=${t("action.cancel")} onClick=${()=>a(!1)} />`:o`<${n} icon="trash-2" label=${t("moderation.delete_of",{text:c})} onClick=${()=>a(!0)} />`}
      </div>
    </div>
  </li>`}export{F as Moderation};
