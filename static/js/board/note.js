// One note's element: how its parts are built and painted. The markup of a note exists here only.

import { isEarlier, readNote } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { STATUS_SIGNS, factsInWords, factsOf, hasRow, paintRow, paintSigns } from "./badges.js";
import { icon } from "./icon.js";
import { paintStepper } from "./vote_marks.js";

/** @typedef {import('./types.js').Board} Board */

/**
 * @typedef {object} NoteView
 * @property {string} id
 * @property {HTMLElement} el
 * @property {HTMLElement} kind
 * @property {HTMLElement} end what stands at the end of the title's line: signs and "more"
 * @property {HTMLElement} signs
 * @property {HTMLElement} more
 * @property {HTMLElement} text
 * @property {HTMLElement} also the original under its translation
 * @property {HTMLElement} turn
 * @property {HTMLElement} by
 * @property {HTMLElement} goals
 * @property {HTMLElement} row badges
 * @property {HTMLElement} typing
 * @property {Record<string, any>} last what was painted, so that only differences touch the page
 */

const WIDTH = 136;
const HEIGHT = 103;
const FOOTLESS = 120;
const ROW = 20;
/** How far the edge that one votes on reaches into a note, by mouse and by finger. */
const VOTING = { fine: 10, coarse: 24 };
const coarse = typeof matchMedia === "function" && matchMedia("(pointer: coarse)").matches;
const GOALS = 3;
const SMALL = 11.5;
/** What the goals take from the line of the author. @param {number} count */
const goalsWidth = (count) => (count ? 8 + 21 * Math.min(count, GOALS) + (count > GOALS ? 26 : 0) : 0);
/** Between a translation and the original under it, and how much of the room is the translation's. */
const GAP = 10;
const TOP = 29;
const UPPER = 0.6;

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
  const end = span("note-end", el);
  const signs = span("note-signs", end);
  const more = span("note-more", end);
  const text = span("note-text", el);
  text.dir = "auto";
  const also = span("note-text note-also");
  also.dir = "auto";
  also.setAttribute("aria-hidden", "true");
  const turn = span("note-turn");
  turn.append(icon("languages"));
  turn.dataset.vote = "turn";
  const by = span("note-by", el);
  by.dir = "auto";
  const goals = span("note-goals", el);
  const row = span("note-badges");
  const typing = span("note-typing");
  for (const part of el.children) part.setAttribute("aria-hidden", "true");
  list.append(el);
  return { id: "", el, kind, end, signs, more, text, also, turn, by, goals, row, typing, last: {} };
}

