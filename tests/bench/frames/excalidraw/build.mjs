// Builds the page of the peer: as a product would ship it, minified and in parts, each compressed once.
//
//   npm ci && node build.mjs

import { build } from "esbuild";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";

const here = import.meta.dirname;
const ours = path.join(here, "..", "..", "..", "..");
const into = path.join(ours, "test-results", "excalidraw");

rmSync(into, { recursive: true, force: true });
await build({
  entryPoints: [path.join(here, "main.js")],
  outdir: into,
  bundle: true,
  splitting: true,
  minify: true,
  format: "esm",
  target: "es2022",
  conditions: ["production"],
  loader: { ".woff2": "file", ".ttf": "file" },
  define: { "process.env.NODE_ENV": '"production"', "process.env.IS_PREACT": '"false"' },
  plugins: [{ name: "static", setup: (at) => at.onResolve({ filter: /^\/static\// }, ({ path: wanted }) => ({ path: path.join(ours, wanted) })) }],
});
for (const name of readdirSync(into)) {
  const file = path.join(into, name);
  if (/\.(js|css)$/.test(name)) writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
}
