/** Suggested clusters in a preview: accept, adjust or reject each; nothing moves before "Apply". */
import { html, useEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { call } from "./api.js";
import { Dialog } from "./dialog.js";
import { Button } from "./button.js";
import { Icon } from "./icon.js";
import { because, number } from "./phrases.js";
import { offerTakeBack } from "./note_actions.js";
import { SuggestGroup } from "./suggest_group.js";
import { apply, drafts } from "./suggest_apply.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {import("./suggest_apply.js").Draft} Draft */

/** @param {{app: App, theme?: string, onClose: () => void}} props without a theme, for the whole board */
export function Suggest({ app, theme, onClose }) {
  const { page, session, live } = app;
  const [groups, setGroups] = useState(/** @type {Draft[]|null} */ (null));
  const [problem, setProblem] = useState("");
  const [round, setRound] = useState(0);
  const status = useRef(/** @type {HTMLElement|null} */ (null));

  useEffect(() => {
    let left = false;
    setGroups(null);
    setProblem("");
    call(page.board, "/suggestions", { method: "POST", body: theme ? { theme } : {} }).then(
      ({ suggestions }) => {
        if (left) return;
        const found = drafts(app, suggestions);
        setGroups(found);
        session.announce.value = found.length ? t("suggest.found", { count: found.length }) : t("suggest.none");
      },
      (error) => !left && setProblem(error.reason || "unavailable"),
    );
    return () => {
      left = true;
    };
  }, [round]);

  const title = theme ? t("suggest.title_theme", { title: live.get("theme", theme)?.title ?? "" }) : t("suggest.title");
  const waiting = groups === null && !problem;
  const offered = (groups ?? []).filter((group) => !group.rejected);
  const accepted = offered.filter((group) => group.accepted && group.notes.length - group.out.size > 1);
  const rejected = (groups ?? []).length - offered.length;
  /** @param {number} key @param {Partial<Draft>} fields */
  const change = (key, fields) => setGroups((all) => (all ?? []).map((group) => (group.key === key ? { ...group, ...fields } : group)));
  const acceptAll = () => setGroups((all) => (all ?? []).map((group) => (group.rejected ? group : { ...group, accepted: true })));
  const done = () => {
    const { clusters, merged } = apply(app, accepted);
    onClose();
    if (clusters + merged === 0) return;
    offerTakeBack(app, t("suggest.applied", { count: clusters + merged }));
  };
  /** Where the focus goes when the group that held it was put away. */
  const away = (/** @type {number} */ key) => {
    change(key, { rejected: true });
    status.current?.focus();
  };
  return html`<${Dialog} title=${title} onClose=${onClose} wide>
    <div class="suggest">
      <p class="hint">${t("suggest.how")}</p>
      ${waiting && html`<p class="suggest-wait" role="status"><${Icon} name="loader" />${t("suggest.wait")}</p>`}
      ${problem && html`<p class="error" role="alert">${because(problem)}</p><${Button} icon="refresh-cw" text label=${t("suggest.again")} onClick=${() => setRound(round + 1)} />`}
      ${groups && !groups.length && html`<p class="empty">${t("suggest.none")}</p>`}
      ${groups && groups.length > 0 &&
      html`<div class="suggest-head">
          <p ref=${status} tabindex="-1" class="suggest-count">${t("suggest.state", { count: offered.length, accepted: number(accepted.length) })}</p>
          <${Button} icon="list-checks" text label=${t("suggest.accept_all")} off=${offered.every((group) => group.accepted)} onClick=${acceptAll} />
          ${rejected > 0 && html`<${Button} icon="rotate-ccw" text label=${t("suggest.back", { count: rejected })} onClick=${() => setGroups((all) => (all ?? []).map((group) => ({ ...group, rejected: false })))} />`}
        </div>
        <ol class="suggest-list">${offered.map((group) => html`<${SuggestGroup} key=${group.key} app=${app} group=${group} many=${!theme} onChange=${(/** @type {Partial<Draft>} */ fields) => change(group.key, fields)} onReject=${() => away(group.key)} />`)}</ol>
        <div class="row-end suggest-foot">
          <${Button} text label=${t("action.cancel")} onClick=${onClose} />
          <${Button} kind="primary" text label=${accepted.length ? t("suggest.apply", { count: accepted.length }) : t("suggest.apply_none")} off=${!accepted.length} onClick=${done} />
        </div>`}
    </div>
  <//>`;
}
