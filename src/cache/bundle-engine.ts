/** Makes the bundle of `engine-bundle.ts`. */
import { readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Loader, type Plugin } from "esbuild";
import { BUNDLED_MODULES, ENDING, type StoredBundle } from "./engine-bundle.ts";
import { digestOfEngine, ROOMS } from "./engine-files.ts";

const EXTENSION = extname(import.meta.url);
/** Packages of many modules each. Others stay as they are installed. */
const BUNDLED_PACKAGES = /^(@11ty\/(eleventy|eleventy-plugin-rss)|markdown-it|parse5|temporal-polyfill|yaml|zod)(\/|$)/;
/** What a bundled package imports is bundled with it, but for what it loads when it serves: that is not written as a module is. */
const LEFT_OUT = /^@11ty\/eleventy-dev-server(\/|$)/;
/** CommonJS in the bundle has what modules lack, to load what Node itself is made of. */
const REQUIRE = `import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);`;
/** No module has a name like it. */
const OWN_PLACE = "ownPlaceOfThisModule";
const LOADERS: Readonly<Record<string, Loader>> = { ".ts": "ts", ".tsx": "tsx" };

/** Writes its files into `folder`. Throws where esbuild does. */
export async function bundleEngine(folder: string): Promise<StoredBundle> {
  const { metafile } = await build({
    absWorkingDir: ROOMS,
    entryPoints: BUNDLED_MODULES.map((module) => `${module}${EXTENSION}`),
    outdir: folder,
    outExtension: { ".js": ENDING },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    define: { "import.meta.url": OWN_PLACE },
    banner: { js: REQUIRE },
    // V8 has half as much to read. Names and lines stay, for stacks.
    minifyWhitespace: true,
    lineLimit: 200,
    jsx: "automatic",
    jsxImportSource: "preact",
    // Read by who needs them: see `describeFault`.
    sourcemap: "external",
    sourcesContent: false,
    metafile: true,
    tsconfigRaw: {},
    logLevel: "silent",
    plugins: [ownPlaces, packages],
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.startsWith(".."));
  const files = Object.entries(metafile.outputs)
    .filter(([path]) => path.endsWith(ENDING))
    .map(([path, { bytes }]) => [relative(folder, join(ROOMS, path)), bytes] as const);
  return { digest: digestOfEngine(), sources, files };
}

/** A module's `import.meta.url` stays that of its own file: beside it is what it reads, and what it starts. */
const ownPlaces: Plugin = {
  name: "own places",
  setup({ onLoad, onResolve }) {
    onLoad({ filter: /\.m?[jt]sx?$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("import.meta.url")) return undefined;
      const place = `const ${OWN_PLACE} = ${JSON.stringify(pathToFileURL(path).href)}; `;
      return { contents: place + text, loader: LOADERS[extname(path)] ?? "js" };
    });
    // It is loaded before there is a bundle, and knows who listens.
    onResolve({ filter: /\/load-typescript\.js$/ }, ({ path, resolveDir }) => {
      return { path: pathToFileURL(join(resolveDir, path)).href, external: true };
    });
  },
};

/** What a bundled package imports is bundled with it: it may have a version of its own. */
const packages: Plugin = {
  name: "packages",
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
      const isBundled = kind === "entry-point" || !importer.startsWith(ROOMS) || BUNDLED_PACKAGES.test(path);
      return isBundled && !LEFT_OUT.test(path) ? undefined : { path, external: true };
    });
  },
};
