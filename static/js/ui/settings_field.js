/** A field whose words are kept when it is left; what is being typed survives whatever else is drawn meanwhile. */
import { html, useState } from "../../vendor/preact-htm-signals.js";

/**
 * @param {object} props
 * @param {string} props.value as kept
 * @param {(words: string) => void} props.onKeep gets what was typed, without blanks around
 * @param {boolean} [props.long] several lines
 * @param {any} [props.field] ref
 * @param {any} [props.rest] further attributes
 */
export function Field({ value, onKeep, long, field, ...rest }) {
  const [typed, setTyped] = useState(/** @type {string|null} */ (null));
  const keep = () => {
    if (typed === null) return;
    setTyped(null);
    if (typed.trim() !== value) onKeep(typed.trim());
  };
  const input = (/** @type {any} */ event) => setTyped(event.currentTarget.value);
  const more = { value: typed ?? value, dir: "auto", onInput: input, onChange: keep, onBlur: keep, ...rest };
  return long ? html`<textarea ref=${field} class="field" ...${more}></textarea>` : html`<input ref=${field} class="field" ...${more} />`;
}
