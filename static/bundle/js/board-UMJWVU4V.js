/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import{i as w}from"./board-ML3NNHGA.js";import"./board-KYIRGFZR.js";import{Ka as d,Na as u,_a as g,k as i,l as h,o,ta as $}from"./board-MDZKHNOU.js";function I({app:e,phone:p}){let{session:r,ui:m,page:n,actions:c,live:a}=e,l=a.get("seat",r.me.value),v=Math.max(1,r.people.value.size),s=f=>()=>m.dialog.value={name:f};return i`<section class="phone-list" aria-labelledby="more-head">
    <h2 id="more-head" class="phone-head-line" tabindex="-1">${o("phone.more")}</h2>
    <ul class="phone-rows">
      ${r.role.value!=="viewer"&&i`<${t} icon="hand" words=${o(l?.hand?"hand.lower_mine":"hand.raise")} pressed=${!!l?.hand} onClick=${()=>c.raiseHand(!l?.hand)} />`}
      <${t} icon="layout-grid" words=${o("view.board")} hint=${o("phone.board_hint")} onClick=${()=>p.open({name:"canvas"})} />
      <${t} icon="users" words=${o("people.title")} hint=${o("people.here",{count:v})} onClick=${()=>p.open({name:"people"})} />
      ${r.role.value!=="viewer"&&i`<${t} icon="user-plus" words=${o("invite.open")} onClick=${s("invite")} />`}
      <li><${b} app=${e} /></li>
      <li><label class="phone-row" for="low-choice"><${$} name="sliders-horizontal" /><span class="phone-row-words"><span>${o("low.title")}</span><span class="phone-row-hint">${o(d.value?`low.why_${d.value}`:"low.what")}</span></span><${u} id="low-choice" /></label></li>
      <${t} icon="message-circle" words=${o("reading.title")} hint=${o(`reading.${r.reading.value}`)} onClick=${s("reading")} />
      ${r.role.value!=="viewer"&&(r.role.value==="facilitator"||l?.interpreter)&&i`<${t} icon="languages" words=${o("panel.interpreter")} onClick=${()=>p.open({name:"interpreter"})} />`}
      <${t} icon="download" words=${o("export.title")} onClick=${s("export")} />
      <${t} icon="printer" words=${o("export.print")} href=${`/board/${encodeURIComponent(n.board)}/print`} />
      <${t} icon="user" words=${o("mine.title")} onClick=${s("mine")} />
      <${t} icon="circle-help" words=${o("help.open")} onClick=${()=>p.open({name:"help"})} />
      <${t} icon="maximize" words=${o("phone.full")} hint=${o(r.role.value==="facilitator"?"phone.full_lead":"phone.full_hint")} onClick=${()=>g("full")} />
    </ul>
  </section>`}function t({icon:e,words:p,hint:r,href:m,pressed:n,onClick:c}){let a=i`<${$} name=${e} /><span class="phone-row-words"><span>${p}</span>${r&&i`<span class="phone-row-hint">${r}</span>`}</span>`;return i`<li>${m?i`<a class="phone-row" href=${m} target="_blank" rel="noopener">${a}</a>`:i`<button type="button" class="phone-row" aria-pressed=${n===void 0?void 0:String(n)} onClick=${c}>${a}</button>`}</li>`}function b({app:e}){let p=({currentTarget:r})=>{w(e,r.value).then(()=>r.value=h.peek())};return i`<label class="phone-row"><${$} name="languages" /><span class="phone-row-words">${o("language.choose")}</span>
    <select class="select phone-select" value=${h.value} onChange=${p}>
      ${e.languages.map(({code:r,name:m,dir:n})=>i`<option key=${r} value=${r} lang=${r} dir=${n}>${m}</option>`)}
    </select></label>`}export{I as MoreTab};
