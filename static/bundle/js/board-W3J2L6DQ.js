/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import{a as d}from"./board-ZMAF45M4.js";import{A as $,a as i,k as v}from"./board-KYIRGFZR.js";import{c as a,e as u,k as p,o,wa as f}from"./board-MDZKHNOU.js";function _({app:r,phone:e,from:n}){let{session:t}=r,s=u(null),[b]=f(r,t.selection.value),m=t.selection.value.size===1?b:void 0;a(()=>(t.view.value="board",t.selection.value=new Set,s.current?.querySelector("button")?.focus(),()=>{t.view.value="outline",t.selection.value=new Set,requestAnimationFrame(()=>n?.isConnected&&n.focus({preventScroll:!0}))}),[]),$(r);let l=r.layer.value,c=k=>l?.zoomBy?.(k);return p`<section class="phone-canvas" ref=${s} aria-label=${o("view.board")}>
    <${d} app=${r} />
    <div class="phone-canvas-top">
      <${i} icon="arrow-left" mirror text label=${o("phone.back")} onClick=${()=>e.close()} />
      <span class="phone-canvas-zoom"><${i} icon="minus" label=${o("dock.zoom_out")} onClick=${()=>c(1/1.3)} /><${i} icon="maximize" label=${o("dock.fit")} onClick=${()=>l?.fit?.()} /><${i} icon="plus" label=${o("dock.zoom_in")} onClick=${()=>c(1.3)} /></span>
    </div>
    ${m&&p`<div class="phone-canvas-foot"><${i} kind="primary" text icon="maximize-2" label=${o("phone.open_note",{text:v(m.text,40)})} short=${o("phone.open")} onClick=${()=>e.open({name:"note",id:m.id})} /></div>`}
  </section>`}export{_ as Canvas};
