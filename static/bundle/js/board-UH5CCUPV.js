/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a as i,c as $}from"./board-KYIRGFZR.js";import{Ia as m,b as l,k as t,o as e}from"./board-MDZKHNOU.js";function x({app:d,seat:a,mine:o,onDone:p,onCancel:u}){let[r,f]=l("keep"),[n,h]=l(""),[b,c]=l(!1),k=()=>{c(!0),m(d.page.board,`/seats/${o?"me":encodeURIComponent(a.id)}?notes=${r}`,{method:"DELETE"}).then(p,s=>{c(!1),h(s.reason||"unavailable")})};return t`<div class="confirm">
    <fieldset class="rights"><legend class="label">${e("erase.notes")}</legend>
      ${["keep","delete"].map(s=>t`<label key=${s} class="check"><input type="radio" name=${`erase-${a.id}`} checked=${r===s} onChange=${()=>f(s)} /><span>${e(`erase.${s}`,{association:a.association||e("erase.no_association")})}</span></label>`)}
    </fieldset>
    <ul class="hint erase-facts">
      <li>${e(o?"erase.mine_what":"erase.theirs_what",{name:a.name})}</li>
      ${r==="delete"&&t`<li>${e(o?"erase.anonymous_mine":"erase.anonymous_theirs")}</li>`}
      <li>${e("erase.others")}</li>
      <li>${e("erase.backups")}</li>
    </ul>
    ${n&&t`<p class="error" role="alert">${n==="invalid"?e("erase.last"):$(n)}</p>`}
    <div class="button-row"><${i} icon="user-x" kind="danger" text label=${e(o?"erase.mine_now":"erase.theirs_now",{name:a.name})} off=${b} onClick=${k} /><${i} text label=${e("action.cancel")} onClick=${u} /></div>
  </div>`}export{x as a};
