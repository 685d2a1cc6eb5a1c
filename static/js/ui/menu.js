/** Menus: a button with a list of commands, and the same list at a place on the board (context menu). */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Button, readable } from "./button.js";
import { Icon } from "./icon.js";
import { notesOf, mayAll, remove, duplicate, move, setKind } from "./note_actions.js";
import { clusterItems, titleOf } from "./cluster_actions.js";
import { groupItems, leadItems, linkItems, turnItems } from "./note_menu.js";
/** @typedef {import("./state.js").App} App */
/** @typedef {{icon?: string, label: string, keys?: string, run?: () => void, href?: string, off?: boolean, checked?: boolean, lang?: string, mirror?: boolean, danger?: boolean}} Choice */
/** @typedef {Choice | "-" | null | false | undefined | ""} Item  "-": a line, left out where it parts nothing */
/** @typedef {{title: string, items: Item[]}} ItemGroup */

let count = 0;

/** @param {{icon: string, label: string, items?: Item[], groups?: ItemGroup[], text?: boolean, short?: string, mirror?: boolean}} props `groups` instead of items: many, under headings */
export function MenuButton({ icon, label, items, groups, text, short, mirror }) {
  const id = useRef(`menu-${(count += 1)}`);
  const list = useRef(/** @type {any} */ (null));
  const button = () => /** @type {HTMLElement|null} */ (document.querySelector(`[aria-controls="${id.current}"]`));
  const toggle = () => {
    const from = button();
    if (!from || !list.current) return;
    list.current.togglePopover();
    if (list.current.matches(":popover-open")) {
      beside(list.current, from.getBoundingClientRect());
      list.current.querySelector("[role^=menuitem]")?.focus();
    }
  };
  return html`<${Button} icon=${icon} label=${label} text=${text} short=${short} mirror=${mirror} aria-haspopup="menu" aria-controls=${id.current} onClick=${toggle} />
    <${Items} id=${id.current} items=${items} groups=${groups} label=${label} list=${list} onClose=${() => list.current?.hidePopover()} onLeave=${() => button()?.focus()} />`;
}

/** @param {{id?: string, items?: Item[], groups?: ItemGroup[], label: string, list: any, onClose: () => void, onLeave: () => void}} props */
function Items({ id, items = [], groups, label, list, onClose, onLeave }) {
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    event.stopPropagation();
    const all = /** @type {HTMLElement[]} */ ([...list.current.querySelectorAll("[role^=menuitem]")]);
    const at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    /** @type {Record<string, number>} */
    const goes = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 };
    if (event.key in goes) {
      event.preventDefault();
      all[goes[event.key]]?.focus();
    } else if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      onClose();
      onLeave();
    }
  };
  /** @param {Choice} item */
  const choose = (item) => {
    onClose();
    onLeave();
    item.run?.();
  };
  const first = (groups ? groups.flatMap((group) => group.items) : items).find((item) => item && item !== "-");
  /** @param {Item} item @param {number} i */
  const entry = (item, i) => {
    if (!item) return null;
    if (item === "-") return html`<hr key=${i} class="menu-line" />`;
    const stop = item === first ? 0 : -1; // a list that can be scrolled has something that Tab reaches
    const role = item.checked === undefined ? "menuitem" : "menuitemradio";
    const inner = html`${item.checked !== undefined ? html`<span class="menu-check">${item.checked && html`<${Icon} name="check" />`}</span>` : item.icon && html`<${Icon} name=${item.icon} mirror=${item.mirror} />`}<span class="menu-label" dir="auto">${item.label}</span>${item.keys && html`<kbd aria-hidden="true">${readable(item.keys.split(" ")[0])}</kbd>`}`;
    return item.href
      ? html`<a key=${i} role=${role} tabindex=${stop} class="menu-item" href=${item.href} target="_blank" rel="noopener" onClick=${onClose}>${inner}</a>`
      : html`<button key=${i} type="button" role=${role} tabindex=${stop} class="menu-item" lang=${item.lang} data-danger=${item.danger ? "" : undefined} aria-checked=${item.checked === undefined ? undefined : String(item.checked)}
          aria-keyshortcuts=${item.keys} aria-disabled=${item.off ? "true" : undefined} onClick=${() => !item.off && choose(item)}>${inner}</button>`;
  };
  return html`<div id=${id} ref=${list} class=${groups ? "menu menu-groups" : "menu"} popover role="menu" aria-label=${label} onKeyDown=${key}>
    ${groups
      ? groups.map((group) => html`<div key=${group.title} class="menu-group" role="group" aria-label=${group.title}><p class="menu-title" aria-hidden="true">${group.title}</p>${group.items.map(entry)}</div>`)
      : parted(items).map(entry)}
  </div>`;
}

