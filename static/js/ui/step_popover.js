/** A button with a small window of controls below it. Not modal: Escape or a press elsewhere closes it, focus goes back to the button. */
import { html, useLayoutEffect, useRef, useState } from "../../vendor/preact-htm-signals.js";
import { Icon } from "./icon.js";

let count = 0;

/**
 * @param {object} props
 * @param {string} props.label name of the button and of the window
 * @param {string} [props.icon]
 * @param {any} [props.shown] what stands on the button; without it the button is its icon
 * @param {string} [props.class] of the button
 * @param {any} [props.children] the content, or a function that gets `close`
 * @param {any} [props.rest] further attributes of the button
 */
export function Popover({ label, icon, shown, class: look, children, ...rest }) {
  const id = useRef(`popover-${(count += 1)}`);
  const box = useRef(/** @type {any} */ (null));
  const button = useRef(/** @type {any} */ (null));
  const [open, setOpen] = useState(false);
  const close = () => {
    if (!box.current?.matches(":popover-open")) return;
    box.current.hidePopover();
    button.current?.focus();
  };
  useLayoutEffect(() => {
    if (!open) return;
    under(box.current, button.current.getBoundingClientRect());
    const first = box.current.querySelector("[autofocus], button, input, select, textarea, a[href]");
    (first || box.current).focus();
  }, [open]);
  return html`<button type="button" ref=${button} class=${`button ${shown ? "" : "button-icon"} ${look ?? ""}`} aria-label=${label} title=${label}
      aria-haspopup="dialog" aria-expanded=${String(open)} aria-controls=${id.current} onClick=${() => box.current.togglePopover()} ...${rest}>
      ${icon && html`<${Icon} name=${icon} />`}${shown}</button>
    <div id=${id.current} ref=${box} class="menu popover" popover role="dialog" aria-label=${label} tabindex="-1"
      onToggle=${(/** @type {any} */ event) => event.target === box.current && setOpen(event.newState === "open")}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key !== "Escape" && event.stopPropagation()}>
      ${open && (typeof children === "function" ? children(close) : children)}
    </div>`;
}

/** Below the button, inside the window. @param {HTMLElement} box @param {DOMRect} button */
function under(box, button) {
  const { width, height } = box.getBoundingClientRect();
  const wanted = button.left + button.width / 2 - width / 2;
  box.style.insetInlineStart = "auto";
  box.style.left = `${Math.max(8, Math.min(wanted, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(button.bottom + 8, innerHeight - height - 8))}px`;
}
