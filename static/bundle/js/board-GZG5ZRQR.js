/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as M,e as P}from"./board-2FV25VP6.js";import{N as B,a as c,d as C,l as v,r as S,t as h}from"./board-7ENYGGNN.js";import{b,c as _,k as t,ma as k,n as x,o as e}from"./board-HC26R27S.js";function A({app:i,seat:o}){let{actions:r,session:n}=i,[l,s]=b(!1),{name:p}=o,a=$=>{r.blockSeat(o.id,$),n.announce.value=e($?"people.is_blocked":"people.is_let_in",{name:p}),s(!1)};return o.blocked?t`<${c} text label=${e("people.unblock")} aria-label=${e("people.unblock_of",{name:p})} onClick=${()=>a(!1)} />`:o.role==="facilitator"?null:l?t`<div class="confirm"><p>${e("people.block_what",{name:p})}</p>
    <div class="button-row"><${c} icon="ban" kind="danger" text label=${e("people.block_now")} onClick=${()=>a(!0)} /><${c} text label=${e("action.cancel")} onClick=${()=>s(!1)} /></div></div>`:t`<${c} icon="ban" text label=${e("people.block")} aria-label=${e("people.block_of",{name:p})} onClick=${()=>s(!0)} />`}var g=null;function D({app:i,seat:o}){let[,r]=b(0);return _(()=>{g||x("ui/put_out_actions",()=>import("./board-BHSQPNF2.js")).then(n=>g=n.PersonActions,()=>null).then(()=>r(n=>n+1))},[]),g&&t`<${g} app=${i} seat=${o} />`}function Ye({app:i}){let{live:o,session:r,ui:n}=i,l=r.me.value,s=r.people.value,p=[...o.all("seat")].sort((m,f)=>m.id===l?-1:f.id===l?1:m.name.localeCompare(f.name)),a=p.filter(m=>m.blocked),$=p.filter(m=>!m.blocked&&(m.id===l||s.has(m.id))),d=p.filter(m=>!m.blocked&&m.id!==l&&!s.has(m.id));return t`<h2>${e("people.title")}</h2>
    ${r.role.value!=="viewer"&&t`<${c} icon="user-plus" text label=${e("invite.open")} onClick=${()=>n.dialog.value={name:"invite"}} />`}
    <${M} app=${i} />
    <${P} app=${i} />
    <${y} app=${i} title=${e("people.now")} seats=${$} />
    ${d.length>0&&t`<${y} app=${i} title=${e("people.away")} seats=${d} away />`}
    ${a.length>0&&t`<${y} app=${i} title=${e("people.blocked")} seats=${a} away />`}`}function y({app:i,title:o,seats:r,away:n}){return t`<h3 class="kind-head">${o} <span class="muted">${C(r.length)}</span></h3>
    <ul class="people-list">${r.map(l=>t`<${I} key=${l.id} app=${i} seat=${l} away=${n} />`)}</ul>`}function I({app:i,seat:o,away:r}){let{session:n,actions:l}=i,[s,p]=b(!1),a=o.id===n.me.value,$=n.role.value==="facilitator"&&!a,[d,m]=b(!1),f=B(i),w=[o.association,o.role_title,o.country&&(h().find(([u])=>u===o.country)?.[1]??o.country)].filter(Boolean);return t`<li class="person" tabindex="-1" data-seat=${o.id} data-away=${r?"":void 0}>
    <span class="avatar" aria-hidden="true">${[...o.name||"?"][0]}</span>
    <div class="person-body">
      <p class="person-name"><bdi>${o.name}</bdi>${a&&t` <span class="muted">${e("people.me")}</span>`}
        ${o.hand&&t` <span class="sign-word"><${k} name="hand" />${e("hand.up")}</span>`}${f&&o.done_for===f&&t` <span class="sign-word"><${k} name="circle-check" />${e("done.word")}</span>`}</p>
      ${w.length>0&&t`<p class="muted"><bdi>${w.join(" · ")}</bdi></p>`}
      ${$&&!o.blocked?t`<label><span class="visually-hidden">${e("people.role_of",{name:o.name})}</span>
            <select class="select select-small" value=${o.role} onChange=${u=>l.setSeat(o.id,{role:u.currentTarget.value})}>
              ${["viewer","participant","facilitator"].map(u=>t`<option key=${u} value=${u}>${v(u)}</option>`)}
            </select></label>`:t`<p class="role">${v(o.role)}</p>`}
      ${o.interpreter&&!($&&d)&&t`<p class="role"><span class="sign-word"><${k} name="languages" />${e("interpreter.word")}</span></p>`}
      ${$&&d&&o.role==="participant"&&t`<label class="check"><input type="checkbox" checked=${o.interpreter} onChange=${u=>l.setInterpreter(o.id,u.currentTarget.checked)} /><span>${e("interpreter.may",{name:o.name})}</span></label>`}
      ${$&&(d||o.blocked)&&t`<div class="person-actions"><${A} app=${i} seat=${o} /><${D} app=${i} seat=${o} /></div>`}
      ${a&&!s&&t`<div class="person-actions"><${c} text label=${e("mine.title")} onClick=${()=>i.ui.dialog.value={name:"mine"}} /></div>`}
      ${a&&s&&t`<${T} app=${i} seat=${o} onClose=${()=>p(!1)} />`}
    </div>
    ${$&&t`<${c} icon="ellipsis" label=${e("people.tools",{name:o.name})} aria-expanded=${String(d)} onClick=${()=>m(!d)} />`}
    ${a&&!s&&t`<${c} icon="pencil" label=${e("people.edit_me")} onClick=${()=>p(!0)} />`}
  </li>`}function T({app:i,seat:o,onClose:r}){return t`<form class="stack" onSubmit=${l=>{l.preventDefault();let s=new FormData(l.currentTarget),p={};for(let a of["name","association","country","role_title","language"])p[a]=String(s.get(a)??"").replace(/\s+/g," ").trim();p.name&&(i.actions.setSeat(o.id,p),i.session.announce.value=e("people.kept"),r())}} onKeyDown=${l=>l.key==="Escape"&&(l.stopPropagation(),r())}>
    <label><span class="label">${e("people.name")}</span><input class="field" name="name" required maxlength="60" dir="auto" autocomplete="name" defaultValue=${o.name} autofocus /></label>
    <label><span class="label">${e("people.association")}</span><input class="field" name="association" maxlength="60" dir="auto" list="associations" autocomplete="organization" defaultValue=${o.association} /></label>
    <datalist id="associations">${i.live.associations.value.map(l=>t`<option key=${l} value=${l} />`)}</datalist>
    <label><span class="label">${e("people.role_title")}</span><input class="field" name="role_title" maxlength="60" dir="auto" autocomplete="organization-title" defaultValue=${o.role_title} /></label>
    <label><span class="label">${e("people.country")}</span><${E} name="country" value=${o.country} options=${h()} /></label>
    <label><span class="label">${e("people.language")}</span><${E} name="language" value=${o.language} options=${S(o.language)} /></label>
    <div class="row-end"><${c} text label=${e("action.cancel")} onClick=${r} /><button type="submit" class="button button-primary">${e("action.keep")}</button></div>
  </form>`}function E({name:i,value:o,options:r}){return t`<select class="select select-small" name=${i}>
    <option value="" selected=${!o}>${e("people.none")}</option>
    ${r.map(([n,l])=>t`<option key=${n} value=${n} selected=${n===o}>${l}</option>`)}
  </select>`}export{Ye as a};
