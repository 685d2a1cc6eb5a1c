// What belongs to what: notes of themes and clusters, duplicates, answers, talk, the agenda, rounds. Lists are made when asked
// for and kept until a record of a type they are made of is touched.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {Record<string, {count: number, mine: string | null}>} Reactions */
/** @typedef {{get: (type: string, id: string) => Rec | undefined, all: (type: string) => readonly Rec[], me: string | null}} Records */

/** @type {readonly Rec[]} */
const NONE = Object.freeze([]);

/** What each list is made of. @type {Record<string, readonly string[]>} */
const MADE_OF = {
  themes: ["theme"],
  merged: ["note"],
  standing: ["note"],
  inCluster: ["note"],
  ofTheme: ["cluster"],
  answersTo: ["answer", "note"],
  answeredBy: ["answer", "note"],
  links: ["answer"],
  comments: ["comment", "note"],
  reactions: ["reaction", "note"],
  associations: ["note"],
  agenda: ["step"],
  rounds: ["round"],
  votes: ["vote"],
};

export class Relations {
  /** @param {Records} records */
  constructor(records) {
    this.records = records;
    /** @type {Map<string, any>} */
    this.made = new Map();
  }

  /** @param {string} type of a record that is not what it was */
  touched(type) {
    if (this.made.size === 0) return;
    for (const name of this.made.keys()) if (MADE_OF[name].includes(type)) this.made.delete(name);
  }

