/** The texts of a site on disk, for migrations. */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { SITE_FOLDERS } from "../../upgrade/clone.ts";
import type { SiteTexts, TextChange } from "../../upgrade/migration.ts";

const TEXT_FILE = /\.(md|markdown|[cm]?[jt]sx?|json|css|ya?ml|txt)$/i;
const FILES = ["package.json", "tsconfig.json"];

/** Files that are not UTF-8 are left out: writing them would change more than what a migration means. */
export async function readSiteTexts(siteDir: string): Promise<SiteTexts> {
  const folders = SITE_FOLDERS.map(async (folder) => {
    const entries = await readdir(join(siteDir, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name));
    return files.map(({ parentPath, name }) =>
      join(parentPath, name).slice(join(siteDir, "/").length).replaceAll("\\", "/"),
    );
  });
  const paths = [...(await Promise.all(folders)).flat(), ...FILES].sort();
  const texts = await Promise.all(paths.map(async (path) => [path, await utf8Of(join(siteDir, path))] as const));
  return new Map(texts.flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const])));
}

export async function writeChanges(siteDir: string, changes: readonly TextChange[]): Promise<void> {
  for (const { path, text } of changes) {
    const file = join(siteDir, path);
    if (text === undefined) {
      await rm(file, { force: true });
      continue;
    }
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

async function utf8Of(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  const text = bytes?.toString("utf8");
  return text !== undefined && bytes?.equals(Buffer.from(text)) ? text : undefined;
}
