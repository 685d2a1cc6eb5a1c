// A cluster from afar, on a canvas: its frame, and its title as large as it can be read where there is room for it.

const FACE = '"Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", system-ui, sans-serif';
const SIZE = 12;
const LEAST = 34;

/** @typedef {import('./grid.js').Rect} Rect */

/**
 * @param {CanvasRenderingContext2D} tool in world units
 * @param {{rect: Rect, z: number, words: string, collapsed: boolean, chosen: boolean, paper: string, accent: string, ring: string}} look
 */
export function paintFrame(tool, { rect, z, words, collapsed, chosen, paper, accent, ring }) {
  const px = 1 / z;
  tool.beginPath();
  tool.roundRect(rect.x, rect.y, rect.w, rect.h, 6 * px);
  tool.fillStyle = paper;
  tool.globalAlpha = collapsed ? 1 : 0.55;
  tool.fill();
  tool.globalAlpha = 1;
  tool.strokeStyle = chosen ? ring : accent;
  tool.lineWidth = (chosen ? 3 : 1) * px;
  if (!collapsed && !chosen) tool.setLineDash([4 * px, 2 * px]);
  tool.stroke();
  tool.setLineDash([]);
  if (rect.w * z < LEAST) return;
  const room = rect.w - 8 * px;
  const high = collapsed ? rect.h : 48;
  const size = Math.min(SIZE * px, high * 0.85);
  if (size * z < 6) return;
  tool.font = `600 ${size}px ${FACE}`;
  tool.fillStyle = accent;
  tool.textBaseline = "middle";
  const rtl = /^[^A-Za-z\u00c0-\u024f]*[\u0590-\u08ff]/.test(words);
  tool.textAlign = rtl ? "right" : "left";
  tool.direction = rtl ? "rtl" : "ltr";
  tool.fillText(cut(tool, words, room), rtl ? rect.x + rect.w - 4 * px : rect.x + 4 * px, rect.y + high / 2);
}

/** @type {Map<string, string>} */
const known = new Map();

/** As much of a title as there is room for. @param {CanvasRenderingContext2D} tool @param {string} words @param {number} room */
function cut(tool, words, room) {
  const key = `${tool.font}|${Math.round(room)}|${words}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const letters = [...words];
  let text = words;
  while (letters.length > 1 && tool.measureText(text).width > room) {
    letters.splice(-Math.max(1, Math.floor(letters.length / 8)));
    text = `${letters.join("").trimEnd()}…`;
  }
  if (known.size > 2000) known.clear();
  known.set(key, text);
  return text;
}
