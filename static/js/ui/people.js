/** Who has a seat on the board and who is here now; for facilitators with roles and the way to take somebody off the board. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button } from "./button.js";
import { Hands, MySigns } from "./people_hands.js";
import { Block, MoreActions } from "./people_order.js";
import { countryNames, languageNames } from "./names.js";
import { Icon } from "./icon.js";
import { number, roleWord } from "./phrases.js";
import { taskId } from "./step_state.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App}} props */
export function People({ app }) {
  const { live, session, ui } = app;
  const me = session.me.value;
  const here = session.people.value;
  const seats = [...live.all("seat")].sort((a, b) => (a.id === me ? -1 : b.id === me ? 1 : a.name.localeCompare(b.name)));
  const blocked = seats.filter((seat) => seat.blocked);
  const present = seats.filter((seat) => !seat.blocked && (seat.id === me || here.has(seat.id)));
  const away = seats.filter((seat) => !seat.blocked && seat.id !== me && !here.has(seat.id));
  return html`<h2>${t("people.title")}</h2>
    ${session.role.value !== "viewer" && html`<${Button} icon="user-plus" text label=${t("invite.open")} onClick=${() => (ui.dialog.value = { name: "invite" })} />`}
    <${MySigns} app=${app} />
    <${Hands} app=${app} />
    <${Group} app=${app} title=${t("people.now")} seats=${present} />
    ${away.length > 0 && html`<${Group} app=${app} title=${t("people.away")} seats=${away} away />`}
    ${blocked.length > 0 && html`<${Group} app=${app} title=${t("people.blocked")} seats=${blocked} away />`}`;
}

/** @param {{app: App, title: string, seats: any[], away?: boolean}} props */
function Group({ app, title, seats, away }) {
  return html`<h3 class="kind-head">${title} <span class="muted">${number(seats.length)}</span></h3>
    <ul class="people-list">${seats.map((seat) => html`<${Person} key=${seat.id} app=${app} seat=${seat} away=${away} />`)}</ul>`;
}

/** @param {{app: App, seat: any, away?: boolean}} props */
function Person({ app, seat, away }) {
  const { session, actions } = app;
  const [editing, setEditing] = useState(false);
  const mine = seat.id === session.me.value;
  const leading = session.role.value === "facilitator" && !mine;
  const [open, setOpen] = useState(false);
  const id = taskId(app);
  const facts = [seat.association, seat.role_title, seat.country && (countryNames().find(([code]) => code === seat.country)?.[1] ?? seat.country)].filter(Boolean);
  return html`<li class="person" tabindex="-1" data-seat=${seat.id} data-away=${away ? "" : undefined}>
    <span class="avatar" aria-hidden="true">${[...(seat.name || "?")][0]}</span>
    <div class="person-body">
      <p class="person-name"><bdi>${seat.name}</bdi>${mine && html` <span class="muted">${t("people.me")}</span>`}
        ${seat.hand && html` <span class="sign-word"><${Icon} name="hand" />${t("hand.up")}</span>`}${id && seat.done_for === id && html` <span class="sign-word"><${Icon} name="circle-check" />${t("done.word")}</span>`}</p>
      ${facts.length > 0 && html`<p class="muted"><bdi>${facts.join(" · ")}</bdi></p>`}
      ${leading && !seat.blocked
        ? html`<label><span class="visually-hidden">${t("people.role_of", { name: seat.name })}</span>
            <select class="select select-small" value=${seat.role} onChange=${(/** @type {any} */ e) => actions.setSeat(seat.id, { role: e.currentTarget.value })}>
              ${["viewer", "participant", "facilitator"].map((role) => html`<option key=${role} value=${role}>${roleWord(role)}</option>`)}
            </select></label>`
        : html`<p class="role">${roleWord(seat.role)}</p>`}
      ${seat.interpreter && !(leading && open) && html`<p class="role"><span class="sign-word"><${Icon} name="languages" />${t("interpreter.word")}</span></p>`}
      ${leading && open && seat.role === "participant" && html`<label class="check"><input type="checkbox" checked=${seat.interpreter} onChange=${(/** @type {any} */ e) => actions.setInterpreter(seat.id, e.currentTarget.checked)} /><span>${t("interpreter.may", { name: seat.name })}</span></label>`}
      ${leading && (open || seat.blocked) && html`<div class="person-actions"><${Block} app=${app} seat=${seat} /><${MoreActions} app=${app} seat=${seat} /></div>`}
      ${mine && !editing && html`<div class="person-actions"><${Button} text label=${t("mine.title")} onClick=${() => (app.ui.dialog.value = { name: "mine" })} /></div>`}
      ${mine && editing && html`<${MyForm} app=${app} seat=${seat} onClose=${() => setEditing(false)} />`}
    </div>
    ${leading && html`<${Button} icon="ellipsis" label=${t("people.tools", { name: seat.name })} aria-expanded=${String(open)} onClick=${() => setOpen(!open)} />`}
    ${mine && !editing && html`<${Button} icon="pencil" label=${t("people.edit_me")} onClick=${() => setEditing(true)} />`}
  </li>`;
}

/** @param {{app: App, seat: any, onClose: () => void}} props */
function MyForm({ app, seat, onClose }) {
  /** @param {any} event */
  const keep = (event) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    /** @type {Record<string, string>} */
    const fields = {};
    for (const name of ["name", "association", "country", "role_title", "language"]) fields[name] = String(form.get(name) ?? "").replace(/\s+/g, " ").trim();
    if (!fields.name) return;
    app.actions.setSeat(seat.id, fields);
    app.session.announce.value = t("people.kept");
    onClose();
  };
  return html`<form class="stack" onSubmit=${keep} onKeyDown=${(/** @type {any} */ e) => e.key === "Escape" && (e.stopPropagation(), onClose())}>
    <label><span class="label">${t("people.name")}</span><input class="field" name="name" required maxlength="60" dir="auto" autocomplete="name" defaultValue=${seat.name} autofocus /></label>
    <label><span class="label">${t("people.association")}</span><input class="field" name="association" maxlength="60" dir="auto" list="associations" autocomplete="organization" defaultValue=${seat.association} /></label>
    <datalist id="associations">${app.live.associations.value.map((name) => html`<option key=${name} value=${name} />`)}</datalist>
    <label><span class="label">${t("people.role_title")}</span><input class="field" name="role_title" maxlength="60" dir="auto" autocomplete="organization-title" defaultValue=${seat.role_title} /></label>
    <label><span class="label">${t("people.country")}</span><${Select} name="country" value=${seat.country} options=${countryNames()} /></label>
    <label><span class="label">${t("people.language")}</span><${Select} name="language" value=${seat.language} options=${languageNames(seat.language)} /></label>
    <div class="row-end"><${Button} text label=${t("action.cancel")} onClick=${onClose} /><button type="submit" class="button button-primary">${t("action.keep")}</button></div>
  </form>`;
}

/** @param {{name: string, value: string, options: [string, string][]}} props */
function Select({ name, value, options }) {
  return html`<select class="select select-small" name=${name}>
    <option value="" selected=${!value}>${t("people.none")}</option>
    ${options.map(([code, words]) => html`<option key=${code} value=${code} selected=${code === value}>${words}</option>`)}
  </select>`;
}
