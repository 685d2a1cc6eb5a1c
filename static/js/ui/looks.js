/** Style sheets that come over the line with what they are for; the page says where they are. */

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/** The style sheets of css/later/NAME, applied. Fails when the line does; asking again tries again. @param {string} name @returns {Promise<unknown>} */
export function look(name) {
  const before = asked.get(name);
  if (before) return before;
  const told = /** @type {HTMLMetaElement | null} */ (document.querySelector(`meta[name="look-${name}"]`))?.content;
  const all = Promise.all((told ? told.split(" ") : []).map(sheet));
  asked.set(name, all);
  all.catch(() => asked.delete(name));
  return all;
}

/** @param {string} url */
function sheet(url) {
  const there = /** @type {HTMLLinkElement | null} */ (document.querySelector(`link[rel=stylesheet][href="${url}"]`));
  if (there?.sheet) return Promise.resolve();
  return new Promise((done, failed) => {
    const link = there ?? document.createElement("link"); // one that is there is on its way
    link.rel = "stylesheet";
    link.onload = () => done(undefined);
    link.onerror = () => {
      link.remove();
      failed(new Error(`no style sheet ${url}`));
    };
    if (there) return;
    link.href = url;
    document.head.append(link);
  });
}

/** A loader of a module together with its look. @template T @param {string} name @param {() => Promise<T>} load @returns {() => Promise<T>} */
export const withLook = (name, load) => () => Promise.all([load(), look(name)]).then(([part]) => part);
