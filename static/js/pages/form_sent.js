// What was sent from this device, and taking it back as long as the facilitators have not put it on the board.
import { t, written } from "../core/i18n.js";
import { ask, because, busy, byId, element, icon, message } from "./common.js";
/** @typedef {import("./form_kept.js").Sent} Sent */
/** @typedef {import("./form_kept.js").Note} Note */


/** @param {string} board @param {ReturnType<typeof import("./form_kept.js").createKept>} kept @param {(notes: Note[]) => void} onEdit */
export function createSent(board, kept, onEdit) {
  const place = byId("mine");
  const list = byId("mine-list");

  function draw() {
    const sent = kept.sent();
    place.hidden = !sent.length;
    list.replaceChildren(...sent.map(batch));
  }

  /** @param {Sent} one */
  function batch(one) {
    const when = `\u2068${written.date(one.at, "both")}\u2069`;
    const slot = element("div", { class: "form-take-back" });
    const row = element("li", { class: "form-batch" }, element("p", { class: "muted small" }, t("form.sent_at", { when })),
      element("ul", { class: "form-batch-notes" }, ...one.notes.map(line)), slot);
    if (one.late) {
      slot.append(element("p", { class: "hint" }, t("form.too_late")), button("form.forget", "", () => (forget(one), draw(), focusHead())));
      return row;
    }
    const back = button("form.take_back", "undo-2", () => confirm(one, slot, back));
    back.setAttribute("aria-label", t("form.take_back_of", { when }));
    slot.append(back);
    return row;
  }

  /** @param {Sent} one @param {HTMLElement} slot @param {HTMLElement} back */
  function confirm(one, slot, back) {
    const cancel = button("action.cancel", "", () => (slot.replaceChildren(back), back.focus()));
    const edit = button("form.take_back_edit", "", () => void busy(edit, () => takeBack(one, true)));
    const remove = button("form.take_back_now", "", () => void busy(remove, () => takeBack(one, false)));
    remove.classList.add("button-danger");
    const box = element("div", { class: "form-sure", role: "group", "aria-label": t("form.take_back") },
      element("p", { tabIndex: -1 }, t("form.take_back_sure")), element("div", { class: "form-buttons" }, cancel, edit, remove));
    slot.replaceChildren(box);
    /** @type {HTMLElement} */ (box.firstElementChild).focus();
  }

  /** @param {Sent} one @param {boolean} edit */
  async function takeBack(one, edit) {
    const answer = await ask(`/api/boards/${encodeURIComponent(board)}/form/take_back`, { batch: one.batch, secret: one.secret });
    if (!answer.ok && answer.refusal.reason !== "not_found") return say(because(answer.refusal), true);
    if (answer.ok) forget(one);
    else kept.changeSent((sent) => sent.map((each) => (each.batch === one.batch ? { ...each, late: true } : each)));
    draw();
    const some = answer.ok && answer.value.taken_back < one.notes.length;
    say(t(!answer.ok ? "form.too_late" : some ? "form.taken_some" : "form.taken_back"), !answer.ok || some);
    if (answer.ok && edit) return onEdit(one.notes);
    focusHead();
  }

  /** @param {Sent} one */
  function forget(one) {
    kept.changeSent((sent) => sent.filter((each) => each.batch !== one.batch));
  }

  return { draw };
}

/** @param {string} text @param {boolean} bad */
function say(text, bad) {
  byId("mine-message").className = `message ${bad ? "message-warn" : "message-ok"}`;
  message("mine-message", text);
}

/** What had the focus is gone. */
function focusHead() {
  byId(byId("mine").hidden ? "main" : "mine-title").focus();
}

/** One note as it was written, to read. @param {Note & {title?: string}} note */
export function line({ kind, title, text }) {
  const what = element("span", { class: "form-kind" }, icon(kind === "solution" ? "lightbulb" : "flag"), t(`kind.${kind}`));
  return element("li", {}, element("p", { class: "small muted" }, what, ...(title ? [" · ", element("bdi", {}, title)] : [])),
    element("p", { class: "form-words", dir: "auto" }, text));
}

/** @param {string} key @param {string} sign @param {() => void} run */
function button(key, sign, run) {
  const made = element("button", { type: "button", class: "button button-outline" }, ...(sign ? [icon(sign)] : []), element("span", {}, t(key)));
  made.addEventListener("click", run);
  return made;
}
