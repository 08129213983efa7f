/** The files that every site has beside its content. */
import type { Collection } from "../content/collection.ts";
import { editorFiles } from "./editor-files.ts";

/** By path. `engine` is the version of the engine, or a packed one, as `package.json` names it. */
export function siteFrame(engine: string, collections: readonly Collection[]): Map<string, string> {
  const commands = ["start", "build", "check", "published", "prove"] as const;
  const scripts = Object.fromEntries(commands.map((name) => [name, `wellformed ${name}`]));
  const manifest = { private: true, type: "module", scripts, dependencies: { wellformed: engine } };
  return new Map([
    ...editorFiles(collections),
    [".gitignore", "node_modules/\n_site/\n_site.*\n.cache/\n"],
    ["package.json", `${JSON.stringify(manifest, null, 2)}\n`],
    ["tsconfig.json", '{ "extends": "wellformed/tsconfig.json", "include": ["_data", "theme"] }\n'],
  ]);
}
