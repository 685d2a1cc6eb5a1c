// The release bundle: all modules and styles as few, minified files, with a record of what they were made of. The board runs
// without it, and uses it only while every recorded source is still, byte for byte, the file that is there.
//   npm ci && node bundle.mjs            writes ../bundle
//   node bundle.mjs --into FOLDER        writes it elsewhere
//   node bundle.mjs --check              exit status 1 when ../bundle is not what the sources give
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const statics = dirname(dirname(fileURLToPath(import.meta.url)));
const given = process.argv.indexOf("--into");
const target = given > 0 ? resolve(process.argv[given + 1]) : join(statics, "bundle");
// Each page by itself: what two pages share is fetched once anyway by who opens both, and every page needs fewer files.
const PAGES = ["board", "form", "home", "join", "plain", "print"];
const BANNER = "/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */";

const LATER = "later";
const CRUMB = 16_000; // bytes of source

/** @type {Map<string, Uint8Array>} path below the bundle -> bytes */
const files = new Map();
/** Other files that are as good as needed at once. @type {Map<string, Uint8Array>} */
const packed = new Map();
/** @type {Record<string, string[]>} source that a page or a module asks for -> files it needs at once, itself first */
const entries = {};
/** @type {Set<string>} */
const sources = new Set();

/** @param {Partial<import("esbuild").BuildOptions>} more */
const run = (more) => build({
  absWorkingDir: statics, bundle: true, minify: true, target: "es2022", charset: "utf8", legalComments: "inline", metafile: true, write: false,
  logLevel: "warning", entryNames: "[name]", ...more,
});

/** What is loaded with an entry, by static imports. @param {import("esbuild").Metafile["inputs"]} inputs @param {string} entry */
function closure(inputs, entry) {
  const seen = new Set([entry]);
  for (const path of seen) for (const each of inputs[path].imports) if (each.kind === "import-statement" && !each.external) seen.add(each.path);
  return seen;
}

/**
 * What is surely there when a module that is loaded later arrives: it imports it, so that one chunk holds it, and not one for each
 * set of later modules that share some of it. @param {import("esbuild").Metafile["inputs"]} inputs @param {string} page
 */
function surely(inputs, page) {
  /** @type {Map<string, Set<string>>} */
  const closures = new Map([[page, closure(inputs, page)]]);
  /** @type {Map<string, Set<string>>} who loads it later */
  const loaders = new Map();
  for (const [entry, within] of closures) {
    for (const path of within) {
      for (const each of inputs[path].imports) {
        if (each.kind !== "dynamic-import") continue;
        if (!closures.has(each.path)) closures.set(each.path, closure(inputs, each.path));
        loaders.set(each.path, (loaders.get(each.path) ?? new Set()).add(entry));
      }
    }
  }
  /** @type {Map<string, Set<string>>} */
  const there = new Map([[page, new Set()]]);
  for (let changed = true; changed; ) {
    changed = false;
    for (const [entry, from] of loaders) {
      const sets = [...from].filter((each) => there.has(each)).map((each) => new Set([.../** @type {Set<string>} */ (there.get(each)), .../** @type {Set<string>} */ (closures.get(each))]));
      if (!sets.length) continue;
      const common = new Set([...sets[0]].filter((path) => sets.every((set) => set.has(path))));
      changed ||= common.size !== there.get(entry)?.size;
      there.set(entry, common);
    }
  }
  for (const common of there.values()) common.delete(page);
  gatherCrumbs([...loaders].filter(([, from]) => from.has(page)).map(([entry]) => entry), closures, there, (path) => inputs[path].bytes);
  return there;
}

/**
 * What a shape of the page needs at once and a rarer part of the other shape needs too would be many files of a kilobyte, each with its
 * headers. They become one: whoever needs some of it gets all of it, but for the first view of the other shape.
 * @param {string[]} firsts what the page itself loads later
 * @param {Map<string, Set<string>>} closures @param {Map<string, Set<string>>} there @param {(path: string) => number} size
 */
function gatherCrumbs(firsts, closures, there, size) {
  const reached = new Map([...there].map(([entry, common]) => [entry, new Set([...common, .../** @type {Set<string>} */ (closures.get(entry))])]));
  for (const first of firsts) {
    /** @type {Map<string, string[]>} modules by who reaches them */
    const files = new Map();
    for (const path of /** @type {Set<string>} */ (closures.get(first))) {
      if (firsts.some((other) => other !== first && reached.get(other)?.has(path))) continue;
      const who = [...reached].filter(([, all]) => all.has(path)).map(([entry]) => entry).join(" ");
      files.set(who, [...(files.get(who) ?? []), path]);
    }
    const crumbs = [...files.values()].filter((paths) => paths.reduce((sum, path) => sum + size(path), 0) < CRUMB).flat();
    for (const [entry, all] of reached) if (crumbs.some((path) => all.has(path))) for (const path of crumbs) there.get(entry)?.add(path);
  }
}

