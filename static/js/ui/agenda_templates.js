/** Ready run sheets. Titles and tasks come from the catalogue, so that a session begins in its facilitator's language. */

/** @type {{name: string, steps: {name: string, minutes: number, may: string[], private: boolean}[]}[]} */
export const TEMPLATES = [
  {
    name: "vsr",
    steps: [
      { name: "welcome", minutes: 5, may: [], private: false },
      { name: "challenges", minutes: 10, may: ["challenge"], private: true },
      { name: "read", minutes: 20, may: ["move", "group", "comment"], private: false },
      { name: "solutions", minutes: 20, may: ["solution", "move", "comment"], private: false },
      { name: "vote", minutes: 5, may: ["vote"], private: false },
      { name: "present", minutes: 20, may: [], private: false },
    ],
  },
  {
    name: "solutions",
    steps: [
      { name: "read", minutes: 10, may: ["comment"], private: false },
      { name: "write", minutes: 10, may: ["solution"], private: true },
      { name: "sort", minutes: 15, may: ["solution", "move", "group", "comment"], private: false },
      { name: "vote", minutes: 5, may: ["vote"], private: false },
      { name: "present", minutes: 15, may: [], private: false },
    ],
  },
];
