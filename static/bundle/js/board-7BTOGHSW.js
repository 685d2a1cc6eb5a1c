/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as r}from"./board-7ENYGGNN.js";import{c as d,e as i,k as l,o as c}from"./board-HC26R27S.js";var $=0;function p({title:s,onClose:e,wide:u,children:f}){let t=i(null),a=i(`dialog-${$+=1}`);d(()=>{let o=document.activeElement,n=t.current;return n?.showModal(),()=>{n?.close(),o?.isConnected&&o!==document.body&&o.focus()}},[]);let g=o=>o.target===t.current&&e();return l`<dialog ref=${t} class=${u?"dialog dialog-wide":"dialog"} aria-labelledby=${a.current} onPointerDown=${g}
    onCancel=${o=>(o.preventDefault(),e())} onKeyDown=${o=>o.stopPropagation()}>
    <div class="dialog-box">
      <header class="dialog-head"><h2 id=${a.current} tabindex="-1" autofocus>${s}</h2><${r} icon="x" label=${c("action.close")} onClick=${e} /></header>
      <div class="dialog-body">${f}</div>
    </div>
  </dialog>`}export{p as a};
