/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as f}from"./board-GIGMYVVX.js";import{a as u}from"./board-7BTOGHSW.js";import{a as s,c as n}from"./board-7ENYGGNN.js";import{c,k as p,o as m}from"./board-HC26R27S.js";function Do({app:o}){let{ui:r,actions:l}=o,[t]=r.refused.value,e=()=>r.refused.value=r.refused.value.slice(1),d=t&&v(t);if(c(()=>{d&&(o.session.toast.value={text:n(t.reason,t)},e())},[t]),!t||d)return null;let i=t.text||"",$=()=>{let a=o.store.get("note",t.record?.[1]??""),k=a?.theme||o.layer.peek()?.themeAtCentre()||o.store.themes()[0]?.id;l.addNote({kind:a?.kind||o.session.kind.peek(),theme:k,text:i}),e()};return p`<${u} key=${t.change_id} title=${m("refused.title")} onClose=${e}>
    <div class="stack">
      <p>${n(t.reason,t)}</p>
      ${i&&p`<p class="label" id="given-back">${m("refused.words")}</p><p class="given-back" dir="auto" tabindex="0" role="group" aria-labelledby="given-back">${i}</p>`}
      <div class="row-end">
        ${i&&p`<${f} app=${o} text=${i} label=${m("refused.copy")} />`}
        ${i&&l.may("add")&&p`<${s} icon="plus" text label=${m("refused.add")} onClick=${$} />`}
        <${s} kind="primary" text label=${m("action.understood")} onClick=${e} />
      </div>
    </div>
  <//>`}function v({steps:o}){return!!o?.length&&(o??[]).every(r=>r[1]==="vote"||r[1]==="reaction")}export{Do as a};
