/** What is kept about oneself: to have as a file, and to have erased. */
import { html, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { PROFILE } from "../core/profile.js";
import { Button } from "./button.js";
import { Check } from "./check.js";
import { chooseKeeping, mayKeep } from "../core/kept.js";
import { Dialog } from "./dialog.js";
import { Erase } from "./erase.js";
import { Icon } from "./icon.js";
import { forgetDraft } from "./phone/draft.js";
import { forgetBoards, keepPage } from "./offline.js";
/** @typedef {import("./state.js").App} App */

/** @param {{app: App, onClose: () => void}} props */
export function Mine({ app, onClose }) {
  const [leaving, setLeaving] = useState(false);
  const seat = app.live.get("seat", app.session.me.value);
  const [keeps, setKeeps] = useState(mayKeep());
  /** @param {boolean} on */
  const keep = (on) => {
    chooseKeeping(on);
    setKeeps(mayKeep());
    void (on ? keepPage(app) : forgetBoards(app));
  };
  const gone = () => {
    void app.sync.outbox.forget();
    forgetDraft(app.page.board, app.page.seat);
    forgetProfile();
    app.ui.lost.value = "erased";
    onClose();
  };
  if (!seat) return null;
  return html`<${Dialog} title=${t("mine.title")} onClose=${onClose}>
    <section class="stack"><h3>${t("mine.data")}</h3>
      <p>${t("mine.data_what")}</p>
      <div class="button-row"><a class="button button-outline" href=${`/api/boards/${encodeURIComponent(app.page.board)}/seats/me/data`} download><${Icon} name="download" />${t("mine.download")}</a></div>
    </section>
    <section class="section"><h3>${t("kept.title")}</h3>
      <${Check} on=${keeps} label=${t("kept.keep")} onChange=${keep} />
      <p class="hint">${t("kept.what")}</p>
    </section>
    <section class="section"><h3>${t("mine.leave")}</h3>
      ${leaving
        ? html`<${Erase} app=${app} seat=${seat} mine onDone=${gone} onCancel=${() => setLeaving(false)} />`
        : html`<p>${t("mine.leave_what")}</p><div class="button-row"><${Button} icon="user-x" kind="danger" text label=${t("mine.leave_open")} onClick=${() => setLeaving(true)} /></div>`}
    </section>
  <//>`;
}

function forgetProfile() {
  try {
    localStorage.removeItem(PROFILE);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
