/** A file and how to read it, sent to the server. A failure is an ImportRefused with the server's own details. */

import { randomId } from "../core/actions.js";

/** What the reader takes; said at once, before anything is sent over a slow line. */
export const MOST_BYTES = 5_000_000;
/** What pasted text is called as a file. */
export const PASTED = "pasted.txt";

/** @typedef {{reason: string, field?: string, why?: string, limit?: number, row?: number, format?: string, retry_after?: number}} Trouble */

export class ImportRefused extends Error {
  /** @param {Trouble} trouble */
  constructor(trouble) {
    super(trouble.why || trouble.reason);
    this.trouble = trouble;
  }
}

/**
 * @param {string} path
 * @param {File} file
 * @param {Record<string, any>} options
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export async function send(path, file, options, signal) {
  const body = new FormData();
  body.append("file", file, file.name);
  body.append("options", JSON.stringify(options));
  let response;
  try {
    response = await fetch(path, { method: "POST", body, signal, cache: "no-store" });
  } catch {
    throw new ImportRefused({ reason: signal?.aborted ? "aborted" : "offline" });
  }
  const answer = await response.json().catch(() => null);
  if (response.ok && answer) return answer;
  throw new ImportRefused(answer?.error?.reason ? answer.error : { reason: response.status === 413 ? "limit" : "unavailable" });
}

/** Names what is sent: the same file with the same wishes has the same name, so that trying again brings nothing in twice. */
export function createAttempt() {
  /** @type {{file: File, wish: string, name: string} | null} */
  let last = null;
  return {
    /** @param {File} file @param {Record<string, any>} wish */
    of(file, wish) {
      const said = JSON.stringify(wish);
      if (last?.file !== file || last.wish !== said) last = { file, wish: said, name: `import-${randomId()}` };
      return last.name;
    },
    /** The server has decided: who asks again asks anew. */
    over() {
      last = null;
    },
  };
}

/** The file as it is now, kept: what happens to it on the disk later plays no part. Throws ImportRefused. @param {File} file */
export async function held(file) {
  if (file.size > MOST_BYTES) throw new ImportRefused({ reason: "invalid", field: "file", why: "too_large", limit: MOST_BYTES });
  const bytes = await file.arrayBuffer().catch(() => {
    throw new ImportRefused({ reason: "unreadable" }); // a folder, or gone meanwhile
  });
  return new File([bytes], file.name || PASTED, { type: file.type });
}

/** Pasted text as a file. @param {string} text */
export function pasted(text) {
  return new File([text], PASTED, { type: "text/plain" });
}
