/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as f,d as R,ka as A,ma as B,r as O,s as c,w as j}from"./board-7ENYGGNN.js";import{C as E,E as L,F as T,G as w,H as N,I as S,b as d,ba as D,e as K,k as a,ma as I,o as r,t as _}from"./board-HC26R27S.js";var F=3e3;function qi({app:l,note:i}){let{actions:e,live:n,session:s}=l;s.role.value,n.board(),n.get("seat",s.me.value);let u=n.about(i.id).translationsOf(i.id),b=!i.private&&!i.hidden&&e.may("translate",i),g=e.may("edit",i),[h,m]=d(!1),[v,$]=d(""),y=K(null);if(!b&&!g&&!u.length)return null;let k=()=>y.current?.focus(),p=()=>{m(!1),$(""),k()},x=(o,C,t)=>{e.translate(i.id,o,C,{source:t}),s.announce.value=r("translation.kept",{language:c(o)}),p()};return a`<section class="talk-part tongues" aria-label=${r("translation.title")} tabindex="-1" ref=${y}>
    <h4 class="kind-head">${r("translation.title")} ${u.length>0&&a`<span class="muted">${R(u.length)}</span>`}</h4>
    ${g?a`<${W} app=${l} note=${i} />`:a`<p class="muted">${r("translation.original_in",{language:c(T(i))||r("note.language_unknown")})}</p>`}
    ${u.length>0&&a`<ul class="translation-list">${u.map(o=>v===o.id?a`<li key=${o.id}><${M} app=${l} note=${i} there=${o} onKeep=${x} onCancel=${p} /></li>`:a`<li key=${o.id}>
        <p class="translation-head"><strong>${c(o.language)}</strong> <span class="muted">${o.machine&&a`<${I} name="sparkles" />`}${j(o,i)}</span></p>
        <p class="translation-text" dir="auto" lang=${o.language}>${o.text}</p>
        ${b&&a`<div class="button-row"><${f} icon="pencil" label=${r("translation.edit",{language:c(o.language)})} onClick=${()=>$(o.id)} />
          ${N(o,i)&&a`<${f} icon="check" text label=${r("translation.confirm")} onClick=${()=>(e.confirmTranslation(o.id),k())} />`}
          <${f} icon="trash-2" label=${r("translation.remove",{language:c(o.language)})} onClick=${()=>(e.removeTranslation(o.id),k())} /></div>`}</li>`)}</ul>`}
    ${b&&!h&&!v&&i.text&&a`<${f} icon="languages" text label=${r("translation.add")} onClick=${()=>m(!0)} />`}
    ${h&&a`<${M} app=${l} note=${i} onKeep=${x} onCancel=${p} />`}
  </section>`}function W({app:l,note:i}){let e=c(E(i.text??""));return a`<label class="inline-field"><span class="label">${r("note.language")}</span>
    <select class="select select-small" value=${i.language||""} onChange=${n=>l.actions.setNote(i.id,{language:n.currentTarget.value})}>
      <option value="">${e?r("note.language_guessed",{language:e}):r("note.language_unknown")}</option>
      ${O(i.language).map(([n,s])=>a`<option key=${n} value=${n}>${s}</option>`)}
    </select></label>`}function M({app:l,note:i,there:e,onKeep:n,onCancel:s}){let u=l.store.translationsOf(i.id),b=T(i),g=O().filter(([t])=>!w(b,t)&&!S(u,t)),h=D().language,[m,v]=d(e?.language??g.find(([t])=>w(t,h))?.[0]??g[0]?.[0]??""),[$,y]=d(e?.text??""),[k]=d(()=>L(i.text)),p=`translate-${i.id}`,x=$.trim()&&m,o=t=>{t.preventDefault(),x&&n(m,$.trim(),k)},C=t=>{t.stopPropagation(),t.key==="Escape"?s():t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&o(t)};return a`<form class="stack" onSubmit=${o}>
    ${!e&&a`<label class="inline-field"><span class="label">${r("translation.into")}</span>
      <select class="select select-small" value=${m} onChange=${t=>v(t.currentTarget.value)}>${g.map(([t,P])=>a`<option key=${t} value=${t}>${P}</option>`)}</select></label>`}
    <label class="label" for=${p}>${r("translation.text_in",{language:c(m)})}</label>
    <textarea id=${p} class="field" rows="3" dir="auto" lang=${m} autofocus value=${$} aria-describedby=${`${p}-count`}
      ref=${t=>t&&!t.dataset.met&&(t.dataset.met="",t.focus())}
      onInput=${t=>y(t.currentTarget.value=[...A(t.currentTarget.value)].slice(0,F).join(""))} onKeyDown=${C}></textarea>
    <${B} id=${`${p}-count`} length=${_($)} limit=${F} />
    <div class="row-end"><${f} text label=${r("action.cancel")} onClick=${s} /><button type="submit" class="button button-primary" aria-disabled=${x?void 0:"true"}>${r("action.keep")}</button></div>
  </form>`}export{F as a,qi as b,W as c};
