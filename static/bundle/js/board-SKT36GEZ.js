/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-PW3IZRVF.js";import"./board-UTS2SMZH.js";import"./board-RIHQJT2R.js";import"./board-GB3NK3WH.js";import"./board-SKZDM3H4.js";import"./board-GIGMYVVX.js";import"./board-7W72SGI5.js";import"./board-7BTOGHSW.js";import"./board-M2QJ7EA4.js";import"./board-GZG5ZRQR.js";import"./board-2FV25VP6.js";import{a as v}from"./board-6NKGBW3Q.js";import"./board-OJP4XE6P.js";import{a as c,c as g,e as w,j as y,k}from"./board-7ENYGGNN.js";import{Da as f,b as l,c as u,k as o,o as r,qa as $}from"./board-HC26R27S.js";function Jo({app:b}){let{page:x,live:i,actions:e,session:a}=b,[p,_]=l(null),[s,d]=l("");i.counts.value;let T=i.all("note").length;u(()=>{let t=!1,C=setTimeout(async()=>{try{let n=await f(x.board,"/trash");t||(_(n.notes),d(""))}catch(n){t||d(n.reason||"unavailable")}},p?400:0);return()=>{t=!0,clearTimeout(C)}},[T,a.saved.value.state]);let h=t=>{e.restoreNotes(t),a.announce.value=r("trash.restored",{count:t.length})},m=(p||[]).filter(t=>!i.get("note",t.id));return o`<h2>${r("trash.title")}</h2>
    <p class="hint">${r(a.role.value==="facilitator"?"trash.all":"trash.own")}</p>
    ${s&&o`<p class="error" role="alert">${g(s)}</p>`}
    ${!p&&!s&&o`<p class="empty">${r("state.loading")}</p>`}
    ${p&&!m.length&&o`<${v} icon="trash-2" words=${r("trash.empty")} />`}
    ${m.length>1&&e.may("add")&&o`<${c} icon="rotate-ccw" text label=${r("trash.restore_all",{count:m.length})} onClick=${()=>h(m)} />`}
    <ul class="trash-list">
      ${m.map(t=>o`<li key=${t.id} class="trash-row" data-color=${i.get("theme",t.theme)?.color} data-kind=${t.kind}>
          <span class="kind-chip"><${$} kind=${t.kind} /></span>
          <div class="person-body">
            <span class="visually-hidden">${y(t.kind)}: </span><p class="note-line-text" dir="auto" lang=${t.language||void 0}>${t.text||r("note.no_text")}</p>
            <p class="muted">${r("trash.deleted",{name:i.get("seat",t.deleted_by)?.name||r("note.author_unknown"),when:w(t.deleted_at)})}</p>
          </div>
          ${e.may("add")&&o`<${c} icon="rotate-ccw" label=${r("trash.restore",{text:k(t.text,40)})} onClick=${()=>h([t])} />`}
        </li>`)}
    </ul>`}export{Jo as Trash};
