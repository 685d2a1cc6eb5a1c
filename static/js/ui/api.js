/** HTTP calls of the chrome (trash, links, me). A failure is an Error with the server's `reason`. */

export class Refusal extends Error {
  /** @param {string} reason @param {number} [retryAfter] @param {string} [field] @param {string} [why] */
  constructor(reason, retryAfter, field, why) {
    super(reason);
    this.reason = reason;
    this.field = field;
    this.why = why;
    this.retryAfter = retryAfter;
  }
}

/**
 * @param {string} board
 * @param {string} path below the board, e.g. "/trash"
 * @param {{method?: string, body?: any}} [options]
 * @returns {Promise<any>}
 */
export async function call(board, path, { method = "GET", body } = {}) {
  let response;
  try {
    response = await fetch(`/api/boards/${encodeURIComponent(board)}${path}`, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    throw new Refusal("offline");
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(answer?.error?.reason || "unavailable", answer?.error?.retry_after, answer?.error?.field, answer?.error?.why);
  return answer;
}