  /** @template T @param {string} name @param {() => T} make @returns {T} */
  once(name, make) {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name);
  }

  themes() {
    return this.once("themes", () => [...this.records.all("theme")].sort(inOrder));
  }

  // Notes

  /** The note that this one is shown as. @param {Rec} note @returns {Rec} */
  rootOf(note) {
    return (note.merged_into && this.records.get("note", note.merged_into)) || note;
  }

  /** The notes of a theme that stand for themselves. @param {string} theme @returns {readonly Rec[]} */
  notesOf(theme) {
    const groups = this.once("standing", () => grouped(this.records.all("note").filter((note) => this.rootOf(note) === note), (note) => [note.theme]));
    return groups.get(theme) ?? NONE;
  }

  /** The notes of a cluster that stand for themselves. @param {string} cluster @returns {readonly Rec[]} */
  notesIn(cluster) {
    const groups = this.once("inCluster", () => grouped(this.records.all("note").filter((note) => note.cluster && this.rootOf(note) === note), (note) => [note.cluster]));
    return groups.get(cluster) ?? NONE;
  }

  /** @param {string} theme @returns {readonly Rec[]} */
  clustersOf(theme) {
    return this.once("ofTheme", () => grouped(this.records.all("cluster"), (cluster) => [cluster.theme])).get(theme) ?? NONE;
  }

  /** @param {string} note @returns {readonly Rec[]} */
  mergedInto(note) {
    return this.once("merged", () => grouped(this.records.all("note").filter((each) => each.merged_into), (each) => [each.merged_into])).get(note) ?? NONE;
  }

  /** A note and what is merged into it. @param {string} id */
  family(id) {
    return [id, ...this.mergedInto(id).map((note) => note.id)];
  }

  /** The associations of a note and of what is merged into it, without those that are not known. @param {string} id @returns {Set<string>} */
  associationsOf(id) {
    const all = this.once("associations", () => new Map());
    if (!all.has(id)) all.set(id, new Set(this.family(id).map((each) => this.records.get("note", each)?.association).filter(Boolean)));
    return all.get(id);
  }

  // Answers

  /** The solutions that answer a challenge, or one merged into it. @param {string} challenge @returns {readonly Rec[]} */
  answersTo(challenge) {
    return this.once("answersTo", () => this.linked("challenge", "solution")).get(challenge) ?? NONE;
  }

  /** The challenges that a solution, or one merged into it, answers. @param {string} solution @returns {readonly Rec[]} */
  answeredBy(solution) {
    return this.once("answeredBy", () => this.linked("solution", "challenge")).get(solution) ?? NONE;
  }

  /** The answer records between two notes as shown. @param {string} solution @param {string} challenge @returns {readonly Rec[]} */
  answersBetween(solution, challenge) {
    const ofChallenge = this.once("links", () => grouped(this.records.all("answer"), (answer) => [answer.challenge]));
    const solutions = new Set(this.family(solution));
    return this.family(challenge).flatMap((id) => (ofChallenge.get(id) ?? []).filter((answer) => solutions.has(answer.solution)));
  }

  /** @param {string} solution @param {string} challenge @returns {Rec | undefined} */
  answerBetween(solution, challenge) {
    return this.answersBetween(solution, challenge)[0];
  }

  /** By the id of each note as shown on the end `from`: the notes as shown on the end `to`. @param {string} from @param {string} to */
  linked(from, to) {
    /** @type {Map<string, Rec[]>} */
    const found = new Map();
    for (const answer of this.records.all("answer")) {
      const [start, end] = [from, to].map((name) => this.records.get("note", answer[name]));
      if (!start || !end) continue;
      const shown = this.rootOf(end);
      for (const id of new Set([start.id, this.rootOf(start).id])) {
        const list = found.get(id);
        if (!list) found.set(id, [shown]);
        else if (!list.includes(shown)) list.push(shown);
      }
    }
    return found;
  }

  // Talk

  /** Comments on a note and on what is merged into it, oldest first. @param {string} note @returns {readonly Rec[]} */
  commentsOf(note) {
    return this.once("comments", () => {
      const groups = grouped(this.records.all("comment"), (comment) => this.shownOn(comment));
      for (const list of groups.values()) list.sort(byTime);
      return groups;
    }).get(note) ?? NONE;
  }

  /** @param {string} note @returns {Reactions} */
  reactionsOf(note) {
    return this.once("reactions", () => {
      /** @type {Map<string, Reactions>} */
      const groups = new Map();
      for (const reaction of this.records.all("reaction")) {
        for (const id of this.shownOn(reaction)) {
          const signs = groups.get(id) ?? {};
          groups.set(id, signs);
          const sign = (signs[reaction.sign] ??= { count: 0, mine: null });
          sign.count += 1;
          if (reaction.seat && reaction.seat === this.records.me) sign.mine = reaction.id;
        }
      }
      return groups;
    }).get(note) ?? {};
  }

  /** The note that something hangs on, and the one that is shown as. @param {Rec} record @returns {string[]} */
  shownOn(record) {
    const note = this.records.get("note", record.note);
    const shown = note && this.rootOf(note).id;
    return shown && shown !== record.note ? [record.note, shown] : [record.note];
  }

  // The session

  agenda() {
    return this.once("agenda", () => [...this.records.all("step")].sort(inOrder));
  }

  /** Newest first. */
  rounds() {
    return this.once("rounds", () => [...this.records.all("round")].sort((a, b) => -byTime(a, b)));
  }

  openRound() {
    return this.rounds().find((round) => round.state === "open");
  }

  /** Votes of this seat, those for people without a device too. @param {string} round @returns {readonly Rec[]} */
  myVotes(round) {
    return this.once("votes", () => grouped(this.records.all("vote"), (vote) => [vote.round])).get(round) ?? NONE;
  }
}

/** @param {readonly Rec[]} records @param {(record: Rec) => string[]} keys @returns {Map<string, Rec[]>} */
function grouped(records, keys) {
  const groups = new Map();
  for (const record of records) {
    for (const key of keys(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

/** @param {Rec} a @param {Rec} b */
function inOrder(a, b) {
  return a.order - b.order || byId(a, b);
}

/** @param {Rec} a @param {Rec} b */
function byTime(a, b) {
  const [left, right] = [a.created_at ?? "", b.created_at ?? ""];
  return left < right ? -1 : left > right ? 1 : byId(a, b);
}

/** @param {Rec} a @param {Rec} b */
function byId(a, b) {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