/** Without lines that part nothing. @param {Item[]} items @returns {Item[]} */
function parted(items) {
  const shown = items.filter(Boolean);
  return shown.filter((item, i) => item !== "-" || (i > 0 && shown[i - 1] !== "-" && shown.slice(i).some((later) => later !== "-")));
}

/** The menu of chosen notes, where the board asks for it. @param {{app: App}} props */
export function ContextMenu({ app }) {
  const { ui, live, actions, session } = app;
  const list = useRef(/** @type {any} */ (null));
  const at = ui.menu.value;
  useEffect(() => {
    if (!at || !list.current) return;
    list.current.showPopover();
    beside(list.current, new DOMRect(at.x, at.y, 0, 0));
    list.current.querySelector("[role^=menuitem]")?.focus();
  }, [at]);
  if (!at) return null;
  const close = () => {
    list.current?.hidePopover();
    ui.menu.value = null;
  };
  const cluster = at.cluster && live.get("cluster", at.cluster);
  if (cluster) {
    const rename = () => app.layer.peek()?.rename(cluster.id);
    return html`<${Items} items=${clusterItems(app, cluster, { rename })} label=${t("cluster.menu", { title: titleOf(cluster) })} list=${list} onClose=${close} onLeave=${() => app.layer.peek()?.focusCluster(cluster.id, { still: true })} />`;
  }
  const notes = notesOf(app, at.ids);
  const one = notes.length === 1 ? notes[0] : null;
  const ids = notes.map((note) => note.id);
  const edit = mayAll(app, "edit", notes);
  const mayMove = mayAll(app, "move", notes);
  /** @type {Item[]} */
  const items = [
    one && edit && { icon: "pencil", label: t("action.edit"), run: () => app.layer.peek()?.edit(one.id) },
    edit && { icon: "flag", label: t("action.make_challenge"), off: notes.every((n) => n.kind === "challenge"), run: () => setKind(app, ids, "challenge") },
    edit && { icon: "lightbulb", label: t("action.make_solution"), off: notes.every((n) => n.kind === "solution"), run: () => setKind(app, ids, "solution") },
    ...turnItems(app, one),
    "-",
    ...linkItems(app, one),
    ...groupItems(app, notes),
    "-",
    ...(mayMove
      ? live.themes().filter((/** @type {any} */ theme) => notes.some((n) => n.theme !== theme.id))
          .map((/** @type {any} */ theme) => ({ icon: "arrow-right", mirror: true, label: t("action.move_to", { theme: theme.title }), run: () => move(app, ids, theme.id) }))
      : []),
    "-",
    mayMove && { icon: "bring-to-front", label: t("action.front"), run: () => actions.bringToFront(ids) },
    actions.may("add") && notes.length > 0 && { icon: "copy", label: t("action.duplicate"), run: () => duplicate(app, ids) },
    notes.length > 0 && { icon: "panel-right", mirror: true, label: t("action.details"), run: () => (session.panel.value = "note") },
    "-",
    ...leadItems(app, notes),
    "-",
    mayAll(app, "remove", notes) && { icon: "trash-2", danger: true, label: t("action.delete"), run: () => remove(app, ids) },
    !notes.length && session.role.value === "facilitator" && { icon: "sparkles", label: t("suggest.open"), run: () => (ui.dialog.value = { name: "suggest" }) },
    !notes.length && actions.may("add") && { icon: "plus", label: t("add.note"), run: () => app.layer.peek()?.addUnder(at.x, at.y) },
    !notes.length && { icon: "maximize", label: t("dock.fit"), run: () => app.layer.peek()?.fit() },
  ];
  const back = () => (one ? app.layer.peek()?.focusNote(one.id) : app.layer.peek()?.refocus());
  return html`<${Items} items=${items} label=${t("menu.note")} list=${list} onClose=${close} onLeave=${back} />`;
}

/** Places a popover below a rectangle, or above it when there is no room, inside the window. @param {HTMLElement} popover @param {DOMRect} rect */
function beside(popover, rect) {
  const size = popover.getBoundingClientRect();
  const rtl = document.documentElement.dir === "rtl";
  const wanted = rtl ? rect.right - size.width : rect.left;
  const x = Math.max(8, Math.min(wanted, innerWidth - size.width - 8));
  const below = rect.bottom + 6;
  const y = below + size.height <= innerHeight - 8 ? below : Math.max(8, rect.top - size.height - 6);
  popover.style.insetInlineStart = "auto";
  popover.style.left = `${x}px`;
  popover.style.top = `${y}px`;
}
