// A small question on the canvas with one answer that a click or Enter gives: "Make a cluster of 5 notes", "Merge A into B?".

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createOffer(board) {
  const { parts, t } = board;
  const box = document.createElement("div");
  box.className = "board-offer";
  box.setAttribute("role", "group");
  const question = document.createElement("span");
  const yes = document.createElement("button");
  const no = document.createElement("button");
  yes.type = no.type = "button";
  yes.className = "button button-primary";
  no.className = "button";
  box.append(question, yes, no);
  /** @type {(() => void) | null} */
  let run = null;

  function close(back = true) {
    if (!run) return;
    run = null;
    const held = box.contains(document.activeElement);
    box.remove();
    if (held && back) board.layer.refocus();
  }

  yes.addEventListener("click", () => {
    const act = run;
    close(false);
    board.layer.refocus();
    act?.();
  });
  no.addEventListener("click", () => close());
  box.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  box.addEventListener("focusout", (event) => {
    if (!box.contains(/** @type {Node | null} */ (event.relatedTarget)) && document.hasFocus()) close(false);
  });

  return {
    close,
    isOpen: () => run !== null,
    inside: (/** @type {EventTarget | null} */ target) => target instanceof Node && box.contains(target),
    /** @param {{words?: string, label: string, x: number, y: number, run: () => void}} offer a place on the screen */
    open({ words = "", label, x, y, run: act }) {
      close(false);
      run = act;
      question.textContent = words;
      question.dir = "auto";
      yes.textContent = label;
      no.textContent = t("canvas.offer_close");
      box.setAttribute("aria-label", words || label);
      parts.overlay.append(box);
      const room = board.camera.free();
      const size = box.getBoundingClientRect();
      box.style.left = `${Math.max(room.x, Math.min(x - size.width / 2, room.x + room.w - size.width))}px`;
      box.style.top = `${Math.max(room.y, Math.min(y + 12, room.y + room.h - size.height))}px`;
      yes.focus({ preventScroll: true });
    },
  };
}

/** @typedef {ReturnType<typeof createOffer>} Offer */
