// What belongs to what: notes of themes and clusters, duplicates, answers, talk, the agenda, rounds. Lists are made when asked
// for and kept until a record of a type they are made of is touched.
/** @typedef {import("./types.js").Rec} Rec */
/** @typedef {Record<string, {count: number, mine: string | null}>} Reactions */
/** @typedef {{get: (type: string, id: string) => Rec | undefined, all: (type: string) => readonly Rec[], me: string | null}} Records */

/** @type {readonly Rec[]} */
const NONE = Object.freeze([]);

/** What each list is made of, besides the plain indexes by one field. @type {Record<string, readonly string[]>} */
const MADE_OF = {
  themes: ["theme"],
  standing: ["note"],
  inCluster: ["note"],
  associations: ["note"],
  answersTo: ["answer", "note"],
  answeredBy: ["answer", "note"],
  comments: ["comment", "note"],
  reactions: ["reaction", "note"],
  translations: ["translation"],
  agenda: ["step"],
  rounds: ["round"],
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
    for (const name of this.made.keys()) if (name.startsWith(`${type}.`) || MADE_OF[name]?.includes(type)) this.made.delete(name);
  }

  /** @template T @param {string} name @param {() => T} make @returns {T} */
  once(name, make) {
    if (!this.made.has(name)) this.made.set(name, make());
    return this.made.get(name);
  }

  /** The same for one record. @template T @param {string} name @param {string} id @param {() => T} make @returns {T} */
  onceFor(name, id, make) {
    const all = this.once(name, () => new Map());
    if (!all.has(id)) all.set(id, make());
    return all.get(id);
  }

  /** The records whose `field` is `id`. @param {string} type @param {string} field @param {string} id @returns {readonly Rec[]} */
  by(type, field, id) {
    return this.once(`${type}.${field}`, () => grouped(this.records.all(type), field)).get(id) ?? NONE;
  }

  themes() {
    return this.once("themes", () => [...this.records.all("theme")].sort(inOrder));
  }

  // Notes

  /** The note that this one is shown as. @param {Rec} note @returns {Rec} */
  rootOf(note) {
    return (note.merged_into && this.records.get("note", note.merged_into)) || note;
  }

  /** @param {Rec} note */
  stands(note) {
    return !note.merged_into || this.rootOf(note) === note;
  }

  /** The notes of a theme that stand for themselves. @param {string} theme @returns {readonly Rec[]} */
  notesOf(theme) {
    return this.once("standing", () => grouped(this.records.all("note"), "theme", (note) => this.stands(note))).get(theme) ?? NONE;
  }

  /** The notes of a cluster that stand for themselves. @param {string} cluster @returns {readonly Rec[]} */
  notesIn(cluster) {
    return this.once("inCluster", () => grouped(this.records.all("note"), "cluster", (note) => this.stands(note))).get(cluster) ?? NONE;
  }

  /** @param {string} theme @returns {readonly Rec[]} */
  clustersOf(theme) {
    return this.by("cluster", "theme", theme);
  }

  /** @param {string} note @returns {readonly Rec[]} */
  mergedInto(note) {
    return this.by("note", "merged_into", note);
  }

  /** A note and what is merged into it. @param {string} id */
  family(id) {
    return [id, ...this.mergedInto(id).map((note) => note.id)];
  }

  /** The associations of a note and of what is merged into it, without those that are not known. @param {string} id @returns {Set<string>} */
  associationsOf(id) {
    return this.onceFor("associations", id, () => new Set(this.family(id).map((each) => this.records.get("note", each)?.association).filter(Boolean)));
  }

  // Answers

  /** The solutions that answer a challenge, or one merged into it. @param {string} challenge @returns {readonly Rec[]} */
  answersTo(challenge) {
    return this.onceFor("answersTo", challenge, () => this.linked(challenge, "challenge", "solution"));
  }

  /** The challenges that a solution, or one merged into it, answers. @param {string} solution @returns {readonly Rec[]} */
  answeredBy(solution) {
    return this.onceFor("answeredBy", solution, () => this.linked(solution, "solution", "challenge"));
  }

  /** The answer records between two notes as shown. @param {string} solution @param {string} challenge @returns {readonly Rec[]} */
  answersBetween(solution, challenge) {
    const solutions = new Set(this.family(solution));
    return this.family(challenge).flatMap((id) => this.by("answer", "challenge", id).filter((answer) => solutions.has(answer.solution)));
  }

  /** @param {string} solution @param {string} challenge @returns {Rec | undefined} */
  answerBetween(solution, challenge) {
    return this.answersBetween(solution, challenge)[0];
  }

  /** The notes as shown at the end `to` of the answers whose end `from` is this note. @param {string} id @param {string} from @param {string} to @returns {readonly Rec[]} */
  linked(id, from, to) {
    /** @type {Set<Rec>} */
    const found = new Set();
    for (const each of this.family(id)) {
      for (const answer of this.by("answer", from, each)) {
        const end = this.records.get("note", answer[to]);
        if (end) found.add(this.rootOf(end));
      }
    }
    return found.size ? [...found] : NONE;
  }

  // Talk

  /** What hangs on a note itself: pairs of type and record. @param {string} id @returns {[string, Rec][]} */
  hanging(id) {
    const ends = [["answer", "solution"], ["answer", "challenge"], ["comment", "note"], ["reaction", "note"], ["translation", "note"]];
    return ends.flatMap(([type, field]) => this.by(type, field, id).map((record) => /** @type {[string, Rec]} */ ([type, record])));
  }

  /** Comments on a note and on what is merged into it, oldest first. @param {string} note @returns {readonly Rec[]} */
  commentsOf(note) {
    return this.onceFor("comments", note, () => this.family(note).flatMap((id) => this.by("comment", "note", id)).sort(byTime));
  }

  /** @param {string} note @returns {Reactions} */
  reactionsOf(note) {
    return this.onceFor("reactions", note, () => {
      /** @type {Reactions} */
      const signs = {};
      for (const reaction of this.family(note).flatMap((id) => this.by("reaction", "note", id))) {
        const sign = (signs[reaction.sign] ??= { count: 0, mine: null });
        sign.count += 1;
        if (reaction.seat && reaction.seat === this.records.me) sign.mine = reaction.id;
      }
      return signs;
    });
  }

  /** Of one note, by language. @param {string} note @returns {readonly Rec[]} */
  translationsOf(note) {
    return this.onceFor("translations", note, () => [...this.by("translation", "note", note)].sort((a, b) => (a.language < b.language ? -1 : 1)));
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
    return this.by("vote", "round", round);
  }
}

/** By the value of a field; records without one are left out. @param {readonly Rec[]} records @param {string} field @param {(record: Rec) => boolean} [fits] @returns {Map<string, Rec[]>} */
function grouped(records, field, fits) {
  const groups = new Map();
  for (const record of records) {
    const key = record[field];
    if (!key || (fits && !fits(record))) continue;
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
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
