/** A part of the page whose module comes over the line when it is first wanted. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
/** @typedef {import("./state.js").App} App */

const AGAIN = 3000;

/** @param {{app: App, when: boolean, load: () => Promise<any>}} props `load` gives the component, which is handed the app */
export function Later({ app, when, load }) {
  const [found, setFound] = useState(/** @type {{part: any} | null} */ (null));
  useEffect(() => {
    if (!when || found) return;
    let over = false;
    /** @type {any} */
    let timer = 0;
    const get = () => load().then((part) => !over && setFound({ part }), () => (timer = setTimeout(get, AGAIN)));
    get();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [when]);
  return when && found ? html`<${found.part} app=${app} />` : null;
}
