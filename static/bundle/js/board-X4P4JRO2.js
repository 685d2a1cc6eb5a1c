/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as h}from"./board-CH2XYJZ3.js";import{a as g}from"./board-M7THLQ6Z.js";import{a as u}from"./board-UH5CCUPV.js";import{b as d}from"./board-ML3NNHGA.js";import{a as f}from"./board-KYIRGFZR.js";import{Pa as c,Qa as $,W as m,X as a,b as r,k as i,o,ta as l}from"./board-MDZKHNOU.js";var v="profile";function M({app:t,onClose:p}){let[k,e]=r(!1),n=t.live.get("seat",t.session.me.value),[b,w]=r(m()),x=s=>{a(s),w(m()),s?c(t):$(t)},C=()=>{t.sync.outbox.forget(),h(t.page.board,t.page.seat),I(),t.ui.lost.value="erased",p()};return n?i`<${d} title=${o("mine.title")} onClose=${p}>
    <section class="stack"><h3>${o("mine.data")}</h3>
      <p>${o("mine.data_what")}</p>
      <div class="button-row"><a class="button button-outline" href=${`/api/boards/${encodeURIComponent(t.page.board)}/seats/me/data`} download><${l} name="download" />${o("mine.download")}</a></div>
    </section>
    <section class="section"><h3>${o("kept.title")}</h3>
      <${g} on=${b} label=${o("kept.keep")} onChange=${x} />
      <p class="hint">${o("kept.what")}</p>
    </section>
    <section class="section"><h3>${o("mine.leave")}</h3>
      ${k?i`<${u} app=${t} seat=${n} mine onDone=${C} onCancel=${()=>e(!1)} />`:i`<p>${o("mine.leave_what")}</p><div class="button-row"><${f} icon="user-x" kind="danger" text label=${o("mine.leave_open")} onClick=${()=>e(!0)} /></div>`}
    </section>
  <//>`:null}function I(){try{localStorage.removeItem(v)}catch{}}export{M as Mine};
