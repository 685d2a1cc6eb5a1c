// Many seeded runs of people on a bad network end well; with a bug planted, they do not. FUZZ_SEEDS=n FUZZ_FROM=n to run others.
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./simulated_session.js";

const FROM = Number(process.env.FUZZ_FROM ?? 1);
const SEEDS = Number(process.env.FUZZ_SEEDS ?? 300);
const UNTIL_CAUGHT = 40;

test(`S1 S4 S5 S8 S9 S10 P1 P3 P4 T1: ${SEEDS} runs end with everybody seeing what is theirs to see, and nothing lost`, async () => {
  let accepted = 0;
  let typed = 0;
  for (let seed = FROM; seed < FROM + SEEDS; seed += 1) {
    try {
      const sums = await run(seed, { strict: true });
      accepted += sums.accepted;
      typed += sums.typed;
    } catch (error) {
      throw new Error(`seed ${seed}: ${/** @type {Error} */ (error).message}`, { cause: error });
    }
  }
  assert.ok(accepted > SEEDS * 50 && typed > SEEDS * 50, `too little happened: ${accepted} changes, ${typed} letters`);
});

/** @type {Record<string, import("./simulated_session.js").Options>} */
const mutants = {
  "a client that does not look where a range begins": {
    mutate: (_parts, sync) => {
      if (!sync) return;
      sync.incoming.take = (/** @type {any} */ { seq, changes }) => {
        for (const change of changes) {
          if (change.seq <= sync.store.seq) continue;
          sync.store.confirm(change);
          sync.store.seq = change.seq;
        }
        sync.incoming.reached(seq);
      };
    },
  },
  "no resend": {
    mutate: (parts, sync) => {
      if (sync) return;
      const { connect } = parts;
      const sent = new Set();
      parts.connect = (/** @type {any} */ on) => {
        const link = connect(on);
        const { send } = link;
        link.send = (/** @type {string} */ event, /** @type {any} */ payload) => {
          if (event !== "change" || !sent.has(payload.change_id)) send.call(link, event, payload);
          if (event === "change") sent.add(payload.change_id);
        };
        return link;
      };
    },
  },
  "no catch-up": {
    mutate: (_parts, sync) => {
      if (!sync) return;
      sync.incoming.catchUp = async () => {};
      const { joined } = sync.incoming;
      sync.incoming.joined = (/** @type {any} */ answer) => joined.call(sync.incoming, { seq: answer.seq, changes: [] }, answer.seq);
    },
  },
  "a client that leaves out what only it may see": {
    mutate: (parts, sync) => {
      if (sync) return;
      const { snapshot } = parts.http;
      parts.http.snapshot = async () => ({ ...(await snapshot()), own: {} });
    },
  },
  "a client that loses packed lists": {
    mutate: (parts, sync) => {
      if (!sync) parts.unpack = async () => [];
    },
  },
  "a client that takes what everybody is told for its own list, when that was lost": {
    mutate: (_parts, sync) => {
      if (sync) sync.incoming.take = sync.incoming.accept;
    },
  },
  "a projection that drops a step": { server: { dropsSteps: true } },
  "a projection that shows a secret": { server: { leaks: true } },
  "server without memory of outcomes": { server: { forgets: true } },
  "acknowledgement before commit": { server: { earlyAck: true } },
};

for (const [name, options] of Object.entries(mutants)) {
  test(`the fuzz catches: ${name}`, async () => {
    for (let seed = 1; seed <= UNTIL_CAUGHT; seed += 1) {
      const caught = await run(seed, options).then(() => false, () => true);
      if (caught) return;
    }
    assert.fail(`${UNTIL_CAUGHT} seeds did not catch it`);
  });
}