/**
 * Each module that is loaded later is reached through one made up here, which first imports what is surely there: the module itself stays
 * as it is for those who import it at once. @param {Map<string, Set<string>>} there @returns {import("esbuild").Plugin}
 */
const gathers = (there) => ({
  name: "gathers",
  setup(set) {
    set.onResolve({ filter: /\.js$/ }, ({ path, kind, resolveDir }) =>
      kind === "dynamic-import" ? { path: relative(statics, join(resolveDir, path)), namespace: LATER } : undefined);
    set.onLoad({ filter: /./, namespace: LATER }, ({ path }) => {
      const imports = [...(there.get(path) ?? [])].map((each) => `import "./${each}";`).join("");
      return { contents: `${imports}export * from "./${path}";`, loader: "js", resolveDir: statics };
    });
  },
});

/** Pictures and fonts stay where they are, seen from a folder deeper. @type {import("esbuild").Plugin} */
const apart = {
  name: "files-apart",
  setup(set) {
    set.onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) =>
      kind === "url-token" ? { path: `../../${relative(statics, join(resolveDir, path))}`, external: true } : undefined);
  },
};

/** @param {import("esbuild").BuildResult} result @param {string} kind */
function take(result, kind) {
  const { inputs, outputs } = /** @type {import("esbuild").Metafile} */ (result.metafile);
  for (const path of Object.keys(inputs)) if (!path.startsWith(`${LATER}:`)) sources.add(path);
  for (const { path, contents } of result.outputFiles ?? []) files.set(relative(join(statics, "bundle"), path), contents);
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    if (!entryPoint) continue;
    const needs = new Set([path]);
    for (const each of needs) for (const { path: next, kind: how } of outputs[each].imports) if (how === "import-statement") needs.add(next);
    entries[entryPoint.replace(`${LATER}:`, "")] = kind === "js" ? [...needs] : [path];
  }
}

for (const page of PAGES) {
  const entry = `js/pages/${page}.js`;
  const options = { entryPoints: [entry], format: /** @type {const} */ ("esm"), splitting: true, outdir: "bundle/js", chunkNames: `${page}-[hash]`, banner: { js: BANNER } };
  const first = await run(options);
  const { inputs } = first.metafile;
  take(await run({ ...options, plugins: [gathers(surely(inputs, entry))] }), "js");
}

const styles = [];
for (const folder of ["css/pages", "css/later"]) {
  for (const name of await readdir(join(statics, folder)).catch(() => [])) if (name.endsWith(".css")) styles.push(`${folder}/${name}`);
}
take(await run({ entryPoints: styles, outdir: "bundle/css", outbase: "css", entryNames: "[dir]-[name]", banner: { css: BANNER }, plugins: [apart] }), "css");

for (const path of ["icons/icons.svg"]) sources.add(path), packed.set(path, await readFile(join(statics, path)));
// Compressed by Brotli beside each, for browsers that take it: a seventh less than gzip. Python's library has none.
for (const [path, bytes] of [...files, ...packed]) files.set(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));

const sha256 = (/** @type {Uint8Array | string} */ bytes) => createHash("sha256").update(bytes).digest("hex");
/** @type {{sources: Record<string, string>, files: Record<string, string>, entries: typeof entries}} */
const record = { sources: {}, files: {}, entries: Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1))) };
for (const path of [...sources].sort()) record.sources[path] = sha256(await readFile(join(statics, path)));
for (const path of [...files.keys()].sort()) record.files[`bundle/${path}`] = sha256(/** @type {Uint8Array} */ (files.get(path)));
files.set("record.json", Buffer.from(JSON.stringify(record, null, 1) + "\n"));

if (process.argv.includes("--check")) {
  let differs = 0;
  for (const [path, bytes] of files) {
    const present = await readFile(join(target, path)).catch(() => null);
    if (!present?.equals(bytes)) (differs += 1), console.error(`differs: static/bundle/${path}`);
  }
  if (differs) process.exit(1);
} else {
  await rm(target, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), bytes);
  }
  console.log(`${files.size} files from ${sources.size} sources`);
}
