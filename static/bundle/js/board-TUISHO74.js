/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as g}from"./board-3CXZL3R2.js";import{b as _}from"./board-ML3NNHGA.js";import{a as b,ba as T,d as y}from"./board-KYIRGFZR.js";import{b as u,k as p,o as t,qa as f,ra as k,ua as v}from"./board-MDZKHNOU.js";var K=["named","association","nobody"];function C({app:r}){let{live:i,actions:l}=r,s=i.board();return p`<section class="section"><h3>${t("settings.writing")}</h3>
    <fieldset class="rights"><legend class="label">${t("settings.authors")}</legend>
      ${K.map(e=>p`<label key=${e} class="check"><input type="radio" name="authors" checked=${s.authors===e} onChange=${()=>l.setAuthors(e)} /><span>${t(`settings.authors_${e}`)}</span></label>`)}
    </fieldset>
    <p class="hint">${t("settings.authors_hint")}</p>
    <label class="check"><input type="checkbox" checked=${s.moderate} aria-describedby="moderate-hint" onChange=${e=>l.setBoard({moderate:e.currentTarget.checked})} /><span>${t("settings.moderate")}</span></label>
    <p class="hint" id="moderate-hint">${t("settings.moderate_hint")}</p>
  </section>`}var O=3650;function x({app:r}){let{days:i}=r.page.keep,l=r.live.board(),s=i||O,e=n=>{let m=Number(n||0);Number.isInteger(m)&&m>=0&&r.actions.setBoard({keep_days:Math.min(m,s)})};return p`<section class="section"><h3>${t("settings.keep")}</h3>
    <label><span class="label">${t("settings.keep_days")}</span>
      <${g} class="field field-days" type="number" min="0" max=${s} step="1" inputmode="numeric" aria-describedby="keep-hint" value=${String(l.keep_days||"")} onKeep=${e} /></label>
    <p class="hint" id="keep-hint">${i?t("settings.keep_host",{count:i,n:y(i)}):t("settings.keep_never")} ${t("settings.keep_hint")}</p>
  </section>`}var w=20;function I({app:r}){let{live:i,actions:l,session:s}=r,e=i.themes(),n=e.map(c=>c.id),[m,d]=u(""),o=c=>{c.preventDefault();let a=m.replace(/\s+/g," ").trim();a&&(l.addTheme({title:a,color:B(e,"color",k),sign:B(e,"sign",f)}),s.announce.value=t("settings.theme_added",{title:a}),d(""))},$=(c,a)=>{let h=[...n];h.splice(a,0,...h.splice(c,1)),l.orderThemes(h),s.announce.value=t("settings.theme_moved",{title:e[c].title,place:a+1})};return p`<section class="section"><h3>${t("settings.themes")}</h3>
    <ol class="theme-list">
      ${e.map((c,a)=>p`<${F} key=${c.id} app=${r} theme=${c} first=${a===0} last=${a===e.length-1} onUp=${()=>$(a,a-1)} onDown=${()=>$(a,a+1)} />`)}
    </ol>
    ${e.length<w?p`<form class="theme-add" onSubmit=${o}>
          <label><span class="label">${t("settings.new_theme")}</span>
            <input class="field" dir="auto" maxlength="80" value=${m} onInput=${c=>d(c.currentTarget.value)} /></label>
          <button type="submit" class="button">${t("settings.add_theme")}</button>
        </form>`:p`<p class="hint">${t("settings.themes_full",{count:w})}</p>`}
  </section>`}function F({app:r,theme:i,first:l,last:s,onUp:e,onDown:n}){let{actions:m,live:d}=r,o=d.countIn(i.id),{title:$}=i,c=a=>{let h=a.replace(/\s+/g," ").trim();h&&m.setTheme(i.id,{title:h})};return p`<li class="theme-row" data-color=${i.color}>
    <${v} name=${i.sign} />
    <${g} class="field theme-name" maxlength="80" aria-label=${t("settings.theme_title")} value=${$} onKeep=${c} />
    <${S} label=${t("settings.color_of",{title:$})} value=${i.color} options=${k} area="color" onChange=${a=>m.setTheme(i.id,{color:a})} />
    <${S} label=${t("settings.sign_of",{title:$})} value=${i.sign} options=${f} area="sign" onChange=${a=>m.setTheme(i.id,{sign:a})} />
    <span class="theme-buttons">
      <${b} icon="arrow-up" label=${t("settings.up",{title:$})} off=${l} onClick=${e} />
      <${b} icon="arrow-down" label=${t("settings.down",{title:$})} off=${s} onClick=${n} />
      <${b} icon="trash-2" label=${o?t("settings.not_empty",{title:$,count:o}):t("settings.remove",{title:$})} off=${o>0||l&&s} onClick=${()=>m.removeTheme(i.id)} />
    </span>
  </li>`}function S({label:r,value:i,options:l,area:s,onChange:e}){return p`<select class="select select-small" aria-label=${r} value=${i} onChange=${n=>e(n.currentTarget.value)}>
    ${l.map(n=>p`<option key=${n} value=${n}>${s==="color"?t(`color.${n}`):t(`sign.${n}`)}</option>`)}
  </select>`}function B(r,i,l){let s=e=>r.filter(n=>n[i]===e).length;return[...l].sort((e,n)=>s(e)-s(n))[0]}function ot({app:r,onClose:i}){let{live:l,actions:s}=r,e=l.board(),[n,m]=u(e.title||""),d=()=>{let o=n.replace(/\s+/g," ").trim();o?s.setBoard({title:o}):m(e.title)};return p`<${_} title=${t("settings.title")} onClose=${i} wide>
    <div class="stack">
      <label><span class="label">${t("board.title")}</span>
        <input class="field" dir="auto" maxlength="120" value=${n} onInput=${o=>m(o.currentTarget.value)} onChange=${d} /></label>
      <label><span class="label">${t("settings.purpose")}</span>
        <${g} long rows="2" maxlength="600" aria-describedby="purpose-hint" value=${e.purpose||""} onKeep=${o=>s.setBoard({purpose:o})} />
        <span class="hint" id="purpose-hint">${t("settings.purpose_hint")}</span></label>
      <label><span class="label">${t("settings.language")}</span>
        <select class="select select-small" value=${e.language} onChange=${o=>s.setBoard({language:o.currentTarget.value})}>
          ${T(e.language).map(([o,$])=>p`<option key=${o} value=${o}>${$}</option>`)}
        </select></label>
      <fieldset class="rights"><legend class="label">${t("settings.edit_right")}</legend>
        ${["own","association","everyone"].map(o=>p`<label key=${o} class="check"><input type="radio" name="edit_right" checked=${e.edit_right===o} onChange=${()=>s.setBoard({edit_right:o})} /><span>${t(`settings.right_${o}`)}</span></label>`)}
      </fieldset>
      <label class="check"><input type="checkbox" checked=${e.locked} onChange=${o=>s.setBoard({locked:o.currentTarget.checked})} /><span>${t("settings.locked")}</span></label>
    </div>
    <${C} app=${r} />
    <${I} app=${r} />
    <section class="section"><h3>${t("settings.archive")}</h3>
      <label class="check"><input type="checkbox" checked=${!!e.archived} aria-describedby="archive-hint" onChange=${o=>s.setBoard({archived:o.currentTarget.checked})} /><span>${t("settings.archived")}</span></label>
      <p class="hint" id="archive-hint">${t("settings.archived_hint")}</p>
    </section>
    <${x} app=${r} />
  <//>`}export{ot as Settings};
