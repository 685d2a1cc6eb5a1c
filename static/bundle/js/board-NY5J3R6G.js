/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as f}from"./board-E3ECDWQE.js";import"./board-QVS3TUGR.js";import{a as i,k as $}from"./board-OK73VCRR.js";import{c,e as u,k as p,o,ra as v}from"./board-XMP4NRM4.js";function Bt({app:r,phone:e,from:n}){let{session:t}=r,l=u(null),[d]=v(r,t.selection.value),m=t.selection.value.size===1?d:void 0;c(()=>(t.view.value="board",t.selection.value=new Set,l.current?.querySelector("button")?.focus(),()=>{t.view.value="outline",t.selection.value=new Set,requestAnimationFrame(()=>n?.isConnected&&n.focus({preventScroll:!0}))}),[]);let s=r.layer.value,a=b=>s?.zoomBy?.(b);return p`<section class="phone-canvas" ref=${l} aria-label=${o("view.board")}>
    <${f} app=${r} />
    <div class="phone-canvas-top">
      <${i} icon="arrow-left" mirror text label=${o("phone.back")} onClick=${()=>e.close()} />
      <span class="phone-canvas-zoom"><${i} icon="minus" label=${o("dock.zoom_out")} onClick=${()=>a(1/1.3)} /><${i} icon="maximize" label=${o("dock.fit")} onClick=${()=>s?.fit?.()} /><${i} icon="plus" label=${o("dock.zoom_in")} onClick=${()=>a(1.3)} /></span>
    </div>
    ${m&&p`<div class="phone-canvas-foot"><${i} kind="primary" text icon="maximize-2" label=${o("phone.open_note",{text:$(m.text,40)})} short=${o("phone.open")} onClick=${()=>e.open({name:"note",id:m.id})} /></div>`}
  </section>`}export{Bt as Canvas};
