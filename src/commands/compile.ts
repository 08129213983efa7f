/**
 * `npm pack` runs it: compiles `src/` to `dist/`, as it is published. A module becomes one of JavaScript with a source map,
 * and those that a site imports have types. Everything else, such as style sheets and fonts, is copied. So is what a site
 * publishes as scripts, since it is bundled for each.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, globSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const MODULE = /\.(ts|tsx|js)$/;
const BUNDLED =
  /^src\/(theme\/client|search\/query)\/|^src\/(search\/find-module|content\/(once-for-each|words\/message))\.ts$/;
const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));

rmSync("dist", { recursive: true, force: true });
for (const config of ["tsconfig.package.json", "tsconfig.types.json"]) {
  execFileSync(process.execPath, [tsc, "--project", config], { stdio: "inherit" });
}
for (const entry of globSync("src/**", { withFileTypes: true })) {
  const path = join(entry.parentPath, entry.name).replaceAll("\\", "/");
  if (entry.isFile() && (!MODULE.test(path) || BUNDLED.test(path))) cpSync(path, path.replace("src", "dist"));
}
chmodSync("dist/commands/wellformed.js", 0o755);
