/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as z}from"./board-KCU7H52V.js";import"./board-7W72SGI5.js";import{a as R}from"./board-7BTOGHSW.js";import"./board-OJP4XE6P.js";import{a as $,c as P,d as v}from"./board-7ENYGGNN.js";import{Ba as A,Da as N,b as x,c as B,e as C,k as p,ma as G,o as e,pa as T}from"./board-HC26R27S.js";function I({app:r,group:t,many:n,onChange:c,onReject:f}){let{live:d}=r,l=t.notes.map(s=>d.get("note",s)).filter(Boolean),a=l.filter(s=>!t.out.has(s.id)).length,g=d.get("theme",t.theme),i=t.title||e("suggest.group_n",{number:v(t.key+1)}),u=`suggest-${t.key}`,h=s=>{let k=new Set(t.out);k.delete(s)||k.add(s),c({out:k})};return p`<li class="suggest-group" data-accepted=${t.accepted?"":void 0} data-color=${g?.color}>
    <div class="suggest-title">
      <label class="check"><input type="checkbox" checked=${t.accepted} onChange=${()=>c({accepted:!t.accepted})} /><span class="visually-hidden">${e("suggest.accept",{title:i})}</span></label>
      <label class="suggest-name"><span class="visually-hidden">${e("suggest.working_title")}</span>
        <input class="field" dir="auto" maxlength="80" value=${t.title} placeholder=${e("cluster.untitled")} onInput=${s=>c({title:s.currentTarget.value})} /></label>
      <${$} icon="x" label=${e("suggest.reject",{title:i})} onClick=${f} />
    </div>
    <p class="suggest-facts">
      ${n&&g&&p`<span class="theme-word"><${T} name=${g.sign} /><bdi>${g.title}</bdi></span>`}
      <span>${e("suggest.kept",{count:l.length,kept:v(a)})}</span>
      ${t.words.length>0&&p`<span>${e("suggest.words")} ${t.words.map(s=>p`<bdi key=${s} class="word">${s}</bdi> `)}</span>`}
    </p>
    ${t.duplicates&&t.kindsAgree&&p`<fieldset class="suggest-how"><legend>${e("suggest.duplicates")}</legend>
      ${["merge","group"].map(s=>p`<label class="check" key=${s}><input type="radio" name=${u} checked=${t.way===s} onChange=${()=>c({way:s})} /><span>${e(`suggest.way_${s}`)}</span></label>`)}
    </fieldset>`}
    <ul class="pick-list" aria-label=${e("suggest.notes_of",{title:i})}>${l.map(s=>p`<li key=${s.id}><${z} app=${r} note=${s} checked=${!t.out.has(s.id)} onToggle=${()=>h(s.id)} /></li>`)}</ul>
    ${a<2&&p`<p class="field-error">${e("suggest.too_few")}</p>`}
  </li>`}function E(r,t){return[...t].sort((n,c)=>+!!c.duplicates-+!!n.duplicates).map((n,c)=>{let d=new Set(n.notes.map(a=>r.store.get("note",a)?.kind)).size===1,l=!!n.duplicates;return{key:c,theme:n.theme,notes:n.notes,out:new Set,title:n.title??"",words:n.words??[],duplicates:l,kindsAgree:d,way:l&&d?"merge":"group",accepted:!1,rejected:!1}})}function L(r,t){let{actions:n,store:c,sync:f}=r,d=i=>i.notes.filter(u=>!i.out.has(u)&&J(c.get("note",u),i.theme)),l=t.map(i=>({...i,notes:d(i)})).filter(i=>i.notes.length>1),a=l.filter(i=>i.way==="group"),g=l.filter(i=>i.way==="merge");f.beginGesture(),a.length&&n.acceptSuggestions(a.map(({theme:i,title:u,notes:h})=>({theme:i,title:u.replace(/\s+/g," ").trim(),notes:h})));for(let{notes:i}of g){let[u,...h]=[...i].sort((s,k)=>D(c,s)<D(c,k)?-1:1);n.mergeNotes(u,h)}return f.endGesture(),{clusters:a.length,merged:g.length}}function J(r,t){return r?.theme===t&&!r.cluster&&!r.merged_into}function D(r,t){return r.get("note",t)?.created_at||"~"}function Ye({app:r,theme:t,onClose:n}){let{page:c,session:f,live:d}=r,[l,a]=x(null),[g,i]=x(""),[u,h]=x(0),s=C(null);B(()=>{let o=!1;return a(null),i(""),N(c.board,"/suggestions",{method:"POST",body:t?{theme:t}:{}}).then(({suggestions:m})=>{if(o)return;let w=E(r,m);a(w),f.announce.value=w.length?e("suggest.found",{count:w.length}):e("suggest.none")},m=>!o&&i(m.reason||"unavailable")),()=>{o=!0}},[u]);let k=t?e("suggest.title_theme",{title:d.get("theme",t)?.title??""}):e("suggest.title"),O=l===null&&!g,b=(l??[]).filter(o=>!o.rejected),y=b.filter(o=>o.accepted&&o.notes.length-o.out.size>1),_=(l??[]).length-b.length,j=(o,m)=>a(w=>(w??[]).map(S=>S.key===o?{...S,...m}:S)),q=()=>a(o=>(o??[]).map(m=>m.rejected?m:{...m,accepted:!0})),F=()=>{let{clusters:o,merged:m}=L(r,y);n(),o+m!==0&&A(r,e("suggest.applied",{count:o+m}))},H=o=>{j(o,{rejected:!0}),s.current?.focus()};return p`<${R} title=${k} onClose=${n} wide>
    <div class="suggest">
      <p class="hint">${e("suggest.how")}</p>
      ${O&&p`<p class="suggest-wait" role="status"><${G} name="loader" />${e("suggest.wait")}</p>`}
      ${g&&p`<p class="error" role="alert">${P(g)}</p><${$} icon="refresh-cw" text label=${e("suggest.again")} onClick=${()=>h(u+1)} />`}
      ${l&&!l.length&&p`<p class="empty">${e("suggest.none")}</p>`}
      ${l&&l.length>0&&p`<div class="suggest-head">
          <p ref=${s} tabindex="-1" class="suggest-count">${e("suggest.state",{count:b.length,accepted:v(y.length)})}</p>
          <${$} icon="list-checks" text label=${e("suggest.accept_all")} off=${b.every(o=>o.accepted)} onClick=${q} />
          ${_>0&&p`<${$} icon="rotate-ccw" text label=${e("suggest.back",{count:_})} onClick=${()=>a(o=>(o??[]).map(m=>({...m,rejected:!1})))} />`}
        </div>
        <ol class="suggest-list">${b.map(o=>p`<${I} key=${o.key} app=${r} group=${o} many=${!t} onChange=${m=>j(o.key,m)} onReject=${()=>H(o.key)} />`)}</ol>
        <div class="row-end suggest-foot">
          <${$} text label=${e("action.cancel")} onClick=${n} />
          <${$} kind="primary" text label=${y.length?e("suggest.apply",{count:y.length}):e("suggest.apply_none")} off=${!y.length} onClick=${F} />
        </div>`}
    </div>
  <//>`}export{Ye as Suggest};
