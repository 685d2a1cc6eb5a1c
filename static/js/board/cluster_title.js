// Writing a cluster's title where it stands: Enter keeps it, Escape leaves it as it was.

import { CLUSTER_HEAD } from "../core/layout.js";

const LIMIT = 80;
const READABLE = 0.6;

/** @typedef {import('./types.js').Board} Board */

/** @param {Board} board */
export function createTitle(board) {
  const { scene, store, session, actions, camera, t } = board;
  const field = document.createElement("input");
  field.className = "cluster-field";
  field.maxLength = LIMIT;
  field.dir = "auto";
  field.autocomplete = "off";
  /** @type {string | null} */
  let open = null;

  function place() {
    const rect = open && scene.frames.at(open);
    if (rect) Object.assign(field.style, { left: `${rect.x + 8}px`, top: `${rect.y + 5}px`, width: `${Math.max(160, rect.w - 16)}px`, height: `${CLUSTER_HEAD - 10}px` });
  }

  /** @param {boolean} keep @param {boolean} back whether the title takes the focus */
  function end(keep, back) {
    if (!open) return;
    const id = open;
    open = null;
    const title = field.value.replace(/\s+/g, " ").trim();
    const cluster = store.get("cluster", id);
    field.remove();
    if (cluster && keep && title !== cluster.title) {
      actions.setCluster(id, { title });
      board.settle([], [id]);
    }
    if (cluster && back) board.layer.focusCluster(id, { still: true });
  }

  field.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    end(event.key === "Enter", true);
  });
  field.addEventListener("blur", () => {
    if (document.hasFocus()) end(true, false);
  });

  return {
    /** @param {string} id */
    begin(id) {
      const cluster = store.get("cluster", id);
      const rect = scene.frames.at(id);
      if (!cluster || !rect) return;
      const reason = board.why("group", cluster, "canvas.may_not_group");
      if (reason) return board.tell(reason);
      end(true, false);
      open = id;
      session.cluster.value = id;
      field.value = cluster.title;
      field.placeholder = t("cluster.title");
      field.setAttribute("aria-label", t("cluster.title"));
      field.dataset.color = store.get("theme", cluster.theme)?.color ?? "blue";
      board.parts.desk.append(field);
      place();
      if (camera.z < READABLE) {
        const area = camera.free();
        camera.move(area.x + area.w / 2 - (rect.x + rect.w / 2), area.y + 80 - rect.y, 1);
      } else camera.reveal({ ...rect, h: CLUSTER_HEAD });
      field.focus({ preventScroll: true });
      field.select();
    },
    /** A cluster that goes closes its field; one that moves takes it along. */
    check() {
      if (open && !store.get("cluster", open)) end(false, false);
      else place();
    },
    end: () => end(true, false),
    inside: (/** @type {EventTarget | null} */ target) => target === field,
  };
}

/** @typedef {ReturnType<typeof createTitle>} Title */
