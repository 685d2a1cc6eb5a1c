/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as $}from"./board-ML3NNHGA.js";import{a as u,k as h}from"./board-KYIRGFZR.js";import{b as i,k as p,o as t}from"./board-MDZKHNOU.js";var v=["person","tone","subject","double","other"],x=200;function D({app:m,id:a,text:b,hide:s,onClose:e}){let[r,f]=i("person"),[l,g]=i(""),[d,c]=i(""),w=b??m.store.get("note",a)?.text??"",y=o=>{o.preventDefault();let n=r==="other"?l.replace(/\s+/g," ").trim():t(`hide.${r}`);if(!n)return c(t("hide.say_why"));if(e(),s)return s(n);m.actions.hideNote(a,n),m.session.announce.value=t("hide.done")};return p`<${$} title=${t("hide.title")} onClose=${e}>
    <form class="stack" onSubmit=${y}>
      <p class="given-back" dir="auto" tabindex="0" role="group" aria-label=${t("note.text_label")}>${h(w,400)}</p>
      <p>${t("hide.what")}</p>
      <fieldset class="rights"><legend class="label">${t("hide.why")}</legend>
        ${v.map(o=>p`<label key=${o} class="check"><input type="radio" name="why" checked=${r===o} onChange=${()=>f(o)} /><span>${t(`hide.${o}`)}</span></label>`)}
      </fieldset>
      ${r==="other"&&p`<label><span class="label">${t("hide.own_words")}</span>
        <input class="field" dir="auto" maxlength=${x} value=${l} aria-invalid=${d?"true":void 0} aria-describedby="hide-wrong" onInput=${o=>(g(o.currentTarget.value),c(""))} /></label>
        <p id="hide-wrong" class="field-error" role="alert">${d}</p>`}
      <div class="row-end"><${u} text label=${t("action.cancel")} onClick=${e} /><button type="submit" class="button button-primary">${t("hide.hide")}</button></div>
    </form>
  <//>`}export{D as Hide};
