// Text that fits its note: size and line breaks by cached measuring, never a line cut in half. Needs a canvas, no layout.

export const SIZES = [20, 18, 16, 15, 14, 13];
const PROBE = 100;
const MOST_CACHED = 20000;
export const FAMILY =
  '"Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari", system-ui, sans-serif';
const TALL = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\ufb50-\ufdff\ufe70-\ufefc]/;
const WIDE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** @typedef {{size: number, lead: number, lines: string[], cut: boolean}} Fitted */

/** Line height for a text: scripts with marks above and below need more. @param {string} text */
export const leading = (text) => (TALL.test(text) ? 1.45 : 1.3);

/** Pieces between which a line may break; a piece keeps its space behind it. @param {string} line @returns {string[]} */
export function pieces(line) {
  const words = line.match(/\s*\S+(?:\s[:;?!»%](?!\S))*\s?|\s+/gu) ?? [];
  return words.flatMap((word) => {
    if (WIDE.test(word)) return [...word];
    return word.length > 3 ? word.split(/(?<=\p{L}[-‐–—/])(?=\p{L})/u) : [word];
  });
}

/** @param {(text: string) => number} measure width at one pixel of size */
export function createTextFit(measure) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @type {Map<string, Fitted>} */
  const fitted = new Map();
  /** Whether the last breaking had to tear a word */
  let torn = false;
  const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

  /** @param {string} text */
  function widthOf(text) {
    let width = widths.get(text);
    if (width === undefined) {
      if (widths.size > MOST_CACHED) widths.clear();
      width = measure(text);
      widths.set(text, width);
    }
    return width;
  }

  /**
   * Breaks a text into lines; stops when more than `most` are needed.
   * @param {string} text @param {number} width in pixels of one @param {number} most
   */
  function breakLines(text, width, most) {
    /** @type {string[]} */
    const lines = [];
    torn = false;
    for (const paragraph of text.split("\n")) {
      let line = "";
      let used = 0;
      for (const piece of pieces(paragraph.replaceAll("\t", " "))) {
        const bare = widthOf(piece.trimEnd());
        if (line && used + bare > width) {
          lines.push(line.trimEnd());
          line = "";
          used = 0;
          if (lines.length > most) return lines;
        }
        if (bare <= width) {
          line += piece;
          used += widthOf(piece);
          continue;
        }
        torn = true;
        for (const { segment } of graphemes.segment(piece)) {
          const wide = widthOf(segment);
          if (line && used + wide > width) {
            lines.push(line.trimEnd());
            line = "";
            used = 0;
            if (lines.length > most) return lines;
          }
          line += segment;
          used += wide;
        }
      }
      lines.push(line.trimEnd());
      if (lines.length > most) return lines;
    }
    return lines;
  }

  /** @param {string} line @param {number} width */
  function ellipsed(line, width) {
    const dots = widthOf("…");
    const parts = [...graphemes.segment(line)].map((part) => part.segment);
    while (parts.length && widthOf(parts.join("").trimEnd()) + dots > width) parts.pop();
    const short = parts.join("").trimEnd();
    const space = short.length < line.length ? short.lastIndexOf(" ") : -1;
    return `${(space > short.length * 0.6 ? short.slice(0, space) : short).replace(/[\s,;:.…-]+$/u, "")}…`;
  }

  /**
   * The greatest size at which a text fits a box, or the smallest with an ellipsis.
   * @param {string} text @param {number} width @param {number} height @param {number} [largest] size
   * @returns {Fitted}
   */
  function fit(text, width, height, largest = SIZES[0]) {
    const key = `${width} ${height} ${largest} ${text}`;
    const known = fitted.get(key);
    if (known) return known;
    const lead = leading(text);
    /** @type {Fitted | null} */
    let result = null;
    for (const size of SIZES) {
      if (size > largest) continue;
      const most = Math.floor(height / (size * lead));
      const lines = breakLines(text, width / size, most);
      if (lines.length <= most && (!torn || size === SIZES[SIZES.length - 1])) {
        result = { size, lead, lines, cut: false };
        break;
      }
      if (size === SIZES[SIZES.length - 1]) {
        const kept = lines.slice(0, most);
        kept[most - 1] = ellipsed(kept[most - 1], width / size);
        result = { size, lead, lines: kept, cut: true };
      }
    }
    if (fitted.size > MOST_CACHED / 2) fitted.clear();
    fitted.set(key, /** @type {Fitted} */ (result));
    return /** @type {Fitted} */ (result);
  }

  /** One line of one size, with an ellipsis where it is too long. @param {string} text @param {number} width @param {number} size */
  const line = (text, width, size) => (widthOf(text) * size <= width ? text : ellipsed(text, width / size));

  return {
    fit,
    line,
    forget: () => {
      widths.clear();
      fitted.clear();
    },
  };
}

/** Measures with a canvas, in the face that notes are set in. @param {Document} document */
export function canvasMeasure(document) {
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  if ("textRendering" in pen) pen.textRendering = "geometricPrecision";
  pen.font = `${PROBE}px ${FAMILY}`;
  return (/** @type {string} */ text) => {
    return pen.measureText(text).width / PROBE;
  };
}
