// Invented notes for the figures of the canvas: the same texts at the same places for the board and for its peer.

import { GAP, HEAD, NOTE, PAD, columns, zones } from "/static/js/core/layout.js";

const TEXTS = [
  ["es", "Los datos municipales se guardan en hojas distintas y cada oficina usa otra forma de contar los hogares"],
  ["pt", "Faltam pessoas com tempo e formação para reunir os indicadores antes de cada nova avaliação voluntária"],
  ["fr", "Les petites communes ne savent pas à qui envoyer leurs contributions ni sous quelle forme le faire bien"],
  ["ar", "لا تصل بيانات البلديات الصغيرة إلى الوزارة في الوقت المناسب ولا يعرف أحد من المسؤول عن جمعها ونشرها"],
  ["en", "The mayor signs the commitment, but the departments learn of it from the newspaper one year afterwards"],
  ["ne", "स्थानीय तहका कर्मचारीलाई दिगो विकास लक्ष्यको सूचक बुझाउन तालिम र सरल निर्देशिका चाहिन्छ भन्ने धेरैको राय छ"],
  ["nb", "Kommunene rapporterer de samme tallene tre ganger fordi fylket og staten har hvert sitt skjema for dette"],
];
const TITLES = [
  "Political will, commitment and leadership",
  "Data availability and quality",
  "Capacities and resources",
  "National support",
  "Representativeness of all territories",
];
export const COLORS = ["blue", "amber", "green", "rose", "violet"];
export const SIGNS = ["circle", "triangle", "square", "diamond", "star"];
const WHO = ["UNGL", "ABM", "AMR", "SALGA", "MuAN", "KS"];

/** @param {number} count */
export function invented(count) {
  const themes = TITLES.map((title, order) => ({
    id: `t${order}`,
    title,
    color: COLORS[order],
    sign: SIGNS[order],
    order,
  }));
  const each = Math.ceil(count / themes.length);
  const wide = columns(each);
  const notes = Array.from({ length: count }, (_, i) => {
    const [language, text] = TEXTS[i % TEXTS.length];
    const n = Math.floor(i / themes.length);
    return {
      id: `n${i}`,
      kind: i % 5 < 3 ? "challenge" : "solution",
      theme: `t${i % themes.length}`,
      z: i,
      text: text.slice(0, 100),
      text_rev: 0,
      language,
      x: PAD + (n % wide) * (NOTE + GAP),
      y: HEAD + Math.floor(n / wide) * (NOTE + GAP),
      sdgs: i % 3 === 0 ? [(i % 17) + 1] : i % 7 === 0 ? [4, 11, 16, 17] : [],
      seat: "me",
      association: WHO[i % 6],
      created_at: "",
      edited_at: "",
    };
  });
  return { themes, notes };
}

/** Where notes and zones stand in the world. @param {{themes: any[], notes: any[]}} workshop */
export function placed({ themes, notes }) {
  const byTheme = new Map(themes.map((theme) => [theme.id, notes.filter((note) => note.theme === theme.id)]));
  const areas = zones(themes, byTheme);
  const at = (note) => ({ x: areas.get(note.theme).x + note.x, y: areas.get(note.theme).y + note.y });
  return { zones: areas, notes: notes.map((note) => ({ ...note, ...at(note) })) };
}
