/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as v,b as w}from"./board-ML3NNHGA.js";import{a as d,c as g}from"./board-KYIRGFZR.js";import{Ia as k,b as n,c as f,k as o,o as i,ta as j}from"./board-MDZKHNOU.js";var P=["participant","viewer","facilitator","recovery","code"];function K({app:t,onClose:r}){let{page:m,session:l,live:c,actions:s}=t,[p,$]=n(""),[a,u]=n(""),[b,_]=n(!1),[h,q]=n(0),x=c.board().join_open!==!1;f(()=>{k(m.board,"/me").then(e=>$(e.code||""),e=>u(e.reason))},[h]);let I=p&&`${location.origin}/join/${encodeURIComponent(m.board)}#${p}`,C=`/api/boards/${encodeURIComponent(m.board)}/qr.svg?code=${h}`;return b?o`<${S} title=${c.board().title} code=${p} qr=${C} onClose=${()=>_(!1)} />`:o`<${w} title=${i("invite.title")} onClose=${r} wide>
    ${a&&o`<p class="error" role="alert">${g(a)}</p>`}
    ${!x&&o`<p class="notice"><${j} name="lock" />${i("invite.closed")}</p>`}
    <div class="invite">
      <div class="invite-words">
        <p>${i("invite.how",{address:location.host})}</p>
        <p class="code"><span class="visually-hidden">${i("invite.code_read",{code:[...p].join(" ")})}</span><bdi dir="ltr" aria-hidden="true">${y(p)}</bdi></p>
        <div class="button-row">
          <${v} app=${t} text=${p} label=${i("invite.copy_code")} />
          <${v} app=${t} text=${I} label=${i("invite.copy_link")} primary />
          <${d} icon="maximize" text label=${i("invite.project")} onClick=${()=>_(!0)} />
        </div>
      </div>
      <img class="qr" src=${C} alt=${i("invite.qr")} width="180" height="180" />
    </div>
    ${l.role.value==="facilitator"&&o`<section class="section"><h3>${i("invite.links")}</h3>
      <p class="hint">${i("invite.links_hint")}</p>
      <label class="check"><input type="checkbox" checked=${x} onChange=${e=>s.setBoard({join_open:e.currentTarget.checked})} /><span>${i("invite.open_code")}</span></label>
      <ul class="link-list">${P.map(e=>o`<${R} key=${e} app=${t} name=${e} onReplaced=${()=>e==="code"&&q(h+1)} />`)}</ul>
    </section>`}
  <//>`}function R({app:t,name:r,onReplaced:m}){let[l,c]=n("idle"),[s,p]=n(null),[$,a]=n(""),u=async()=>{c("busy");try{p(await k(t.page.board,`/links/${r}`,{method:"POST"})),a(""),m()}catch(b){a(b.reason||"unavailable")}c("idle")};return o`<li class="link-row">
    <span class="link-name">${i(`invite.link_${r}`)}</span>
    ${l==="idle"&&o`<${d} icon="refresh-cw" text label=${i("invite.replace")} aria-label=${i("invite.replace_of",{link:i(`invite.link_${r}`)})} onClick=${()=>c("ask")} />`}
    ${l!=="idle"&&o`<div class="confirm" role="alert"><p>${i("invite.confirm")}</p><div class="row-end">
      <${d} text label=${i("action.cancel")} onClick=${()=>c("idle")} />
      <${d} kind="danger" text label=${i("invite.replace_now")} off=${l==="busy"} onClick=${u} /></div></div>`}
    ${$&&o`<p class="error" role="alert">${g($)}</p>`}
    ${s&&o`<div class="new-link"><p class="hint">${i(r==="code"?"invite.new_code":"invite.once")}</p>
      <p class="secret"><bdi dir="ltr">${r==="code"?y(s.code||""):s.link}</bdi></p>
      <${v} app=${t} text=${s.link||s.code||""} label=${i("invite.copy_link")} /></div>`}
  </li>`}function S({title:t,code:r,qr:m,onClose:l}){return f(()=>(document.documentElement.requestFullscreen?.().catch(()=>{}),()=>{document.fullscreenElement&&document.exitFullscreen()}),[]),o`<${w} title=${t} onClose=${l} wide>
    <div class="projection">
      <img class="qr" src=${m} alt=${i("invite.qr")} width="360" height="360" />
      <div><p class="projection-how">${i("invite.how",{address:location.host})}</p>
        <p class="code code-big"><bdi dir="ltr">${y(r)}</bdi></p></div>
    </div>
  <//>`}function y(t){return t.length===8?`${t.slice(0,4)} ${t.slice(4)}`:t}export{K as Invite};
