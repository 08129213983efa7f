/**
 * Lets Node load TypeScript and TSX: the modules of a site, and in the engine's repository the engine's own. Plain
 * JavaScript, since it is loaded before that is so.
 */
import { readFileSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { register as registerCommonJs } from "tsx/cjs/api";
import { register } from "tsx/esm/api";

/** @type {(url: string) => void} */
let listener = () => {};

/**
 * Calls `listen` with the URL of each module that is imported from now on, even if it can't be loaded. A Node without
 * `registerHooks` (20, 22.14) does not tell of CommonJS, which a site's modules are if its `package.json` has no `type`.
 * @param {(url: string) => void} listen
 */
export function onModuleLoad(listen) {
  if (!("registerHooks" in nodeModule)) {
    listener = listen;
    return;
  }
  nodeModule.registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      listen(resolved.url);
      return resolved;
    },
  });
  for (const path of engineBundle()?.sources ?? []) listen(new URL(path, ROOMS_URL).href);
}

// It says where "wellformed" is for a site's modules: JSX and types are those of this engine, whatever is installed beside them.
const tsconfig = fileURLToPath(new URL("../api/site-modules.tsconfig.json", import.meta.url));
registerCommonJs();
register({ tsconfig, onImport: (url) => listener(url) });

const { bundledModule, engineBundle, KEPT, openEngineBundle, ROOMS_URL } = await import("../cache/engine-bundle.ts");
if ("enableCompileCache" in nodeModule) nodeModule.enableCompileCache(KEPT);

/**
 * tsx would process every module, although most need nothing from it; that took a third of the engine's loading time. The hooks
 * that are registered last run first.
 */
if ("registerHooks" in nodeModule) {
  await openEngineBundle();
  const bundle = engineBundle()?.url ?? ROOMS_URL;
  nodeModule.registerHooks({
    // The engine's modules name each other by their files, which are all there.
    resolve(specifier, context, next) {
      const { parentURL = "" } = context;
      const isOwn =
        specifier.startsWith(".") &&
        (parentURL.startsWith(ROOMS_URL) || parentURL.startsWith(bundle)) &&
        /\.(m?js|tsx?)$/.test(specifier);
      const resolved = isOwn ? { url: new URL(specifier, parentURL).href } : next(specifier, context);
      const url = bundledModule(resolved.url) ?? resolved.url;
      return isOwn || url !== resolved.url ? { url, format: "module", shortCircuit: true } : resolved;
    },
    load(url, context, next) {
      const isPlain = context.format === "module" && /\.m?js$/.test(url);
      if (!isPlain || !(url.startsWith(ROOMS_URL) || url.includes("/node_modules/"))) return next(url, context);
      return { format: "module", source: readFileSync(new URL(url)), shortCircuit: true };
    },
  });
}
