/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as f,ka as j,ma as A,r as O,s as c,w as R}from"./board-OK73VCRR.js";import{C as E,E as L,F as C,G as T,H as I,I as S,b as d,ba as D,e as K,k as a,l as N,ma as F,o as r,t as _}from"./board-XMP4NRM4.js";var B=3e3;function Wi({app:l,note:i}){let{actions:e,live:n,session:s}=l;s.role.value,n.board(),n.get("seat",s.me.value);let u=n.about(i.id).translationsOf(i.id),b=!i.private&&!i.hidden&&e.may("translate",i),g=e.may("edit",i),[x,m]=d(!1),[h,$]=d(""),y=K(null);if(!b&&!g&&!u.length)return null;let k=()=>y.current?.focus(),p=()=>{m(!1),$(""),k()},v=(o,w,t)=>{e.translate(i.id,o,w,{source:t}),s.announce.value=r("translation.kept",{language:c(o)}),p()};return a`<section class="talk-part tongues" aria-label=${r("translation.title")} tabindex="-1" ref=${y}>
    <h4 class="kind-head">${r("translation.title")} ${u.length>0&&a`<span class="muted">${new Intl.NumberFormat(N.value).format(u.length)}</span>`}</h4>
    ${g?a`<${W} app=${l} note=${i} />`:a`<p class="muted">${r("translation.original_in",{language:c(C(i))||r("note.language_unknown")})}</p>`}
    ${u.length>0&&a`<ul class="translation-list">${u.map(o=>h===o.id?a`<li key=${o.id}><${M} app=${l} note=${i} there=${o} onKeep=${v} onCancel=${p} /></li>`:a`<li key=${o.id}>
        <p class="translation-head"><strong>${c(o.language)}</strong> <span class="muted">${o.machine&&a`<${F} name="sparkles" />`}${R(o,i)}</span></p>
        <p class="translation-text" dir="auto" lang=${o.language}>${o.text}</p>
        ${b&&a`<div class="button-row"><${f} icon="pencil" label=${r("translation.edit",{language:c(o.language)})} onClick=${()=>$(o.id)} />
          ${I(o,i)&&a`<${f} icon="check" text label=${r("translation.confirm")} onClick=${()=>(e.confirmTranslation(o.id),k())} />`}
          <${f} icon="trash-2" label=${r("translation.remove",{language:c(o.language)})} onClick=${()=>(e.removeTranslation(o.id),k())} /></div>`}</li>`)}</ul>`}
    ${b&&!x&&!h&&i.text&&a`<${f} icon="languages" text label=${r("translation.add")} onClick=${()=>m(!0)} />`}
    ${x&&a`<${M} app=${l} note=${i} onKeep=${v} onCancel=${p} />`}
  </section>`}function W({app:l,note:i}){let e=c(E(i.text??""));return a`<label class="inline-field"><span class="label">${r("note.language")}</span>
    <select class="select select-small" value=${i.language||""} onChange=${n=>l.actions.setNote(i.id,{language:n.currentTarget.value})}>
      <option value="">${e?r("note.language_guessed",{language:e}):r("note.language_unknown")}</option>
      ${O(i.language).map(([n,s])=>a`<option key=${n} value=${n}>${s}</option>`)}
    </select></label>`}function M({app:l,note:i,there:e,onKeep:n,onCancel:s}){let u=l.store.translationsOf(i.id),b=C(i),g=O().filter(([t])=>!T(b,t)&&!S(u,t)),x=D().language,[m,h]=d(e?.language??g.find(([t])=>T(t,x))?.[0]??g[0]?.[0]??""),[$,y]=d(e?.text??""),[k]=d(()=>L(i.text)),p=`translate-${i.id}`,v=$.trim()&&m,o=t=>{t.preventDefault(),v&&n(m,$.trim(),k)},w=t=>{t.stopPropagation(),t.key==="Escape"?s():t.key==="Enter"&&(t.ctrlKey||t.metaKey)&&o(t)};return a`<form class="stack" onSubmit=${o}>
    ${!e&&a`<label class="inline-field"><span class="label">${r("translation.into")}</span>
      <select class="select select-small" value=${m} onChange=${t=>h(t.currentTarget.value)}>${g.map(([t,P])=>a`<option key=${t} value=${t}>${P}</option>`)}</select></label>`}
    <label class="label" for=${p}>${r("translation.text_in",{language:c(m)})}</label>
    <textarea id=${p} class="field" rows="3" dir="auto" lang=${m} autofocus value=${$} aria-describedby=${`${p}-count`}
      ref=${t=>t&&!t.dataset.met&&(t.dataset.met="",t.focus())}
      onInput=${t=>y(t.currentTarget.value=[...j(t.currentTarget.value)].slice(0,B).join(""))} onKeyDown=${w}></textarea>
    <${A} id=${`${p}-count`} length=${_($)} limit=${B} />
    <div class="row-end"><${f} text label=${r("action.cancel")} onClick=${s} /><button type="submit" class="button button-primary" aria-disabled=${v?void 0:"true"}>${r("action.keep")}</button></div>
  </form>`}export{B as a,Wi as b,W as c};