/**
 * @param {NoteView} view @param {any} note @param {{x: number, y: number}} at
 * @param {{board: Board, selected: boolean, dimmed: boolean, pending: boolean, typing?: Set<string>, focused: boolean, lifted: boolean, target?: boolean, fresh?: boolean}} state
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
  const facts = factsOf(state.board, note);
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
  // A status takes the word's place: flag or bulb and the shape still tell the kind.
  const sign = STATUS_SIGNS[note.status];
  const titled = sign ? t(`status.${note.status}`) : words;
  when("kind", `${titled} ${sign}`, () => view.kind.replaceChildren(...(sign ? [icon(sign), titled] : [titled])));
  const by = note.private ? t("canvas.only_you") : note.association || "";
  const hasFoot = Boolean(by || note.sdgs?.length);
  const row = hasRow(facts);
  const lift = facts.stepper ? VOTING[coarse ? "coarse" : "fine"] : 0;
  const read = readNote(note, store.translationsOf(note.id), howToRead());
  const height = (hasFoot ? HEIGHT : FOOTLESS) - (row ? ROW : 0) - lift;
  const fitted = textfit.fit(read.text, WIDTH, read.also ? Math.round((height - GAP) * UPPER) : height);
  const used = Math.ceil(fitted.lines.length * fitted.size * fitted.lead) + GAP;
  const under = read.also ? textfit.fit(read.also, WIDTH, height - used, fitted.size) : null;
  when("fitted", fitted, () => set(view.text, fitted));
  when("language", read.lang, () => {
    view.text.lang = read.lang;
  });
  when("under", under, () => {
    if (!under) return view.also.remove();
    set(view.also, under);
    view.text.after(view.also);
  });
  when("underAt", under ? `${read.alsoLang} ${used}` : "", () => {
    view.also.lang = read.alsoLang;
    view.also.style.top = `${TOP + used}px`;
  });
  const cut = fitted.cut || Boolean(under?.cut);
  when("more", cut ? t("note.more") : "", () => {
    view.more.textContent = cut ? t("note.more") : "";
  });
  const turn = read.turns ? `${read.translation ? (read.translation.machine ? "machine" : "person") : "original"}` : "";
  when("turn", turn, () => {
    if (!turn) return view.turn.remove();
    view.turn.dataset.shows = turn;
    view.turn.replaceChildren(icon(turn === "machine" ? "sparkles" : "languages"));
    view.end.prepend(view.turn);
  });
  const beside = goalsWidth(note.sdgs?.length ?? 0);
  when("by", `${beside} ${by}`, () => {
    view.by.textContent = textfit.line(by, WIDTH - beside, SMALL);
  });
  when("goals", (note.sdgs ?? []).join(), () => paintGoals(view.goals, note.sdgs ?? []));
  const key = `${document.documentElement.lang} ${note.kind} ${JSON.stringify(facts)}`;
  when("row", row ? key : "", () => {
    paintRow(view.row, note, facts, t);
    if (row) el.append(view.row);
    else view.row.remove();
  });
  when("signs", `${note.hidden} ${note.locked} ${facts.merged} ${Boolean(note.origin)}`, () => paintSigns(view.signs, note, facts));
  when("stepper", facts.stepper && JSON.stringify(facts.stepper), () => paintStepper(el, facts.stepper));
  const look = [
    "note",
    state.selected && "selected",
    state.dimmed && "dimmed",
    state.pending && "pending",
    state.lifted && "lifted",
    state.fresh && "fresh",
    state.target && "target",
    facts.stepper && "voting",
    facts.merged && "stacked",
    (note.private || note.hidden) && "unseen",
    hasFoot && "footed",
  ];
  when("state", look.filter(Boolean).join(" "), () => {
    el.className = look.filter(Boolean).join(" ");
    el.setAttribute("aria-selected", String(state.selected));
  });
  when("focused", state.focused, () => {
    el.tabIndex = state.focused ? 0 : -1;
  });
  paintTyping(view, state, when);
  const earlier = read.translation && isEarlier(read.translation, note);
  when("label", `${labelKey(note, theme, state, words)}|${key}|${read.text}|${turn}|${earlier}`, () => el.setAttribute("aria-label", describe({ ...note, text: read.text, turn, earlier }, theme, state, facts)));
}

/** @param {HTMLElement} el @param {import("./textfit.js").Fitted} fitted */
function set(el, fitted) {
  el.textContent = fitted.lines.join("\n");
  el.style.fontSize = `${fitted.size}px`;
  el.style.lineHeight = String(fitted.lead);
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
  return `${words}|${note.text}|${theme?.title}|${note.association}|${note.sdgs}|${note.status}|${note.private}|${note.hidden}|${note.locked}|${state.pending}|${typists(state)}`;
}

/** What a screen reader says of a note. @param {any} note @param {any} theme @param {{board: Board, pending: boolean}} state @param {import('./badges.js').Facts} facts */
export function describe(note, theme, state, facts) {
  const { t } = state.board;
  const parts = [t(`note.${note.kind}`), note.text || t("note.empty"), theme?.title, note.association];
  if (note.sdgs?.length) parts.push(t("note.goals", { goals: note.sdgs.join(", "), count: note.sdgs.length }));
  parts.push(...factsInWords(note, facts, t));
  if (note.turn) parts.push(t(`translation.seen_${note.turn}`));
  if (note.earlier) parts.push(t("translation.earlier"));
  if (state.pending) parts.push(t("note.pending"));
  parts.push(typists(state));
  return parts.filter(Boolean).join(". ");
}
