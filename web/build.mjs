// Bundles src/ into the package's assets: npm run build.

import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const ASSETS = "../src/counterclaim/publication/assets";
const SCRIPTS = ["site", "table", "lists", "reader", "map", "as_of"];
const common = { bundle: true, format: "iife", target: "es2020", minify: true, charset: "utf8", logLevel: "warning" };

/** MapLibre's worker as text: pages that are opened from files may start no worker but one from a blob. */
const workerAsText = {
  name: "worker-as-text",
  setup(made) {
    made.onLoad({ filter: /maplibre-gl-worker\.mjs$/ }, async ({ path }) => {
      const bundled = await build({ ...common, entryPoints: [path], write: false });
      return { contents: bundled.outputFiles[0].text, loader: "text" };
    });
  },
};

/** The world's coasts and borders, without names, as a script that keeps them for the map. */
async function writeOutlines() {
  const path = new URL(import.meta.resolve("world-atlas/countries-50m.json"));
  const { type, transform, arcs, objects } = JSON.parse(await readFile(path, "utf8"));
  const bare = (object) => ({ ...object, geometries: object.geometries.map(({ type, arcs }) => ({ type, arcs })) });
  const outlines = { type, transform, arcs, objects: { countries: bare(objects.countries), land: bare(objects.land) } };
  const head = "/*! Natural Earth 1:50m, public domain, by way of world-atlas (ISC, Mike Bostock) */";
  await writeFile(`${ASSETS}/outlines.js`, `${head}\nself.outlines=${JSON.stringify(outlines)};\n`);
}

await build({
  ...common,
  entryPoints: SCRIPTS.map((name) => `src/${name}.ts`),
  outdir: ASSETS,
  plugins: [workerAsText],
  define: { "import.meta.url": "''" },
});
await writeOutlines();
