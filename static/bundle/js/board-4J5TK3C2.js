/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as R}from"./board-6NKGBW3Q.js";import{a as N}from"./board-YRH5FLDB.js";import{a as v,j as D,k as I,ka as M,r as q,s as f}from"./board-7ENYGGNN.js";import{E as C,F as y,H as E,I as w,K as S,b as g,ba as O,c as T,e as x,k as a,o as n,pa as _,qa as K}from"./board-HC26R27S.js";function W({live:m,store:i,actions:s},p,$){m.all("note"),m.all("translation");let c=new Map(m.themes().map((r,e)=>[r.id,e])),h=r=>{let e=i.translationsOf(r.id),u=w(e,p);return $==="missing"?S(r,e,p):u&&($==="machine"?u.machine:E(u,r))};return i.all("note").filter(r=>h(r)&&s.may("translate",r)).sort((r,e)=>(c.get(r.theme)??99)-(c.get(e.theme)??99)||(r.created_at<e.created_at?-1:1))}function Wr({app:m}){let{session:i,live:s}=m;i.role.value,s.get("seat",i.me.value);let[p,$]=g(O().language),[c,h]=g("missing"),[r,e]=g([]),u=x(null),k=W(m,p,c),d=k.filter(t=>!r.includes(t.id)),[l]=d,b=t=>{h(t),e([])};return a`<div class="interpreter" ref=${u}><h2>${n("panel.interpreter")}</h2>
    <label class="inline-field"><span class="label">${n("translation.into")}</span>
      <select class="select select-small" value=${p} onChange=${t=>($(t.currentTarget.value),e([]))}>
        ${q(p).map(([t,o])=>a`<option key=${t} value=${t}>${o}</option>`)}</select></label>
    <label class="inline-field"><span class="label">${n("interpreter.which")}</span>
      <select class="select select-small" value=${c} onChange=${t=>b(t.currentTarget.value)}>
        ${["missing","earlier","machine"].map(t=>a`<option key=${t} value=${t}>${n(`interpreter.${t}`)}</option>`)}</select></label>
    <p role="status" class="interpreter-count">${n("interpreter.left",{count:k.length,language:f(p)})}</p>
    ${l?a`<${j} key=${`${l.id} ${p}`} app=${m} note=${l} code=${p} onSkip=${()=>e([...r,l.id])} />`:r.length&&k.length?a`<${v} text icon="rotate-ccw" label=${n("interpreter.again")} onClick=${()=>e([])} />`:a`<${R} icon="circle-check" words=${n("interpreter.done",{language:f(p)})} />`}
    ${d.length>1&&a`<h3 class="kind-head">${n("interpreter.next")}</h3>
      <ol class="interpreter-next">${d.slice(1,6).map(t=>a`<li key=${t.id} dir="auto" lang=${y(t)}>${I(t.text,80)}</li>`)}</ol>`}
  </div>`}function j({app:m,note:i,code:s,onSkip:p}){let{actions:$,session:c,store:h}=m,r=w(h.translationsOf(i.id),s),[e,u]=g(r?.text??""),[k]=g(()=>C(i.text)),d=x(null),l=m.live.get("theme",i.theme);T(()=>d.current?.focus({preventScroll:!1}),[]);let b=o=>{o.preventDefault(),e.trim()&&($.translate(i.id,s,e.trim(),{source:k}),c.announce.value=n("translation.kept",{language:f(s)}))},t=o=>{o.key!=="Escape"&&(o.stopPropagation(),o.key==="Enter"&&!o.shiftKey&&!o.isComposing?b(o):o.key==="ArrowDown"&&o.altKey&&p())};return a`<form class="stack interpreter-entry" data-color=${l?.color} data-kind=${i.kind} onSubmit=${b}>
    <p class="muted interpreter-from"><span><span class="kind-chip"><${K} kind=${i.kind} /></span> ${D(i.kind)}</span>${l&&a`<span><${_} name=${l.sign} /> <bdi>${l.title}</bdi></span>`}<span>${f(y(i))||n("note.language_unknown")}</span></p>
    <blockquote class="note-whole" id="interpret-original" dir="auto" lang=${y(i)}>${i.text}</blockquote>
    <label class="label" for="interpret-text">${n("translation.text_in",{language:f(s)})}</label>
    <textarea id="interpret-text" ref=${d} class="field" rows="4" dir="auto" lang=${s} enterkeyhint="next" value=${e} aria-describedby="interpret-original interpret-keys"
      onInput=${o=>u(o.currentTarget.value=[...M(o.currentTarget.value)].slice(0,N).join(""))} onKeyDown=${t}></textarea>
    <p class="hint" id="interpret-keys">${n("interpreter.keys")}</p>
    <div class="button-row"><button type="submit" class="button button-primary" aria-disabled=${e.trim()?void 0:"true"}>${n("interpreter.keep_next")}</button>
      <${v} text label=${n("interpreter.skip")} onClick=${p} /></div>
  </form>`}export{Wr as Interpreter,W as waiting};
