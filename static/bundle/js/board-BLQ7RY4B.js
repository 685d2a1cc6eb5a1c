/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as w}from"./board-ML3NNHGA.js";import{H as T,a as h,d as S,ra as y}from"./board-KYIRGFZR.js";import{b as e,k as i,o,t as n}from"./board-MDZKHNOU.js";var f=50,v=500;function j({app:m,text:l="",onClose:s}){let{session:a,live:x,page:c,actions:C}=m,[d,O]=e(l),[b,_]=e(a.kind.peek()),[k,B]=e(m.layer.peek()?.themeAtCentre()||x.themes()[0]?.id),r=N(d),$=r.filter(t=>n(t)>c.limits.text),p=r.filter(t=>n(t)<=c.limits.text).slice(0,v),K=()=>{if(!p.length)return;let t=C.addNotes(p.map(u=>({kind:b,theme:k,text:u})));a.selection.value=new Set(t),a.announce.value=o("announce.added",{count:p.length}),s()};return i`<${w} title=${o("paste.title")} onClose=${s} wide>
    <div class="stack">
      <label><span class="label">${o("paste.lines")}</span>
        <textarea class="field" rows="6" dir=${d?"auto":void 0} value=${d} onInput=${t=>O(t.currentTarget.value)}></textarea></label>
      <div class="choice-row">
        <${T} label=${o("note.kind")} words value=${b} onChange=${_} />
        <label class="inline-field"><span class="label">${o("note.theme")}</span>
          <select class="select select-small" value=${k} onChange=${t=>B(t.currentTarget.value)}>
            ${x.themes().map(t=>i`<option key=${t.id} value=${t.id}>${t.title}</option>`)}
          </select></label>
      </div>
      <p role="status"><strong>${o("paste.count",{count:p.length})}</strong>
        ${$.length>0&&i` <span class="error">${o("paste.too_long",{count:$.length})}</span>`}
        ${r.length-$.length>v&&i` <span class="error">${o("paste.most",{count:v})}</span>`}</p>
      ${r.length>0&&i`<ol class="preview" tabindex="0" aria-label=${o("paste.preview")}>
        ${r.slice(0,f).map((t,u)=>{let g=n(t)-c.limits.text;return i`<li key=${u} data-long=${g>0?"":void 0}><bdi>${t.slice(0,200)}${t.length>200&&"…"}</bdi> ${g>0&&i`<span class="error">${o("add.too_long",{count:g})}</span>`}</li>`})}
        ${r.length>f&&i`<li class="muted">${o("paste.and_more",{count:r.length-f})}</li>`}
      </ol>`}
      <div class="row-end"><${h} text label=${o("action.cancel")} onClick=${s} />
        <${h} kind="primary" text label=${o("paste.add",{count:p.length,n:S(p.length)})} off=${!p.length} onClick=${K} /></div>
    </div>
  <//>`}function N(m){return y(m).split(`
`).map(l=>l.replace(/^\s*(?:[-*•–]\s+)?/,"").trim()).filter(Boolean)}export{j as Paste,N as linesOf};
