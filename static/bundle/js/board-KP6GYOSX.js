/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as h}from"./board-7VW6ABZS.js";import"./board-7W72SGI5.js";import{a as u}from"./board-7BTOGHSW.js";import{a as f}from"./board-EHVYXPAU.js";import"./board-OJP4XE6P.js";import{a as d}from"./board-7ENYGGNN.js";import{Ka as c,La as $,T as m,U as a,b as r,k as i,ma as l,o}from"./board-HC26R27S.js";var v="profile";function Pt({app:t,onClose:p}){let[g,e]=r(!1),n=t.live.get("seat",t.session.me.value),[k,b]=r(m()),w=s=>{a(s),b(m()),s?c(t):$(t)},x=()=>{t.sync.outbox.forget(),C(),t.ui.lost.value="erased",p()};return n?i`<${u} title=${o("mine.title")} onClose=${p}>
    <section class="stack"><h3>${o("mine.data")}</h3>
      <p>${o("mine.data_what")}</p>
      <div class="button-row"><a class="button button-outline" href=${`/api/boards/${encodeURIComponent(t.page.board)}/seats/me/data`} download><${l} name="download" />${o("mine.download")}</a></div>
    </section>
    <section class="section"><h3>${o("kept.title")}</h3>
      <${h} on=${k} label=${o("kept.keep")} onChange=${w} />
      <p class="hint">${o("kept.what")}</p>
    </section>
    <section class="section"><h3>${o("mine.leave")}</h3>
      ${g?i`<${f} app=${t} seat=${n} mine onDone=${x} onCancel=${()=>e(!1)} />`:i`<p>${o("mine.leave_what")}</p><div class="button-row"><${d} icon="user-x" kind="danger" text label=${o("mine.leave_open")} onClick=${()=>e(!0)} /></div>`}
    </section>
  <//>`:null}function C(){try{localStorage.removeItem(v)}catch{}}export{Pt as Mine};
