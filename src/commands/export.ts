/** `wellformed export [DIR]`: writes the site as plain Markdown, whole feeds and a file for WordPress. */
import { optional } from "../import/optional.ts";
import { readExportOptions } from "./options/options.ts";
import { count } from "./report/numbers.ts";

export async function exportAll(args: string[]): Promise<void> {
  const options = readExportOptions(args, process.env);
  const { exportSite } = await optional(() => import("../export/export-site.ts"));
  const { entries, files } = await exportSite(options);
  console.log(`${options.outDir}: ${count(entries, "page")} as Markdown, ${count(files, "file")} in all`);
}
