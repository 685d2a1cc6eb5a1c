// Builds every third-party file that this repository carries: static/vendor/*.js, static/fonts, static/icons.
//   npm ci && node vendor.mjs           writes them
//   npm ci && node vendor.mjs --check   compares byte by byte; exit status 1 when something differs
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { cutFont } from "./fonts.mjs";
import { bundles, copies, fonts } from "./sources.mjs";
import { singleIcons, sprite } from "./icons.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const statics = dirname(here);
const modules = join(here, "node_modules");

/** @type {Map<string, Buffer>} path below static/ -> bytes */
const files = new Map();
/** @type {{file: string, sha256: string, sources: string[], packages: object[]}[]} */
const entries = [];
const licensed = new Map();

async function licence(name) {
  for (const file of ["LICENSE", "LICENCE", "LICENSE.md", "LICENSE.txt"]) {
    const text = await readFile(join(modules, name, file), "utf8").catch(() => null);
    if (text) return text;
  }
  throw new Error(`no licence text in ${name}`);
}

async function describe(name) {
  const pack = JSON.parse(await readFile(join(modules, name, "package.json"), "utf8"));
  if (!licensed.has(name)) {
    const text = await licence(name);
    const path = `vendor/LICENSES/${name.replace("@", "").replace("/", "-")}.txt`;
    licensed.set(name, path);
    files.set(path, Buffer.from(text.replace(/\r\n/g, "\n").trimEnd() + "\n"));
  }
  return { name, version: pack.version, licence: pack.license, text: licensed.get(name) };
}

async function put(path, bytes, sources, packages) {
  files.set(path, bytes);
  const described = [];
  for (const name of packages) described.push(await describe(name));
  entries.push({ file: path, sha256: createHash("sha256").update(bytes).digest("hex"), sources, packages: described });
}

const banner = (packages) => `/* ${packages.join(", ")}; licences in LICENSES/. Made by vendor.mjs, do not edit. */`;

for (const { file, entry, packages } of bundles) {
  const result = await build({
    stdin: { contents: entry, resolveDir: here },
    bundle: true, minify: true, format: "esm", target: "es2022", platform: "browser",
    mainFields: ["module", "main"], legalComments: "none", write: false, logLevel: "error",
    banner: { js: banner(packages) },
  });
  await put(`vendor/${file}`, Buffer.from(result.outputFiles[0].contents), packages.map((name) => `${name} (bundled)`), packages);
}

for (const { file, source, packages } of copies) {
  const text = await readFile(join(modules, source), "utf8");
  await put(`vendor/${file}`, Buffer.from(text.replace(/^\/\/# sourceMappingURL=.*\n?/m, "")), [source], packages);
}

for (const { file, source, packages, cut } of fonts) {
  await put(`fonts/${file}`, await cutFont(await readFile(join(modules, source)), cut), [`${source} (weights and letters in use)`], packages);
}
for (const [path, from] of [["noto-sans-OFL.txt", "@fontsource-variable/noto-sans"], ["noto-sans-arabic-OFL.txt", "@fontsource-variable/noto-sans-arabic"]]) {
  files.set(`fonts/${path}`, Buffer.from((await readFile(join(modules, from, "LICENSE"), "utf8")).replace(/\r\n/g, "\n").trimEnd() + "\n"));
}

const lucide = join(modules, "lucide-static/icons");
await put("icons/icons.svg", Buffer.from(await sprite(lucide)), ["lucide-static/icons/*.svg"], ["lucide-static"]);
for (const [file, svg] of await singleIcons(lucide)) {
  await put(`icons/${file}`, Buffer.from(svg), ["lucide-static/icons/*.svg"], ["lucide-static"]);
}
files.set("icons/LICENSE", files.get(licensed.get("lucide-static")));

entries.sort((a, b) => (a.file < b.file ? -1 : 1));
files.set("vendor/VENDOR.json", Buffer.from(JSON.stringify(entries, null, 1) + "\n"));

let differs = 0;
for (const [path, bytes] of files) {
  const target = join(statics, path);
  if (process.argv.includes("--check")) {
    const present = await readFile(target).catch(() => null);
    if (!present || !present.equals(bytes)) {
      differs += 1;
      console.error(`differs: static/${path}`);
    }
  } else {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
    console.log(`${path} ${bytes.length}`);
  }
}
if (differs) process.exit(1);
