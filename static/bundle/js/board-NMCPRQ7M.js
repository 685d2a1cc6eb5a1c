/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import{v as h}from"./board-ML3NNHGA.js";import{a as d,d as $,g as y,ga as v,k as u,ma as x}from"./board-KYIRGFZR.js";import{Da as b,k as r,ma as w,o,ua as f,va as k}from"./board-MDZKHNOU.js";function j({app:m}){let{live:l,store:a,session:e,actions:c}=m;l.all("note"),l.all("answer"),e.role.value,l.board();let p=a.all("note").filter(i=>i.kind==="challenge"&&!i.hidden&&!w(a,i)),n=p.filter(i=>a.answersTo(i.id).length===0),C=l.themes().map(i=>({theme:i,notes:n.filter(s=>s.theme===i.id)})).filter(i=>i.notes.length),g=e.filter.value.unanswered,_=()=>{if(e.kind.value="challenge",m.layer.peek())return m.layer.peek().addAtCentre("challenge");e.panel.value=null,m.ui.adding.value=a.themes()[0]?.id??null};return r`<h2>${o("panel.unanswered")}</h2>
    ${p.length>0&&r`<p class="hint">${o("unanswered.share",{count:p.length,answered:$(p.length-n.length),percent:y(p.length-n.length,p.length)})}</p>`}
    ${n.length>0&&r`<${d} icon="filter" text label=${o("unanswered.filter")} pressed=${!!g} onClick=${()=>e.filter.value={...e.filter.value,unanswered:!g}} />`}
    ${!p.length&&r`<${h} icon="flag" words=${o("kind.no_challenges")} action=${c.may("add")&&{icon:"plus",label:o("kind.first_challenge"),run:_}} />`}
    ${p.length>0&&!n.length&&r`<${h} icon="circle-check" words=${o("unanswered.none")} />`}
    ${C.map(({theme:i,notes:s})=>r`<section key=${i.id} data-color=${i.color} aria-labelledby=${`unanswered-${i.id}`}>
        <h3 class="theme-word" id=${`unanswered-${i.id}`}><${f} name=${i.sign} /><span dir="auto">${i.title}</span> <span class="pill">${$(s.length)}</span></h3>
        <ul class="answer-list">${s.map(t=>r`<li key=${t.id} class="answer-row" data-kind="challenge">
          <button type="button" class="answer-line" onClick=${()=>b(m,t.id)}><span class="kind-chip"><${k} kind="challenge" /></span>
            <span class="note-line-body"><${v} app=${m} note=${t} name="note-line-text" /><span class="note-line-meta">${t.association&&r`<bdi>${t.association}</bdi>`}</span></span></button>
          ${c.may("answer",t)&&r`<span class="row-buttons">
            ${c.may("add",{kind:"solution",theme:t.theme})&&r`<${d} icon="lightbulb" label=${o("answer.write_to",{text:u(t.text,40)})} short=${o("answer.short")} onClick=${()=>x(m,t)} />`}
            <${d} icon="link-2" label=${o("answer.link_to",{text:u(t.text,40)})} onClick=${()=>m.ui.dialog.value={name:"link",id:t.id}} /></span>`}
        </li>`)}</ul>
      </section>`)}`}export{j as Unanswered};
