// The themes of a board that is about to be made: name, colour, sign, order. Nothing is sent from here.
import { t } from "../core/i18n.js";
import { byId, element, icon } from "./common.js";
import { COLORS, SIGNS } from "../core/signs.js";
import { drawSign } from "./signs.js";

/** @typedef {{id?: string, title: string, color: string, sign: string}} Theme */
const MOST = 20;

/** @param {Theme[]} given the template */
export function themeEditor(given) {
  /** @type {Theme[]} */
  const themes = given.map((each) => ({ ...each }));
  let was = JSON.stringify(themes);
  const list = byId("themes");
  const chips = byId("theme-chips");
  const add = /** @type {HTMLButtonElement} */ (byId("theme-add"));
  const details = /** @type {HTMLDetailsElement} */ (byId("themes-edit"));

  draw();
  add.addEventListener("click", () => {
    themes.push({ title: "", color: rarest(COLORS, "color"), sign: rarest(SIGNS, "sign") });
    draw();
    focusOn(themes.length - 1, "input");
  });

  return {
    read,
    /** Whether somebody has changed what was given. */
    changed: () => JSON.stringify(themes) !== was,
    /** As they stand, to be filled in on this page in another language. */
    now: () => themes,
    /** Others than those that were given. @param {Theme[]} others */
    fill(others) {
      themes.splice(0, themes.length, ...others);
      draw();
    },
    /** Begin anew with other themes. @param {Theme[]} others */
    begin(others) {
      themes.splice(0, themes.length, ...others.map((each) => ({ ...each })));
      was = JSON.stringify(themes);
      byId("themes-error").textContent = "";
      draw();
    },
  };

  /** The themes as the server takes them, or null after saying what is missing. @returns {Theme[] | null} */
  function read() {
    const empty = themes.findIndex((each) => !each.title.trim());
    byId("themes-error").textContent = empty < 0 ? "" : t("home.theme_empty");
    if (empty < 0) return themes.map((each) => ({ ...each, title: each.title.trim() }));
    details.open = true;
    const field = focusOn(empty, "input");
    field?.setAttribute("aria-invalid", "true");
    return null;
  }

  function draw() {
    list.replaceChildren(...themes.map(row));
    drawChips();
    add.disabled = themes.length >= MOST;
  }

  function drawChips() {
    chips.replaceChildren(...themes.filter((each) => each.title.trim()).map((each) =>
      element("li", { class: "theme-chip", "data-color": each.color }, drawSign(each.sign), element("bdi", { textContent: each.title }))));
  }

  /** @param {Theme} theme @param {number} index */
  function row(theme, index) {
    const number = index + 1;
    const title = element("input", { class: "field", value: theme.title, maxLength: 80, dir: "auto", "aria-label": t("home.theme_title", { number }), "aria-describedby": "themes-error" });
    title.addEventListener("input", () => {
      theme.title = title.value;
      title.removeAttribute("aria-invalid");
      byId("themes-error").textContent = "";
      drawChips();
    });
    const made = element("li", { class: "theme-row", "data-color": theme.color });
    const sample = element("span", { class: "theme-sample", "aria-hidden": "true" }, drawSign(theme.sign));
    made.append(
      sample,
      title,
      element("div", { class: "theme-tools" },
        picker(COLORS, "color", theme, t("home.theme_color", { number }), () => {
          made.dataset.color = theme.color;
          drawChips();
        }),
        picker(SIGNS, "sign", theme, t("home.theme_sign", { number }), () => {
          sample.replaceChildren(drawSign(theme.sign));
          drawChips();
        }),
        tool("arrow-up", t("home.theme_up", { number }), index === 0, () => move(index, -1)),
        tool("arrow-down", t("home.theme_down", { number }), index === themes.length - 1, () => move(index, 1)),
        tool("trash-2", t("home.theme_remove", { number }), themes.length === 1, () => remove(index))),
    );
    return made;
  }

  /** @param {readonly string[]} options @param {"color" | "sign"} field @param {Theme} theme @param {string} label @param {() => void} done */
  function picker(options, field, theme, label, done) {
    const select = element("select", { class: "select select-small", "aria-label": label });
    for (const option of options) select.append(element("option", { value: option, textContent: field === "color" ? t(`color.${option}`) : t(`sign.${option}`), selected: option === theme[field] }));
    select.addEventListener("change", () => {
      theme[field] = select.value;
      done();
    });
    return select;
  }

  /** @param {string} name @param {string} label @param {boolean} disabled @param {() => void} run */
  function tool(name, label, disabled, run) {
    const button = element("button", { class: "button button-icon", type: "button", title: label, disabled, "aria-label": label, "data-tool": name }, icon(name));
    button.addEventListener("click", run);
    return button;
  }

  /** @param {number} index @param {number} step */
  function move(index, step) {
    themes.splice(index + step, 0, ...themes.splice(index, 1));
    draw();
    const same = `[data-tool="${step < 0 ? "arrow-up" : "arrow-down"}"]:not(:disabled)`;
    if (!focusOn(index + step, same)) focusOn(index + step, "[data-tool]:not(:disabled)");
    say(t("home.theme_moved", { number: index + step + 1 }));
  }

  /** @param {number} index */
  function remove(index) {
    themes.splice(index, 1);
    draw();
    focusOn(Math.min(index, themes.length - 1), "input");
    say(t("home.theme_removed"));
  }

  /** @param {number} index @param {string} what @returns {HTMLElement | null} */
  function focusOn(index, what) {
    const target = /** @type {HTMLElement | null} */ (list.children[index]?.querySelector(what));
    target?.focus();
    return target;
  }

  /** What of `options` is used least. @param {readonly string[]} options @param {"color" | "sign"} field */
  function rarest(options, field) {
    const times = options.map((option) => themes.filter((each) => each[field] === option).length);
    return options[times.indexOf(Math.min(...times))];
  }
}

/** @param {string} text */
function say(text) {
  byId("said").textContent = text;
}
