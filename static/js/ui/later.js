/** A part of the page whose module comes over the line when it is first wanted. */
import { html, useEffect, useState } from "../../vendor/preact-htm-signals.js";
/** @typedef {import("./state.js").App} App */

const AGAIN = 3000;

/** What came once is there at once. @type {Map<string, any>} */
const found = new Map();

/**
 * A part that is fetched when it is first drawn: there, on its way, or not to be had for the moment. It asks again by itself when the
 * line is back. @param {string} name @param {() => Promise<any>} load
 */
export function useFetched(name, load) {
  const [state, setState] = useState({ failed: false, round: 0 });
  const again = () => setState(({ round }) => ({ failed: false, round: round + 1 }));
  useEffect(() => {
    if (found.has(name)) return;
    let over = false;
    const next = (/** @type {boolean} */ failed) => !over && setState(({ round }) => ({ failed, round }));
    load().then((part) => (found.set(name, part), next(false)), () => next(true));
    return () => void (over = true);
  }, [name, state.round]);
  useEffect(() => {
    if (!state.failed) return;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [state.failed]);
  return { part: found.get(name), failed: state.failed, again };
}

/** A component in whose place nothing stands until its module is there. @param {string} name @param {() => Promise<any>} load */
export function later(name, load) {
  return (/** @type {any} */ props) => {
    const { part, failed, again } = useFetched(name, load);
    useEffect(() => {
      if (!failed) return;
      const timer = setTimeout(again, AGAIN);
      return () => clearTimeout(timer);
    }, [failed]);
    return part ? html`<${part} ...${props} />` : null;
  };
}

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
