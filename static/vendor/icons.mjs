// The icons in use: one sprite for <use href="…/icons.svg#name">, and a few single files for CSS.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const names = [
  "archive", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "ban", "braces", "bring-to-front", "chart-bar-big", "check",
  "chevron-down", "chevron-left", "chevron-right", "chevron-up", "chevrons-down-up", "chevrons-up-down", "circle-check", "circle-dashed",
  "circle-dot", "circle-help", "clipboard-paste", "clock", "cloud-off", "copy", "download", "ellipsis", "eye", "eye-off", "file-pen",
  "file-text", "file-up", "filter", "flag", "folder-input", "globe", "grip-vertical", "group", "hand", "hash", "heart", "image", "key",
  "key-round", "landmark", "languages", "lasso", "layout-grid", "lightbulb", "link", "link-2", "list-checks", "list-tree", "loader", "lock",
  "lock-open", "log-in", "maximize", "maximize-2", "menu", "merge", "message-circle", "minimize-2", "minus", "mouse-pointer-2", "move",
  "palette", "panel-right", "party-popper", "pause", "pen-tool", "pencil", "play", "plus", "presentation", "printer", "qr-code", "redo-2",
  "refresh-cw", "rotate-ccw", "search", "send", "settings", "sheet", "shield", "sliders-horizontal", "sparkles", "split", "square",
  "square-check", "star", "sticky-note", "table-2", "tag", "thumbs-up", "timer", "trash-2", "triangle-alert", "trophy", "undo", "undo-2",
  "ungroup", "unlink", "unlock", "user", "user-plus", "user-x", "users", "volume-2", "volume-x", "vote", "x",
];
const single = { "flag.svg": "flag", "bulb.svg": "lightbulb" };

async function shapes(folder, name) {
  const text = await readFile(join(folder, `${name}.svg`), "utf8");
  return text
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[\s\S]*?<svg[\s\S]*?>/, "")
    .replace(/<\/svg>\s*$/, "")
    .replace(/\s*\n\s*/g, "")
    .replace(/ \/>/g, "/>");
}

const stroke = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

export async function sprite(folder) {
  const symbols = [];
  for (const name of names) {
    symbols.push(`<symbol id="${name}" viewBox="0 0 24 24" ${stroke}>${await shapes(folder, name)}</symbol>`);
  }
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${symbols.join("\n")}\n</svg>\n`;
}

export async function singleIcons(folder) {
  const files = [];
  for (const [file, name] of Object.entries(single)) {
    files.push([
      file,
      `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" ${stroke}>${await shapes(folder, name)}</svg>\n`,
    ]);
  }
  return files;
}
