// Ready run sheets. Titles and tasks come from the catalogue of the board's language: they are written on the board, for everybody.

/** @type {readonly {name: string, steps: readonly {name: string, minutes: number, may: string[], private: boolean}[]}[]} */
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

/** Steps to add, without id and order; of a name that is none: one empty step. @param {string} name @param {(key: string) => string} t */
export function readySteps(name, t) {
  const steps = TEMPLATES.find((template) => template.name === name)?.steps;
  if (!steps) return [{ title: t("agenda.new_step"), task: "", minutes: 0, may: /** @type {string[]} */ ([]), private: false }];
  return steps.map(({ name: step, minutes, may, private: hush }) => {
    return { title: t(`agenda.${name}_${step}`), task: t(`agenda.${name}_${step}_task`), minutes, may, private: hush };
  });
}
