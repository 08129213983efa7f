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
}

// It says where "wellformed" is for a site's modules: JSX and types are those of this engine, whatever is installed beside them.
const tsconfig = fileURLToPath(new URL("../api/site-modules.tsconfig.json", import.meta.url));
registerCommonJs();
register({ tsconfig, onImport: (url) => listener(url) });

/** The folder of the engine's rooms: `src/` or `dist/`. */
const ENGINE = new URL("..", import.meta.url).href;

/**
 * tsx would process every module, although most need nothing from it; that took a third of the engine's loading time. The hooks
 * that are registered last run first.
 */
if ("registerHooks" in nodeModule) {
  nodeModule.registerHooks({
    // The engine's modules name each other by their files, which are all there.
    resolve(specifier, context, next) {
      const isOwn =
        specifier.startsWith(".") && context.parentURL?.startsWith(ENGINE) && /\.(js|tsx?)$/.test(specifier);
      if (!isOwn) return next(specifier, context);
      return { url: new URL(specifier, context.parentURL).href, format: "module", shortCircuit: true };
    },
    load(url, context, next) {
      const isPlain = context.format === "module" && /\.m?js$/.test(url);
      if (!isPlain || !(url.startsWith(ENGINE) || url.includes("/node_modules/"))) return next(url, context);
      return { format: "module", source: readFileSync(new URL(url)), shortCircuit: true };
    },
  });
}

/** V8 keeps what it has compiled: beside the packages, where no other user of the machine can put anything. */
if ("enableCompileCache" in nodeModule) {
  const [folder] = import.meta.resolve("tsx/esm/api").split(/(?<=\/node_modules\/)(?!.*\/node_modules\/)/);
  nodeModule.enableCompileCache(fileURLToPath(new URL(".cache/wellformed", folder)));
}
