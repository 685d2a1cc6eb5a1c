/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as w}from"./board-GB3NK3WH.js";import"./board-OJP4XE6P.js";import"./board-7ENYGGNN.js";import{Fa as h,Ia as u,Va as g,k as t,l as d,ma as $,o}from"./board-HC26R27S.js";function Ti({app:e,phone:r}){let{session:i,ui:n,page:m,actions:c,live:a}=e,l=a.get("seat",i.me.value),v=Math.max(1,i.people.value.size),s=f=>()=>n.dialog.value={name:f};return t`<section class="phone-list" aria-labelledby="more-head">
    <h2 id="more-head" class="phone-head-line" tabindex="-1">${o("phone.more")}</h2>
    <ul class="phone-rows">
      ${i.role.value!=="viewer"&&t`<${p} icon="hand" words=${o(l?.hand?"hand.lower_mine":"hand.raise")} pressed=${!!l?.hand} onClick=${()=>c.raiseHand(!l?.hand)} />`}
      <${p} icon="layout-grid" words=${o("view.board")} hint=${o("phone.board_hint")} onClick=${()=>r.open({name:"canvas"})} />
      <${p} icon="users" words=${o("people.title")} hint=${o("people.here",{count:v})} onClick=${()=>r.open({name:"people"})} />
      ${i.role.value!=="viewer"&&t`<${p} icon="user-plus" words=${o("invite.open")} onClick=${s("invite")} />`}
      <li><${b} app=${e} /></li>
      <li><label class="phone-row" for="low-choice"><${$} name="sliders-horizontal" /><span class="phone-row-words"><span>${o("low.title")}</span><span class="phone-row-hint">${o(h.value?`low.why_${h.value}`:"low.what")}</span></span><${u} id="low-choice" /></label></li>
      <${p} icon="message-circle" words=${o("reading.title")} hint=${o(`reading.${i.reading.value}`)} onClick=${s("reading")} />
      ${i.role.value!=="viewer"&&(i.role.value==="facilitator"||l?.interpreter)&&t`<${p} icon="languages" words=${o("panel.interpreter")} onClick=${()=>r.open({name:"interpreter"})} />`}
      <${p} icon="download" words=${o("export.title")} onClick=${s("export")} />
      <${p} icon="printer" words=${o("export.print")} href=${`/board/${encodeURIComponent(m.board)}/print`} />
      <${p} icon="user" words=${o("mine.title")} onClick=${s("mine")} />
      <${p} icon="circle-help" words=${o("help.open")} onClick=${()=>r.open({name:"help"})} />
      <${p} icon="maximize" words=${o("phone.full")} hint=${o(i.role.value==="facilitator"?"phone.full_lead":"phone.full_hint")} onClick=${()=>g("full")} />
    </ul>
  </section>`}function p({icon:e,words:r,hint:i,href:n,pressed:m,onClick:c}){let a=t`<${$} name=${e} /><span class="phone-row-words"><span>${r}</span>${i&&t`<span class="phone-row-hint">${i}</span>`}</span>`;return t`<li>${n?t`<a class="phone-row" href=${n} target="_blank" rel="noopener">${a}</a>`:t`<button type="button" class="phone-row" aria-pressed=${m===void 0?void 0:String(m)} onClick=${c}>${a}</button>`}</li>`}function b({app:e}){return t`<label class="phone-row"><${$} name="languages" /><span class="phone-row-words">${o("language.choose")}</span>
    <select class="select phone-select" value=${d.value} onChange=${r=>{w(e,r.currentTarget.value)}}>
      ${e.languages.map(({code:r,name:i,dir:n})=>t`<option key=${r} value=${r} lang=${r} dir=${n}>${i}</option>`)}
    </select></label>`}export{Ti as MoreTab};
