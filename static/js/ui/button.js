/** Buttons of the chrome: with an icon, a name, a tooltip and the keys that do the same. */
import { html } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { Icon } from "./icon.js";

/**
 * @param {object} props
 * @param {string} props.icon
 * @param {string} props.label always there: shown, or told to those who cannot see the icon
 * @param {(event: any) => void} [props.onClick]
 * @param {boolean} [props.text] show the label beside the icon
 * @param {string} [props.short] shown instead of the label; the label contains it
 * @param {string} [props.kind] "primary" or "danger"
 * @param {boolean} [props.pressed]
 * @param {boolean} [props.off] stays focusable and does nothing
 * @param {string} [props.keys] as in aria-keyshortcuts
 * @param {boolean} [props.mirror]
 * @param {any} [props.rest] further attributes
 */
export function Button({ icon, label, onClick, text, short, kind, pressed, off, keys, mirror, ...rest }) {
  const shown = short ?? (text ? label : "");
  return html`<button
    type="button"
    class=${["button", kind && `button-${kind}`, !shown && "button-icon"].filter(Boolean).join(" ")}
    title=${keys ? `${label} (${readable(keys)})` : shown === label ? undefined : label}
    aria-label=${shown === label ? undefined : label}
    aria-pressed=${pressed === undefined ? undefined : String(pressed)}
    aria-disabled=${off ? "true" : undefined}
    aria-keyshortcuts=${keys}
    onClick=${off ? undefined : onClick}
    ...${rest}
  >
    ${icon && html`<${Icon} name=${icon} mirror=${mirror} />`}${shown && html`<span>${shown}</span>`}
  </button>`;
}

/** "Control+Z" in the words of the reader's keyboard. @param {string} keys */
export function readable(keys) {
  return keys
    .split(" ")
    .map((one) =>
      one
        .split("+")
        .map((key) => (KEYS.has(key) ? t(`key.${key.toLowerCase()}`) : key))
        .join("+"),
    )
    .join(" / ");
}

const KEYS = new Set(["Control", "Shift", "Delete", "Enter", "Escape", "Space", "Home", "End", "PageUp", "PageDown", "Arrows"]);
