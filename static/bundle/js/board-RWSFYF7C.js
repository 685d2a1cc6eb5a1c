/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as z}from"./board-XTMSBSQF.js";import{b as P}from"./board-ML3NNHGA.js";import{a as $,c as R,d as v}from"./board-KYIRGFZR.js";import{Ga as A,Ia as N,b as x,c as B,e as C,k as n,o as e,ta as G,ua as T}from"./board-MDZKHNOU.js";function I({app:r,group:t,many:p,onChange:c,onReject:f}){let{live:d}=r,m=t.notes.map(s=>d.get("note",s)).filter(Boolean),a=m.filter(s=>!t.out.has(s.id)).length,g=d.get("theme",t.theme),i=t.title||e("suggest.group_n",{number:v(t.key+1)}),u=`suggest-${t.key}`,h=s=>{let k=new Set(t.out);k.delete(s)||k.add(s),c({out:k})};return n`<li class="suggest-group" data-accepted=${t.accepted?"":void 0} data-color=${g?.color}>
    <div class="suggest-title">
      <label class="check"><input type="checkbox" checked=${t.accepted} onChange=${()=>c({accepted:!t.accepted})} /><span class="visually-hidden">${e("suggest.accept",{title:i})}</span></label>
      <label class="suggest-name"><span class="visually-hidden">${e("suggest.working_title")}</span>
        <input class="field" dir="auto" maxlength="80" value=${t.title} placeholder=${e("cluster.untitled")} onInput=${s=>c({title:s.currentTarget.value})} /></label>
      <${$} icon="x" label=${e("suggest.reject",{title:i})} onClick=${f} />
    </div>
    <p class="suggest-facts">
      ${p&&g&&n`<span class="theme-word"><${T} name=${g.sign} /><bdi>${g.title}</bdi></span>`}
      <span>${e("suggest.kept",{count:m.length,kept:v(a)})}</span>
      ${t.words.length>0&&n`<span>${e("suggest.words")} ${t.words.map(s=>n`<bdi key=${s} class="word">${s}</bdi> `)}</span>`}
    </p>
    ${t.duplicates&&t.kindsAgree&&n`<fieldset class="suggest-how"><legend>${e("suggest.duplicates")}</legend>
      ${["merge","group"].map(s=>n`<label class="check" key=${s}><input type="radio" name=${u} checked=${t.way===s} onChange=${()=>c({way:s})} /><span>${e(`suggest.way_${s}`)}</span></label>`)}
    </fieldset>`}
    <ul class="pick-list" aria-label=${e("suggest.notes_of",{title:i})}>${m.map(s=>n`<li key=${s.id}><${z} app=${r} note=${s} checked=${!t.out.has(s.id)} onToggle=${()=>h(s.id)} /></li>`)}</ul>
    ${a<2&&n`<p class="field-error">${e("suggest.too_few")}</p>`}
  </li>`}function E(r,t){return[...t].sort((p,c)=>+!!c.duplicates-+!!p.duplicates).map((p,c)=>{let d=new Set(p.notes.map(a=>r.store.get("note",a)?.kind)).size===1,m=!!p.duplicates;return{key:c,theme:p.theme,notes:p.notes,out:new Set,title:p.title??"",words:p.words??[],duplicates:m,kindsAgree:d,way:m&&d?"merge":"group",accepted:!1,rejected:!1}})}function L(r,t){let{actions:p,store:c,sync:f}=r,d=i=>i.notes.filter(u=>!i.out.has(u)&&J(c.get("note",u),i.theme)),m=t.map(i=>({...i,notes:d(i)})).filter(i=>i.notes.length>1),a=m.filter(i=>i.way==="group"),g=m.filter(i=>i.way==="merge");f.beginGesture(),a.length&&p.acceptSuggestions(a.map(({theme:i,title:u,notes:h})=>({theme:i,title:u.replace(/\s+/g," ").trim(),notes:h})));for(let{notes:i}of g){let[u,...h]=[...i].sort((s,k)=>D(c,s)<D(c,k)?-1:1);p.mergeNotes(u,h)}return f.endGesture(),{clusters:a.length,merged:g.length}}function J(r,t){return r?.theme===t&&!r.cluster&&!r.merged_into}function D(r,t){return r.get("note",t)?.created_at||"~"}function lt({app:r,theme:t,onClose:p}){let{page:c,session:f,live:d}=r,[m,a]=x(null),[g,i]=x(""),[u,h]=x(0),s=C(null);B(()=>{let o=!1;return a(null),i(""),N(c.board,"/suggestions",{method:"POST",body:t?{theme:t}:{}}).then(({suggestions:l})=>{if(o)return;let w=E(r,l);a(w),f.announce.value=w.length?e("suggest.found",{count:w.length}):e("suggest.none")},l=>!o&&i(l.reason||"unavailable")),()=>{o=!0}},[u]);let k=t?e("suggest.title_theme",{title:d.get("theme",t)?.title??""}):e("suggest.title"),O=m===null&&!g,b=(m??[]).filter(o=>!o.rejected),y=b.filter(o=>o.accepted&&o.notes.length-o.out.size>1),_=(m??[]).length-b.length,j=(o,l)=>a(w=>(w??[]).map(S=>S.key===o?{...S,...l}:S)),q=()=>a(o=>(o??[]).map(l=>l.rejected?l:{...l,accepted:!0})),F=()=>{let{clusters:o,merged:l}=L(r,y);p(),o+l!==0&&A(r,e("suggest.applied",{count:o+l}))},H=o=>{j(o,{rejected:!0}),s.current?.focus()};return n`<${P} title=${k} onClose=${p} wide>
    <div class="suggest">
      <p class="hint">${e("suggest.how")}</p>
      ${O&&n`<p class="suggest-wait" role="status"><${G} name="loader" />${e("suggest.wait")}</p>`}
      ${g&&n`<p class="error" role="alert">${R(g)}</p><${$} icon="refresh-cw" text label=${e("suggest.again")} onClick=${()=>h(u+1)} />`}
      ${m&&!m.length&&n`<p class="empty">${e("suggest.none")}</p>`}
      ${m&&m.length>0&&n`<div class="suggest-head">
          <p ref=${s} tabindex="-1" class="suggest-count">${e("suggest.state",{count:b.length,accepted:v(y.length)})}</p>
          <${$} icon="list-checks" text label=${e("suggest.accept_all")} off=${b.every(o=>o.accepted)} onClick=${q} />
          ${_>0&&n`<${$} icon="rotate-ccw" text label=${e("suggest.back",{count:_})} onClick=${()=>a(o=>(o??[]).map(l=>({...l,rejected:!1})))} />`}
        </div>
        <ol class="suggest-list">${b.map(o=>n`<${I} key=${o.key} app=${r} group=${o} many=${!t} onChange=${l=>j(o.key,l)} onReject=${()=>H(o.key)} />`)}</ol>
        <div class="row-end suggest-foot">
          <${$} text label=${e("action.cancel")} onClick=${p} />
          <${$} kind="primary" text label=${y.length?e("suggest.apply",{count:y.length}):e("suggest.apply_none")} off=${!y.length} onClick=${F} />
        </div>`}
    </div>
  <//>`}export{lt as Suggest};
