/** Sites with a theme, as folders of their own: nothing of the engine is beside them. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NOTEBOOK } from "./content-files.ts";
import { writeFiles } from "./write-files.ts";

/** The second theme, as its package has it. */
export const WORKBENCH = "examples/themes/workbench";

/** A copy of the notebook; `files` are below its folder, and `setting` is what `theme` says. */
export function themedNotebook(siteDir: string, files: Record<string, string>, setting?: string): void {
  cpSync(NOTEBOOK, siteDir, { recursive: true, filter: (path) => !path.includes(".cache") });
  writeFiles(siteDir, files);
  if (setting === undefined) return;
  const settings = join(siteDir, "_data/site.ts");
  const text = readFileSync(settings, "utf8");
  writeFileSync(settings, text.replace("export default {", `export default {\n  theme: ${JSON.stringify(setting)},`));
}
