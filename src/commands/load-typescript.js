/**
 * Lets Node load TypeScript and TSX: the modules of a site, and in the engine's repository the engine's own. Plain
 * JavaScript, since it is loaded before that is so.
 */
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";
import { register as registerCommonJs } from "tsx/cjs/api";
import { register } from "tsx/esm/api";

/** @type {(url: string) => void} */
let listener = () => {};

/**
 * Calls `listen` with the URL of each module that is asked for from now on, whether it can be loaded or not. A Node without
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
