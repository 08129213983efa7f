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
/** What scripts of pages are made of, which each site bundles for itself. */
const BUNDLED = new RegExp(
  `^src/(${[
    ...["theme/client/.*", "search/query/.*", "search/find-module", "content/once-for-each", "content/words/message"],
    ...[
      "content/(text/escape-reg-exp|samples/(code-key|plan|results-text|timeline))",
      "proof/in-page/.*",
      "proof/(masks|result-parts)",
    ],
  ].join("|")})\\.ts$`,
);
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
