// Sentences that several parts say: how long ago.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setWords } from "../../static/js/core/i18n.js";
import { ago } from "../../static/js/ui/phrases.js";

test("how long ago is never in the future, and never sixty minutes", () => {
  const forms = (/** @type {string} */ unit) => ({ one: `{0} ${unit} ago`, other: `{0} ${unit}s ago` });
  setWords("en", /** @type {any} */ ({ "time.now": "just now", "#": { decimal: ".", group: ",", sizes: [3, 3], digits: "0123456789", ago: { minute: forms("minute"), hour: forms("hour"), day: forms("day") } } }));
  const now = Date.parse("2026-03-21T14:00:00Z");
  const said = (/** @type {number} */ seconds) => ago(new Date(now - seconds * 1000).toISOString(), now);
  assert.deepEqual([-300, 0, 59, 60, 119, 3599, 3600, 86_399, 86_400].map(said), ["just now", "just now", "just now", "1 minute ago", "1 minute ago", "59 minutes ago", "1 hour ago", "23 hours ago", "1 day ago"]);
  assert.equal(ago(undefined, now), "");
  assert.equal(ago("yesterday", now), "");
});
