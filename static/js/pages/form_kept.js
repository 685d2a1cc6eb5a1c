// What this device keeps of a form: the draft, and what was sent with the secret that takes it back. Where the browser keeps
// nothing, it lasts as long as the page.
/** @typedef {{kind: string, theme: string, text: string}} Note */
/** @typedef {{notes: Note[], language: string, association: string}} Draft */
/** @typedef {{batch: string, secret: string, at: string, late?: boolean, notes: (Note & {title: string})[]}} Sent */

const MOST_KEPT = 50; // of what was sent; older ones have long been on a board

/** @param {string} board */
export function createKept(board) {
  /** @type {Record<string, any>} */
  const memory = {};
  let works = true;

  /** @param {string} name */
  function read(name) {
    try {
      return JSON.parse(localStorage.getItem(`${name}:${board}`) ?? "null") ?? memory[name] ?? null;
    } catch {
      return memory[name] ?? null;
    }
  }

  /** @param {string} name @param {any} value */
  function write(name, value) {
    memory[name] = value;
    try {
      localStorage.setItem(`${name}:${board}`, JSON.stringify(value));
      works = true;
    } catch {
      works = false;
    }
  }

  return {
    /** Whether it will be there after the page is loaded again. */
    get works() {
      return works;
    },
    /** @returns {Draft} */
    draft() {
      const found = read("form-draft");
      const notes = Array.isArray(found?.notes) ? found.notes.map(note) : [];
      return { notes, language: string(found?.language), association: string(found?.association) };
    },
    /** @param {Draft} draft */
    keepDraft: (draft) => write("form-draft", draft),
    /** Newest first. @returns {Sent[]} */
    sent() {
      const found = read("form-sent");
      return Array.isArray(found) ? found.filter((each) => each?.batch && each.secret && Array.isArray(each.notes)) : [];
    },
    /** Reads anew before it writes: another window may have sent something meanwhile. @param {(sent: Sent[]) => Sent[]} change */
    changeSent(change) {
      write("form-sent", change(this.sent()).slice(0, MOST_KEPT));
    },
  };
}

/** @param {any} given @returns {Note} */
function note(given) {
  return { kind: given?.kind === "solution" ? "solution" : "challenge", theme: string(given?.theme), text: string(given?.text) };
}

/** @param {unknown} given */
function string(given) {
  return typeof given === "string" ? given : "";
}
