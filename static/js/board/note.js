// One note's element: how its parts are built and painted. The markup of a note exists here only.

/** @typedef {import('./types.js').Board} Board */

/**
 * @typedef {object} NoteView
 * @property {string} id
 * @property {HTMLElement} el
 * @property {HTMLElement} kind
 * @property {HTMLElement} more
 * @property {HTMLElement} text
 * @property {HTMLElement} by
 * @property {HTMLElement} goals
 * @property {HTMLElement} typing
 * @property {Record<string, any>} last what was painted, so that only differences touch the page
 */

const WIDTH = 136;
const HEIGHT = 103;
const FOOTLESS = 120;
const GOALS = 3;

/** @param {string} name @param {HTMLElement} [into] */
function span(name, into) {
  const el = document.createElement("span");
  el.className = name;
  into?.append(el);
  return el;
}

/** @param {HTMLElement} list @returns {NoteView} */
export function buildNote(list) {
  const el = document.createElement("div");
  el.className = "note";
  el.setAttribute("role", "option");
  el.tabIndex = -1;
  const kind = span("note-kind", el);
  const more = span("note-more", el);
  const text = span("note-text", el);
  text.dir = "auto";
  const by = span("note-by", el);
  by.dir = "auto";
  const goals = span("note-goals", el);
  const typing = span("note-typing");
  for (const part of el.children) part.setAttribute("aria-hidden", "true");
  list.append(el);
  return { id: "", el, kind, more, text, by, goals, typing, last: {} };
}

/**
 * @param {NoteView} view @param {any} note @param {{x: number, y: number}} at
 * @param {{board: Board, selected: boolean, dimmed: boolean, pending: boolean, typing?: Set<string>, focused: boolean, lifted: boolean}} state
 */
export function paintNote(view, note, at, state) {
  const { el, last } = view;
  const { t, store, textfit } = state.board;
  /** @param {string} name @param {any} value @param {() => void} write */
  const when = (name, value, write) => {
    if (last[name] === value) return;
    last[name] = value;
    write();
  };
  const theme = store.get("theme", note.theme);
  const words = t(`note.${note.kind}`);
  when("x", at.x, () => {
    el.style.left = `${at.x}px`;
  });
  when("y", at.y, () => {
    el.style.top = `${at.y}px`;
  });
  when("z", note.z, () => {
    el.style.zIndex = String(note.z || 0);
  });
  when("look", `${note.kind} ${theme?.color}`, () => {
    el.dataset.kind = note.kind;
    el.dataset.color = theme?.color ?? "blue";
  });
  when("kind", words, () => {
    view.kind.textContent = words;
  });
  const hasFoot = Boolean(note.association || note.sdgs?.length);
  const fitted = textfit.fit(note.text ?? "", WIDTH, hasFoot ? HEIGHT : FOOTLESS);
  when("fitted", fitted, () => {
    view.text.textContent = fitted.lines.join("\n");
    view.text.style.fontSize = `${fitted.size}px`;
    view.text.style.lineHeight = String(fitted.lead);
  });
  when("language", note.language, () => {
    view.text.lang = note.language || "";
  });
  when("more", fitted.cut ? t("note.more") : "", () => {
    view.more.textContent = fitted.cut ? t("note.more") : "";
  });
  when("by", note.association, () => {
    view.by.textContent = note.association || "";
  });
  when("goals", (note.sdgs ?? []).join(), () => paintGoals(view.goals, note.sdgs ?? []));
  when("state", `${state.selected} ${state.dimmed} ${state.pending} ${state.lifted}`, () => {
    el.className = `note${state.selected ? " selected" : ""}${state.dimmed ? " dimmed" : ""}${state.pending ? " pending" : ""}${state.lifted ? " lifted" : ""}`;
    el.setAttribute("aria-selected", String(state.selected));
  });
  when("focused", state.focused, () => {
    el.tabIndex = state.focused ? 0 : -1;
  });
  paintTyping(view, state, when);
  when("label", labelKey(note, theme, state, words), () => el.setAttribute("aria-label", describe(note, theme, state)));
}

/** @param {HTMLElement} box @param {number[]} goals */
function paintGoals(box, goals) {
  box.replaceChildren(
    ...goals.slice(0, GOALS).map((goal) => {
      const chip = span("goal");
      chip.dataset.goal = String(goal);
      chip.textContent = String(goal);
      return chip;
    }),
  );
  if (goals.length > GOALS) span("goal", box).textContent = `+${goals.length - GOALS}`;
}

/** @param {NoteView} view @param {any} state @param {(name: string, value: any, write: () => void) => void} when */
function paintTyping(view, state, when) {
  const words = typists(state);
  when("typing", words, () => {
    view.typing.textContent = words;
    if (words) view.el.append(view.typing);
    else view.typing.remove();
  });
}

/** @param {{board: Board, typing?: Set<string>}} state */
function typists({ board, typing }) {
  if (!typing?.size) return "";
  const names = [...typing].map((seat) => board.store.get("seat", seat)?.name).filter(Boolean);
  if (!names.length) return "";
  const name = `\u2068${names[0]}\u2069`;
  return names.length === 1
    ? board.t("note.edited_by", { name })
    : board.t("note.edited_by_more", { name, count: names.length - 1 });
}

/** @param {any} note @param {any} theme @param {any} state @param {string} words */
function labelKey(note, theme, state, words) {
  return `${words}|${note.text}|${theme?.title}|${note.association}|${note.sdgs}|${state.pending}|${typists(state)}`;
}

/** What a screen reader says of a note. @param {any} note @param {any} theme @param {{board: Board, pending: boolean}} state */
export function describe(note, theme, state) {
  const { t } = state.board;
  const parts = [t(`note.${note.kind}`), note.text || t("note.empty"), theme?.title, note.association];
  if (note.sdgs?.length) parts.push(t("note.goals", { goals: note.sdgs.join(", "), count: note.sdgs.length }));
  if (state.pending) parts.push(t("note.pending"));
  parts.push(typists(state));
  return parts.filter(Boolean).join(". ");
}
