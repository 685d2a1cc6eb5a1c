/** What facilitators did, newest first, for facilitators. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
import { t, written } from "../core/i18n.js";
import { call } from "./api.js";
import { Button } from "./button.js";
import { Empty } from "./empty.js";
import { Dialog } from "./dialog.js";
import { Icon } from "./icon.js";
import { because, number, roleWord, when } from "./phrases.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{id: string, at: string, seat: string, action: string, target: string, detail: Record<string, any>}} Entry */

const FIELDS = new Set(["title", "language", "edit_right", "join_open", "authors", "moderate", "purpose", "question", "collecting", "archived"]);

/** @param {{app: App, onClose: () => void}} props */
export function Audit({ app, onClose }) {
  const [found, setFound] = useState(/** @type {{entries: Entry[], more: boolean}|null} */ (null));
  const [problem, setProblem] = useState("");
  const board = encodeURIComponent(app.page.board);
  const read = () => {
    const last = found?.entries.at(-1);
    const before = last ? `?before=${encodeURIComponent(`${last.at} ${last.id}`)}` : "";
    call(app.page.board, `/audit${before}`).then((page) => setFound({ entries: [...(found?.entries ?? []), ...page.entries], more: page.more }), (error) => setProblem(error.reason || "unavailable"));
  };
  useEffect(read, []);
  return html`<${Dialog} title=${t("audit.title")} onClose=${onClose} wide>
    <p class="hint">${t("audit.hint")}</p>
    ${problem && html`<p class="error" role="alert">${because(problem)}</p>`}
    ${!found && !problem && html`<p class="empty">${t("state.loading")}</p>`}
    ${found?.entries.length === 0 && html`<${Empty} icon="eye" words=${t("audit.none")} />`}
    ${found && found.entries.length > 0 && html`<ol class="audit-list">${found.entries.map((entry) => html`<li key=${entry.id}><time class="muted" datetime=${entry.at}>${when(entry.at)}</time><span>${sentence(app, entry)}</span></li>`)}</ol>`}
    <div class="row-end">
      ${found?.more && html`<${Button} icon="chevron-down" text label=${t("audit.more")} onClick=${read} />`}
      <a class="button button-outline" href=${`/api/boards/${board}/audit.csv`} download><${Icon} name="sheet" />${t("audit.file")}</a>
    </div>
  <//>`;
}

/** @param {App} app @param {Entry} entry */
function sentence(app, { seat, action, target, detail }) {
  const who = seat ? name(app, seat) : t(detail.by === "operator" ? "audit.host" : "audit.nobody");
  /** @type {Record<string, () => string>} */
  const special = {
    agenda: () => (target ? t("audit.agenda", { who, what: title(app, target) }) : t("audit.agenda_left", { who })),
    lock: () => t(detail.locked ? "audit.lock" : "audit.unlock", { who, what: target === "board" ? t("audit.board") : title(app, target) }),
    settings: () => t("audit.settings", { who, what: list(detail.fields.filter((/** @type {string} */ field) => FIELDS.has(field)).map((/** @type {string} */ field) => t(`audit.field_${field}`))) }),
    retention: () => (detail.keep_days ? t("audit.retention", { who, count: detail.keep_days, n: number(detail.keep_days) }) : t("audit.retention_host", { who })),
    role: () => t("audit.role", { who, what: name(app, target), role: roleWord(detail.role) }),
    block: () => t(detail.blocked ? "audit.block" : "audit.unblock", { who, what: name(app, target) }),
    remove: () => t("audit.remove", { who, what: name(app, target) }),
    hide: () => t(detail.hidden ? "audit.hide" : "audit.unhide", { who }),
    delete: () => t("audit.delete", { who, count: detail.notes, n: number(detail.notes) }),
    link: () => t("audit.link", { who, what: t(`audit.link_${detail.purpose}`) }),
    undo: () => t("audit.undo", { who, what: name(app, target) }),
    import: () => t("audit.import", { who, count: detail.rows, n: number(detail.rows) }),
    readable: () => t(detail.readable ? "audit.readable" : "audit.unreadable", { who }),
    erase: () => t(seat ? "audit.erase" : "audit.erase_self", { who }),
  };
  return special[action]?.() ?? t(`audit.${action}`, { who });
}

/** @param {App} app @param {string} seat */
function name(app, seat) {
  const found = app.live.get("seat", seat)?.name;
  return found ? isolated(found) : t("audit.somebody");
}

/** A record by its title; notes have none. @param {App} app @param {string} target */
function title(app, target) {
  const [type, id] = target.split(":");
  if (type === "note") return t("audit.note");
  const found = app.live.get(type, id)?.title;
  return found ? isolated(found) : t("audit.gone");
}

/** Words that keep their direction inside a sentence of the other. @param {string} words */
function isolated(words) {
  return `\u2068${words}\u2069`;
}

/** @param {string[]} words */
function list(words) {
  return written.list(words);
}
