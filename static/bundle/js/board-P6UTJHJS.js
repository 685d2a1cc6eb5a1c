/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as f}from"./board-4NCV3RVT.js";import"./board-CH2XYJZ3.js";import{a as u,d}from"./board-KYIRGFZR.js";import{c as l,k as p,o as m,ua as $}from"./board-MDZKHNOU.js";var w=({ui:t,live:r})=>(t.news.value?.ids??[]).map(e=>r.get("note",e)).filter(Boolean);function x({app:t}){let{ui:r,session:e}=t,c=r.news.value?.ids,i=w(t).length,n=m("away.new",{count:i}),o=()=>r.news.value=null;return l(()=>{i&&(e.announce.value=n)},[c]),l(()=>{i||o()},[i]),i?p`<section class="phone-news" aria-label=${m("away.title")}>
    <p>${n}</p>
    <${u} kind="primary" text label=${m("away.show")} aria-haspopup="dialog" onClick=${()=>t.phone?.open({name:"news"})} />
    <${u} icon="x" label=${m("away.dismiss")} onClick=${o} />
  </section>`:null}function B({app:t,phone:r}){let{live:e,ui:c}=t;l(()=>()=>{c.news.value=null},[]);let i=w(t),n=e.themes().filter(o=>i.some(s=>s.theme===o.id));return i.length?p`${n.map(o=>{let s=i.filter(a=>a.theme===o.id);return p`<section key=${o.id} class="phone-news-theme" data-color=${o.color} aria-labelledby=${`news-${o.id}`}>
      <h3 id=${`news-${o.id}`} class="phone-theme-head"><${$} name=${o.sign} /><span dir="auto">${o.title}</span> <span class="phone-number">${d(s.length)}</span></h3>
      <ul class="phone-notes">${s.map(a=>p`<${f} key=${a.id} app=${t} phone=${r} id=${a.id} />`)}</ul>
    </section>`})}`:p`<p class="phone-empty">${m("reason.gone")}</p>`}export{B as News,x as NewsBar};
