/** `wellformed host NAME [DIR]`: writes the files by which a host serves a built site, and says what it can't do. */
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { HOSTS } from "../content/host.ts";
import { inSentence } from "../content/naming.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { HOST_ROWS, type HostFile, type HostRow, lossesAt, rootOf } from "../publish/hosts/host-files.ts";
import { readServed } from "../site/output-record-file.ts";
import { readHostOptions } from "./options/options.ts";

export async function host(args: string[]): Promise<void> {
  const { siteDir, name, outDir, dir, force } = readHostOptions(args, process.env);
  const site = existsSync(outDir) ? readServed(siteDir, outDir) : undefined;
  if (!site) {
    throw new UsageError(`${outDir} was not built here: build the site first, or name its folder with --out`);
  }
  const row = HOST_ROWS[name];
  const folder = dir ?? (row.reads === "the site" ? outDir : join(siteDir, "hosting", name));
  const files = row.files(site, relative(folder, outDir).replaceAll("\\", "/") || ".");
  if (!force) await refuseForeign(folder, files);
  await mkdir(folder, { recursive: true });
  for (const [file, text] of files) await writeFile(join(folder, file), text);
  const { name: title } = HOSTS[name];
  const names = files.map(([file]) => file);
  console.log(`${relative(".", folder) || "."}: ${inSentence(names, "en-GB")} for ${title}`);
  const use = [row.use.replaceAll("{folder}", folder), rootOf(site)].filter(Boolean).join("; ");
  console.log(`To do: ${use}.`);
  const losses = lossesAt(name, site, hasCopies(outDir, row));
  if (losses.length > 0) console.log([`${title} can't do all of it:`, ...losses.map((loss) => `- ${loss}`)].join("\n"));
}

/** The home page is long enough to have a copy of each kind. */
function hasCopies(outDir: string, { copies }: HostRow): boolean {
  return copies.some((ending) => existsSync(join(outDir, `index.html.${ending}`)));
}

/** Files that somebody else wrote are kept. Ours are recognised by their first line, which JSON can't have. */
async function refuseForeign(folder: string, files: readonly HostFile[]): Promise<void> {
  for (const [file, text] of files) {
    const path = join(folder, file);
    const found = existsSync(path) ? await readFile(path, "utf8") : text;
    const isOurs = found === text || found === "" || /^(#!.*\n)?# Made by wellformed host /.test(found) || isMade(file);
    if (!isOurs)
      throw new UsageError(`${path} is not what this command wrote; name another folder, or replace it with --force`);
  }
}

/** Each build writes them anew. */
function isMade(file: string): boolean {
  return file === "_headers" || file === "_redirects";
}
