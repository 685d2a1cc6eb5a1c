// Excalidraw with the same invented notes: squares of colour with their text bound to them, the zones behind.

import { Excalidraw, convertToExcalidrawElements } from "@excalidraw/excalidraw";
import "@excalidraw/excalidraw/index.css";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { gesturesOn } from "../gestures.js";
import { invented, placed } from "../invented.js";

const wish = new URLSearchParams(location.search);
const PAPER = { t0: "#cfe0fc", t1: "#f4e0a0", t2: "#bcf5de", t3: "#fcbfcd", t4: "#d9bef4" };
// Nothing drawn by hand: a rough outline would cost more.
const PLAIN = { roughness: 0, fillStyle: "solid", strokeWidth: 1 };

const { zones, notes } = placed(invented(Number(wish.get("notes") ?? 1000)));
const elements = convertToExcalidrawElements(
  [
    ...[...zones].map(([id, zone]) => ({ type: "rectangle", id, x: zone.x, y: zone.y, width: zone.w, height: zone.h, strokeColor: "#4a5565", backgroundColor: "transparent", ...PLAIN })),
    ...notes.map((note) => ({
      type: "rectangle", id: note.id, x: note.x, y: note.y, width: 160, height: 160, strokeColor: "#1b2330", backgroundColor: PAPER[note.theme], ...PLAIN,
      // Of its faces the one that needs no download, in the size that the board finds for these texts.
      label: { text: note.text, fontSize: 14, fontFamily: 2 },
    })),
  ],
  { regenerateIds: false },
);

const api = await new Promise((resolve) => {
  createRoot(document.querySelector("#canvas")).render(
    createElement(Excalidraw, {
      excalidrawAPI: (/** @type {any} */ made) => resolve(made),
      initialData: { elements, appState: { viewBackgroundColor: "#f4f5f2" }, scrollToContent: false },
    }),
  );
});
while (api.getSceneElements().length < elements.length || api.getAppState().isLoading) await new Promise((resolve) => requestAnimationFrame(resolve));

const view = () => {
  const { scrollX, scrollY, zoom } = api.getAppState();
  return { x: scrollX * zoom.value, y: scrollY * zoom.value, z: zoom.value };
};
const show = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
  api.updateScene({ appState: { scrollX: x / z, scrollY: y / z, zoom: { value: z } } });

const where = (/** @type {number} */ order) => api.getSceneElements().find((/** @type {any} */ element) => element.id === notes[order].id);
const { scenes } = gesturesOn({
  target: () => document.querySelector("canvas.interactive"),
  notes,
  where,
  view,
  show,
  areas: () => [...zones.values()],
  way: (z) => -100 * (z - view().z),
});

/** Whether the first note is on the canvas. */
function painted() {
  const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector("canvas.static"));
  const { x, y, z } = view();
  const [red, green, blue] = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).getImageData(((notes[0].x + 10) * z + x) * devicePixelRatio, ((notes[0].y + 10) * z + y) * devicePixelRatio, 1, 1).data;
  return red === 0xcf && green === 0xe0 && blue === 0xfc;
}

Object.assign(window, { api, view, scenes, where, painted, ready: true });
