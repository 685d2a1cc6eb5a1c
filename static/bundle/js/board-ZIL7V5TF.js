/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as d}from"./board-SKZDM3H4.js";import"./board-OJP4XE6P.js";import{E as f,a as i,k as $}from"./board-7ENYGGNN.js";import{c as a,e as u,k as p,o,ra as v}from"./board-HC26R27S.js";function At({app:r,phone:e,from:n}){let{session:t}=r,s=u(null),[b]=v(r,t.selection.value),m=t.selection.value.size===1?b:void 0;a(()=>(t.view.value="board",t.selection.value=new Set,s.current?.querySelector("button")?.focus(),()=>{t.view.value="outline",t.selection.value=new Set,requestAnimationFrame(()=>n?.isConnected&&n.focus({preventScroll:!0}))}),[]),f(r);let l=r.layer.value,c=k=>l?.zoomBy?.(k);return p`<section class="phone-canvas" ref=${s} aria-label=${o("view.board")}>
    <${d} app=${r} />
    <div class="phone-canvas-top">
      <${i} icon="arrow-left" mirror text label=${o("phone.back")} onClick=${()=>e.close()} />
      <span class="phone-canvas-zoom"><${i} icon="minus" label=${o("dock.zoom_out")} onClick=${()=>c(1/1.3)} /><${i} icon="maximize" label=${o("dock.fit")} onClick=${()=>l?.fit?.()} /><${i} icon="plus" label=${o("dock.zoom_in")} onClick=${()=>c(1.3)} /></span>
    </div>
    ${m&&p`<div class="phone-canvas-foot"><${i} kind="primary" text icon="maximize-2" label=${o("phone.open_note",{text:$(m.text,40)})} short=${o("phone.open")} onClick=${()=>e.open({name:"note",id:m.id})} /></div>`}
  </section>`}export{At as Canvas};
