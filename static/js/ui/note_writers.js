/** Who but me is writing in a note just now. */
import { html, useComputed } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";
/** @typedef {import("./state.js").App} App */

/** In words, or nothing. @param {{app: App, id: string, tag?: string}} props */
export function Writers({ app, id, tag = "span" }) {
  const { session } = app;
  const seats = useComputed(() => [...(session.typing.value.get(id) ?? [])].filter((seat) => seat !== session.me.value).join(" ")).value.split(" ").filter(Boolean);
  return seats.length > 0 ? html`<${tag} class="writing"><${Icon} name="pencil" />${writing(app, seats)}<//>` : null;
}

/** @param {App} app @param {string[]} seats */
function writing(app, seats) {
  const names = seats.map((seat) => app.live.get("seat", seat)?.name).filter(Boolean);
  if (names.length === 1) return t("note.writing_one", { name: names[0] });
  return t("note.writing", { count: seats.length });
}
