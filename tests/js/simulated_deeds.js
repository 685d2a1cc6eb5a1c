// What people of the sync fuzz do besides writing and moving notes: clusters, answers, talk, votes, the agenda, secrecy.
/** @typedef {import("./simulated_people.js").Person} Person */

const SIGNS = ["like", "heart", "idea"];

/** One thing that anybody may do. @param {Person} person */
export function takesPart(person) {
  const { actions, store, sync, seat, world: { dice } } = person;
  const notes = store.all("note");
  const clusters = store.all("cluster");
  if (notes.length === 0) return;
  const some = (/** @type {number} */ most) => Array.from({ length: 1 + dice.int(most) }, () => dice.pick(notes).id);
  const note = dice.pick(notes);
  const cluster = clusters.length ? dice.pick(clusters) : null;
  const round = store.openRound();
  /** @type {(() => void)[]} */
  const deeds = [
    () => actions.addCluster({ theme: note.theme, title: "c", notes: [...new Set(some(4))] }),
    () => actions.acceptSuggestions(["one", "two"].map((theme) => ({ theme, title: "s", notes: store.notesOf(theme).slice(0, 3).map(({ id }) => id) })).filter((each) => each.notes.length > 1)),
    () => cluster && actions.putInCluster([...new Set(some(3))], cluster.id),
    () => actions.takeOut(some(2)),
    () => cluster && actions.moveCluster(cluster.id, { theme: dice.pick(["one", "two"]), x: dice.int(900), y: dice.int(900) }),
    () => cluster && (dice.chance(0.5) ? actions.tidyCluster(cluster.id) : actions.tidyTheme(cluster.theme)),
    () => cluster && actions.dissolveCluster(cluster.id),
    () => cluster && actions.mergeClusters(cluster.id, dice.pick(clusters).id),
    () => cluster && actions.setCluster(cluster.id, { title: `t${dice.int(99)}`, collapsed: dice.chance(0.5) }),
    () => actions.mergeNotes(note.id, some(2)),
    () => actions.unmergeNote(note.id),
    () => actions.setStatus([note.id], dice.pick(["open", "solved", "key_message"])),
    () => actions.setNote(note.id, { kind: dice.pick(["challenge", "solution"]) }),
    () => actions.link(note.id, dice.pick(notes).id),
    () => note.kind === "challenge" && actions.answerWith(note.id, { text: person.world.letter() }),
    () => store.answersTo(note.id).forEach((solution) => actions.unlink(solution.id, note.id)),
    () => actions.addComment(note.id, person.world.letter()),
    () => mine(store.all("comment"), seat, dice, (comment) => (dice.chance(0.5) ? actions.removeComment(comment.id) : actions.setComment(comment.id, comment.text + person.world.letter()))),
    () => actions.react(note.id, dice.pick(SIGNS)),
    () => actions.raiseHand(dice.chance(0.5)),
    () => actions.setDone(round && dice.chance(0.5) ? round.id : ""),
    () => round && actions.vote(round.id, note.id),
    () => round && mine(store.myVotes(round.id), seat, dice, (vote) => actions.takeBack(round.id, vote.target)),
  ];
  dice.pick(deeds)();
  if (dice.chance(0.02)) sync.signal({ typing: note.id, cursor: [1, 1] });
}

/** One thing that a facilitator may do. @param {Person} person */
export function leads(person) {
  const { actions, store, world: { dice } } = person;
  const notes = store.all("note");
  const rounds = store.rounds();
  const steps = store.agenda();
  if (notes.length === 0) return;
  const note = dice.pick(notes);
  /** @type {(() => void)[]} */
  const deeds = [
    () => actions.setPrivate(true),
    () => actions.setPrivate(false),
    () => actions.setAuthors(dice.pick(["named", "association", "nobody"])),
    () => {
      actions.hideNote(note.id, "why");
      person.hid.push(note.id);
    },
    () => person.hid.length && actions.unhideNote(/** @type {string} */ (person.hid.shift())),
    () => actions.lockNotes([note.id], dice.chance(0.5)),
    () => actions.addStep({ title: "step", private: dice.chance(0.3), minutes: dice.int(3), may: ["challenge"] }),
    () => steps.length && actions.goToStep(dice.pick(steps).id),
    () => steps.length && (dice.chance(0.5) ? actions.removeStep(dice.pick(steps).id) : actions.setStep(dice.pick(steps).id, { may: ["vote"] })),
    () => actions.timer(dice.pick([{ start: 60 }, { pause: true }, { resume: true }, { add: 60 }, { stop: true }])),
    () => actions.openRound(actions.addRound({ title: "round", votes: 3 })),
    () => rounds.length && actions.closeRound(dice.pick(rounds).id),
    () => rounds.length && dice.chance(0.3) && actions.removeRound(dice.pick(rounds).id),
    () => actions.bring([0, 0, 100, 100]),
    () => actions.stage(dice.pick(["board", "note", null]), note.id),
  ];
  dice.pick(deeds)();
}

/** @param {readonly any[]} records @param {string} seat @param {any} dice @param {(record: any) => void} act */
function mine(records, seat, dice, act) {
  const own = records.filter((record) => record.seat === seat);
  if (own.length) act(dice.pick(own));
}
