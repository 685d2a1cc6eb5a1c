/** A moment of the history as a picture: zones, clusters and notes, drawn to fit. The list beside it says the same in words. */
import { html, useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { byNote, readNote } from "../core/reading.js";
import { howToRead } from "../core/session.js";
import { NOTE, around, clusterFrame, zones } from "../core/layout.js";
import { onPaper } from "./colours.js";

const MARGIN = 12;
const READABLE = 7;
const TALLEST = 0.62;     // of the window

/** @param {{records: Record<string, any[]>}} props */
export function Picture({ records }) {
  const place = useRef(/** @type {HTMLCanvasElement|null} */ (null));
  const how = howToRead();
  useEffect(() => {
    const canvas = place.current;
    if (!canvas) return;
    const translations = byNote(records.translation ?? []);
    const redraw = () => draw(canvas, records, (note) => readNote(note, translations.get(note.id) ?? [], how).text);
    redraw();
    const watch = new ResizeObserver(redraw);
    watch.observe(canvas);
    return () => watch.disconnect();
  }, [records, how.mode, how.language, how.flipped]);
  return html`<canvas ref=${place} class="history-picture" role="img" aria-label=${t("history.picture", { count: records.note.length })}></canvas>`;
}

/** @param {HTMLCanvasElement} canvas @param {Record<string, any[]>} records @param {(note: any) => string} textOf */
function draw(canvas, records, textOf) {
  const pen = canvas.getContext("2d");
  const width = canvas.clientWidth;
  if (!pen || !width) return;
  const notes = records.note.filter((note) => !note.merged_into);
  const themes = [...records.theme].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const areas = zones(themes, by(notes), by(records.cluster));
  const world = around([...areas.values()]);
  const height = Math.round(Math.min(innerHeight * TALLEST, ((width - 2 * MARGIN) * world.h) / world.w + 2 * MARGIN));
  canvas.style.blockSize = `${height}px`;
  const fine = devicePixelRatio || 1;
  canvas.width = width * fine;
  canvas.height = height * fine;
  const scale = Math.min((width - 2 * MARGIN) / world.w, (height - 2 * MARGIN) / world.h);
  pen.setTransform(fine * scale, 0, 0, fine * scale, fine * (MARGIN + (width - 2 * MARGIN - world.w * scale) / 2 - world.x * scale), fine * (MARGIN - world.y * scale));
  const style = getComputedStyle(canvas);
  for (const theme of themes) {
    const area = areas.get(theme.id);
    if (!area) continue;
    const tint = style.getPropertyValue(`--theme-${theme.color}-tint`);
    const accent = onPaper(style.getPropertyValue(`--theme-${theme.color}-accent`));
    pen.globalAlpha = 0.35;
    box(pen, area, tint);
    pen.globalAlpha = 1;
    box(pen, area, "", accent, 2);
    words(pen, theme.title, { x: area.x + 16, y: area.y + 8, w: area.w - 32, h: 40 }, accent, 26, scale);
    pen.translate(area.x, area.y);
    for (const cluster of records.cluster) if (cluster.theme === theme.id) box(pen, clusterFrame(cluster, notes.filter((note) => note.cluster === cluster.id)), style.getPropertyValue("--white"), accent, 2);
    for (const note of notes) {
      if (note.theme !== theme.id || hides(records.cluster, note)) continue;
      const square = { x: note.x, y: note.y, w: NOTE, h: NOTE };
      if (note.kind === "challenge") box(pen, square, tint, accent, 1);
      else box(pen, square, style.getPropertyValue("--white"), accent, 4);
      words(pen, textOf(note), { x: note.x + 10, y: note.y + 10, w: NOTE - 20, h: NOTE - 20 }, onPaper(style.getPropertyValue("--ink")), 18, scale);
    }
    pen.translate(-area.x, -area.y);
  }
}

/** @param {any[]} records @returns {Map<string, any[]>} */
function by(records) {
  const groups = new Map();
  for (const record of records) groups.set(record.theme, [...(groups.get(record.theme) ?? []), record]);
  return groups;
}

/** @param {any[]} clusters @param {any} note */
function hides(clusters, note) {
  return clusters.some((cluster) => cluster.id === note.cluster && cluster.collapsed);
}

/** @param {CanvasRenderingContext2D} pen @param {{x: number, y: number, w: number, h: number}} area @param {string} fill @param {string} [line] @param {number} [width] */
function box(pen, { x, y, w, h }, fill, line, width = 1) {
  pen.beginPath();
  pen.roundRect(x, y, w, h, 6);
  pen.fillStyle = fill || "transparent";
  if (fill) pen.fill();
  if (!line) return;
  pen.strokeStyle = line;
  pen.lineWidth = width;
  pen.stroke();
}

/** Text broken into lines, where it is large enough to be read. @param {CanvasRenderingContext2D} pen @param {string} text @param {{x: number, y: number, w: number, h: number}} area @param {string} ink @param {number} size @param {number} scale */
function words(pen, text, area, ink, size, scale) {
  if (size * scale < READABLE) return;
  pen.font = `${size}px "Noto Sans", sans-serif`;
  pen.fillStyle = ink;
  pen.textBaseline = "top";
  const right = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  pen.direction = right ? "rtl" : "ltr";
  pen.textAlign = "start";
  let [line, y] = ["", area.y];
  for (const word of [...text.split(/\s+/u), ""]) {
    const longer = line ? `${line} ${word}` : word;
    if (word && pen.measureText(longer).width <= area.w) {
      line = longer;
      continue;
    }
    if (y + size > area.y + area.h) return;
    pen.fillText(line, right ? area.x + area.w : area.x, y, area.w);
    y += size * 1.3;
    line = word;
  }
}
