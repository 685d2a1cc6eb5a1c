/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{v as B}from"./board-ML3NNHGA.js";import{a as $,c as T,e as N,ga as E,ia as W,j as _,k as C}from"./board-KYIRGFZR.js";import{Ia as x,J as y,K as b,b as s,c as g,f as w,ga as k,k as r,o,va as v}from"./board-MDZKHNOU.js";function L({app:a}){let{page:I,live:i,actions:n,session:l}=a,[p,K]=s(null),[h,M]=s([]),c=w(()=>b(h),[h]),[d,u]=s("");i.counts.value;let P=i.all("note").length;g(()=>{let t=!1,R=setTimeout(async()=>{try{let e=await x(I.board,"/trash");t||(K(e.notes),M(e.translations),u(""))}catch(e){t||u(e.reason||"unavailable")}},p?400:0);return()=>{t=!0,clearTimeout(R)}},[P,l.saved.value.state]);let f=t=>{n.restoreNotes(t),l.announce.value=o("trash.restored",{count:t.length})},m=(p||[]).filter(t=>!i.get("note",t.id));return r`<h2>${o("trash.title")}</h2>
    <p class="hint">${o(l.role.value==="facilitator"?"trash.all":"trash.own")}</p>
    ${d&&r`<p class="error" role="alert">${T(d)}</p>`}
    ${!p&&!d&&r`<p class="empty">${o("state.loading")}</p>`}
    ${p&&!m.length&&r`<${B} icon="trash-2" words=${o("trash.empty")} />`}
    ${m.length>1&&n.may("add")&&r`<${$} icon="rotate-ccw" text label=${o("trash.restore_all",{count:m.length})} onClick=${()=>f(m)} />`}
    <ul class="trash-list">
      ${m.map(t=>r`<li key=${t.id} class="trash-row" data-color=${i.get("theme",t.theme)?.color} data-kind=${t.kind}>
          <span class="kind-chip"><${v} kind=${t.kind} /></span>
          <div class="person-body">
            <span class="visually-hidden">${_(t.kind)}: </span><${E} app=${a} note=${t} translations=${c.get(t.id)??[]} name="note-line-text" tag="p" />
            <p class="muted">${o("trash.deleted",{name:i.get("seat",t.deleted_by)?.name||o("note.author_unknown"),when:N(t.deleted_at)})}</p>
          </div>
          <${W} app=${a} note=${t} translations=${c.get(t.id)??[]} />
          ${n.may("add")&&r`<${$} icon="rotate-ccw" label=${o("trash.restore",{text:C(y(t,c.get(t.id)??[],k()).text,40)})} onClick=${()=>f([t])} />`}
        </li>`)}
    </ul>`}export{L as Trash};
