/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{U,a as u,d as C,i as F,o as v,p as b,u as R}from"./board-7ENYGGNN.js";import{Aa as D,b as N,ca as B,k as n,o as i,ra as I,sa as $,ta as O,ua as E,va as K,wa as q}from"./board-HC26R27S.js";var V=Array.from({length:17},(o,t)=>t+1);function W({value:o,off:t,onChange:e}){let l=m=>e(o.includes(m)?o.filter(c=>c!==m):[...o,m].sort((c,s)=>c-s));return n`<div class="sdg-grid" role="group" aria-label=${i("note.sdgs")}>
    ${V.map(m=>n`<button type="button" key=${m} class="sdg" data-sdg=${m} aria-pressed=${String(o.includes(m))}
        aria-disabled=${t?"true":void 0} onClick=${t?void 0:()=>l(m)}>
        <span class="sdg-number">${C(m)}</span><span class="sdg-name">${i(`sdg.${m}`)}</span>
      </button>`)}
  </div>`}function et({sdgs:o}){return o?.length?n`<span class="sdg-marks">
    ${o.map(t=>n`<span key=${t} class="sdg-mark" data-sdg=${t} title=${i(`sdg.${t}`)}
      ><span class="visually-hidden">${i("note.sdg",{number:t,name:i(`sdg.${t}`)})}</span><span aria-hidden="true">${C(t)}</span></span>`)}
  </span>`:null}function j({app:o,notes:t}){let{session:e,actions:l,ui:m}=o;if(e.role.value!=="facilitator")return null;let c=t.map(f=>f.id),s=t.every(f=>f.locked),[p]=t,g=()=>{l.lockNotes(c,!s),e.announce.value=i(s?"lock.unlocked":"lock.locked",{count:c.length})};return n`<${u} icon=${s?"unlock":"lock"} text label=${i(s?"lock.unlock":"lock.lock")} onClick=${g} />
    ${t.length===1&&!p.private&&!p.hidden&&n`<${u} icon="eye-off" text label=${i("hide.open")} onClick=${()=>m.dialog.value={name:"hide",id:p.id}} />`}
    ${t.length===1&&p.hidden&&n`<${u} icon="eye" text label=${i("moderation.unhide")} onClick=${()=>l.unhideNote(p.id)} />`}`}function S(o,t){return $(o,"move",t)&&t.every(e=>!e.private&&!e.hidden&&o.actions.may("group",e.cluster?o.store.get("cluster",e.cluster):void 0))}function G(o,t){return t.length>1&&t.every(e=>e.kind===t[0].kind&&!e.private&&!e.hidden&&o.actions.may("merge",e))}function dt(o,t){let e=t.map(s=>s.id);if(!S(o,t))return[];let l=t[0].cluster&&o.store.get("cluster",t[0].cluster),m=l&&t.every(s=>s.cluster===l.id),c=o.store.all("cluster").length>0;return[{icon:"group",label:i("canvas.group"),run:()=>o.layer.peek()?.group(e)},c&&{icon:"folder-input",label:i("cluster.put"),run:()=>o.ui.dialog.value={name:"group",ids:e}},t.some(s=>s.cluster)&&{icon:"ungroup",label:i("cluster.take_out"),run:()=>v(o,e)},m&&e.length<o.store.notesIn(l.id).length&&{icon:"split",label:i("cluster.split",{count:e.length}),run:()=>o.ui.dialog.value={name:"split",id:l.id,ids:e}},G(o,t)&&{icon:"merge",label:i("merge.do"),run:()=>b(o,e)}]}function $t(o,t){let e=t&&R(o,t);return e?.turns?[{icon:"languages",label:i(e.translation?"translation.show_original":"translation.show"),run:()=>B(t.id)}]:[]}function gt(o,t){if(!t||t.private||t.hidden||!o.actions.may("answer",t))return[];let e=t.kind==="challenge";return[e&&o.actions.may("add",{kind:"solution",theme:t.theme})&&{icon:"lightbulb",label:i("answer.write"),run:()=>X(o,t.id)},{icon:"link-2",label:i(e?"action.link_solution":"action.link_challenge"),run:()=>o.ui.dialog.value={name:"link",id:t.id}}]}function X(o,t){let e=o.actions.answerWith(t),l=o.layer.peek();!e||!l||(l.settle([e]),o.session.selection.value=new Set([e]),o.session.announce.value=i("answer.written"),l.edit(e))}function ft(o,t){if(o.session.role.value!=="facilitator"||!t.length)return[];let e=t.every(m=>m.locked),[l]=t;return[{icon:e?"lock-open":"lock",label:i(e?"action.unlock":"action.lock"),run:()=>o.actions.lockNotes(t.map(m=>m.id),!e)},t.length===1&&!l.private&&!l.hidden&&{icon:"eye-off",label:i("hide.open"),run:()=>o.ui.dialog.value={name:"hide",id:l.id}},t.length===1&&l.hidden&&{icon:"eye",label:i("moderation.unhide"),run:()=>o.actions.unhideNote(l.id)}]}function Be({app:o,ids:t,select:e,goals:l}){let{session:m,actions:c,live:s,ui:p}=o,[g,f]=N(!!l),a=I(o,t);if(!a.length)return null;let h=$(o,"edit",a),_=$(o,"move",a),z=$(o,"remove",a),T=S(o,a),H=y(a.map(r=>r.kind)),A=y(a.map(r=>r.status)),M=t.every(r=>m.selection.value.has(r)),x=Y(a.map(r=>r.sdgs)),J=()=>{let r=new Set(m.selection.value);for(let k of t)M?r.delete(k):r.add(k);m.selection.value=r},L=r=>{let k=r.filter(d=>!x.includes(d)),P=x.filter(d=>!r.includes(d));o.sync.beginGesture();for(let d of a)c.setNote(d.id,{sdgs:[...new Set([...d.sdgs,...k])].filter(w=>!P.includes(w)).sort((w,Q)=>w-Q)});o.sync.endGesture()};return n`<div class="note-controls">
    ${h&&n`<${U} label=${i("note.kind")} words value=${H} onChange=${r=>q(o,t,r)} />`}
    ${_&&n`<label class="inline-field"><span class="label">${i("note.theme")}</span>
      <select class="select select-small" value=${y(a.map(r=>r.theme))||""} onChange=${r=>r.currentTarget.value&&K(o,t,r.currentTarget.value)}>
        ${!y(a.map(r=>r.theme))&&n`<option value="">${i("note.themes_differ")}</option>`}
        ${s.themes().map(r=>n`<option key=${r.id} value=${r.id}>${r.title}</option>`)}
      </select></label>`}
    ${h&&n`<label class="inline-field"><span class="label">${i("note.status")}</span>
      <select class="select select-small" value=${A||""} onChange=${r=>r.currentTarget.value&&D(o,t,r.currentTarget.value)}>
        ${!A&&n`<option value="">${i("note.status_differs")}</option>`}
        ${F.map(r=>n`<option key=${r} value=${r}>${i(`status.${r}`)}</option>`)}
      </select></label>`}
    <div class="button-row">
      ${T&&n`<${u} icon="group" label=${i("cluster.put")} text onClick=${()=>p.dialog.value={name:"group",ids:t}} />`}
      ${T&&a.some(r=>r.cluster)&&n`<${u} icon="ungroup" label=${i("cluster.take_out")} text onClick=${()=>v(o,t)} />`}
      ${G(o,a)&&n`<${u} icon="merge" label=${i("merge.do")} text onClick=${()=>b(o,t)} />`}
      ${h&&!l&&n`<${u} icon="tag" label=${i("note.sdgs")} text aria-expanded=${String(g)} onClick=${()=>f(!g)} />`}
      ${e&&n`<${u} icon="square-check" label=${i("note.select")} text pressed=${M} onClick=${J} />`}
      ${c.may("add")&&n`<${u} icon="copy" label=${i("action.duplicate")} text onClick=${()=>E(o,t)} />`}
      ${_&&n`<${u} icon="bring-to-front" label=${i("action.front")} text onClick=${()=>c.bringToFront(t)} />`}
      <${j} app=${o} notes=${a} />
      ${z&&n`<${u} icon="trash-2" kind="danger" label=${i("action.delete")} text onClick=${()=>O(o,t)} />`}
    </div>
    ${h&&g&&n`<${W} value=${x} onChange=${L} />`}
    ${!h&&c.may("add")&&n`<p class="hint">${i("note.own_only")}</p>`}
  </div>`}function y(o){return o.every(t=>t===o[0])?o[0]:""}function Y(o){return(o[0]||[]).filter(t=>o.every(e=>e?.includes(t)))}export{S as a,G as b,dt as c,$t as d,gt as e,ft as f,V as g,et as h,Be as i};
