/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-7W72SGI5.js";import{a as y}from"./board-7BTOGHSW.js";import"./board-OJP4XE6P.js";import{U as S,a as h,d as w,ka as T}from"./board-7ENYGGNN.js";import{b as m,k as i,o,t as n}from"./board-HC26R27S.js";var f=50,v=500;function Ko({app:p,text:l="",onClose:s}){let{session:a,live:b,page:c,actions:C}=p,[d,O]=m(l),[x,_]=m(a.kind.peek()),[k,B]=m(p.layer.peek()?.themeAtCentre()||b.themes()[0]?.id),r=N(d),$=r.filter(t=>n(t)>c.limits.text),e=r.filter(t=>n(t)<=c.limits.text).slice(0,v),K=()=>{if(!e.length)return;let t=C.addNotes(e.map(u=>({kind:x,theme:k,text:u})));a.selection.value=new Set(t),a.announce.value=o("announce.added",{count:e.length}),s()};return i`<${y} title=${o("paste.title")} onClose=${s} wide>
    <div class="stack">
      <label><span class="label">${o("paste.lines")}</span>
        <textarea class="field" rows="6" dir=${d?"auto":void 0} value=${d} onInput=${t=>O(t.currentTarget.value)}></textarea></label>
      <div class="choice-row">
        <${S} label=${o("note.kind")} words value=${x} onChange=${_} />
        <label class="inline-field"><span class="label">${o("note.theme")}</span>
          <select class="select select-small" value=${k} onChange=${t=>B(t.currentTarget.value)}>
            ${b.themes().map(t=>i`<option key=${t.id} value=${t.id}>${t.title}</option>`)}
          </select></label>
      </div>
      <p role="status"><strong>${o("paste.count",{count:e.length})}</strong>
        ${$.length>0&&i` <span class="error">${o("paste.too_long",{count:$.length})}</span>`}
        ${r.length-$.length>v&&i` <span class="error">${o("paste.most",{count:v})}</span>`}</p>
      ${r.length>0&&i`<ol class="preview" tabindex="0" aria-label=${o("paste.preview")}>
        ${r.slice(0,f).map((t,u)=>{let g=n(t)-c.limits.text;return i`<li key=${u} data-long=${g>0?"":void 0}><bdi>${t.slice(0,200)}${t.length>200&&"…"}</bdi> ${g>0&&i`<span class="error">${o("add.too_long",{count:g})}</span>`}</li>`})}
        ${r.length>f&&i`<li class="muted">${o("paste.and_more",{count:r.length-f})}</li>`}
      </ol>`}
      <div class="row-end"><${h} text label=${o("action.cancel")} onClick=${s} />
        <${h} kind="primary" text label=${o("paste.add",{count:e.length,n:w(e.length)})} off=${!e.length} onClick=${K} /></div>
    </div>
  <//>`}function N(p){return T(p).split(`
`).map(l=>l.replace(/^\s*(?:[-*•–]\s+)?/,"").trim()).filter(Boolean)}export{Ko as Paste,N as linesOf};
