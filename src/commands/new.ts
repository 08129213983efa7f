/** `wellformed new post "Title"`: makes a content file with all that its front matter may have. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import type { Collection } from "../content/collection.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import { ContentError } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { spellingOf } from "../content/slugs.ts";
import { Text } from "../content/text/text.ts";
import { readSite } from "../reading/data/read-site.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { collections } from "../site/collections.ts";
import { newEntry } from "../starter/new-entry.ts";
import { readCommandLine } from "./options/command-line.ts";
import { siteFolder } from "./options/option-values.ts";

export async function makeNew(args: string[]): Promise<void> {
  const { values, positionals } = readCommandLine("new", args, process.env);
  const siteDir = siteFolder(values.site);
  const [kind, ...words] = positionals;
  const collection = collectionOf(kind);
  const title = titleOf(words, kind);
  const site = await readSite(siteDir, {});
  if (!site.ok) throw new ContentError(site.problems, sourcesIn(siteDir));
  const { language, timeZone } = site.value;
  const spelling = spellingOf(site.value, language);
  const { path, text } = newEntry(collection, title, Temporal.Now.zonedDateTimeISO(timeZone), spelling);
  await writeNew(siteDir, path, text);
  console.log(
    `${path} is a draft: npm start shows it, and nothing publishes it until its line "draft: true" is deleted`,
  );
  if (values.edit) await edit(join(siteDir, path));
}

/** By its name, or what one of its entries is called: `posts`, `post`, `essay`. */
function collectionOf(word: string | undefined): Collection {
  const names = collections.map((collection) => ({ collection, names: namesOf(collection) }));
  const found = names.find(({ names }) => word !== undefined && names.includes(word.toLowerCase()));
  if (found) return found.collection;
  const kinds = collections.map(singular).join(", ");
  if (word === undefined) throw new UsageError(`wellformed new takes a kind (${kinds}) and a title`);
  const hint =
    didYouMean(
      word,
      names.flatMap(({ names }) => names),
    ) ?? `there are ${kinds}`;
  throw new UsageError(`wellformed new makes no "${word}" (${hint})`);
}

function namesOf(collection: Collection): string[] {
  const { name, folder, labels } = collection;
  return [name, singular(collection), folder, labels.one, labels.many].map((one) => one.toLowerCase());
}

function singular({ name }: Collection): string {
  return name.replace(/s$/, "");
}

/** Words without quotes are one title. */
function titleOf(words: readonly string[], kind = ""): string {
  const title = Text.safeParse(words.join(" "));
  if (words.length > 0 && title.success) return title.data;
  throw new UsageError(`wellformed new takes a title behind "${kind}": npx wellformed new ${kind} "A title"`);
}

/** A post may be a folder, too. */
async function writeNew(siteDir: string, path: string, text: string): Promise<void> {
  const taken = [path, path.replace(/\.md$/, "/index.md")].find((one) => existsSync(join(siteDir, one)));
  if (taken)
    throw new UsageError(`${taken} exists; nothing was written (give it another title, and change that in the file)`);
  await mkdir(dirname(join(siteDir, path)), { recursive: true });
  await writeFile(join(siteDir, path), text, { flag: "wx" });
}

/** With the author's editor, whose command may have arguments: `code --wait`. */
async function edit(file: string): Promise<void> {
  const editor = process.env["VISUAL"] || process.env["EDITOR"];
  if (!editor) throw new UsageError("--edit opens the editor that EDITOR names in the environment, and it names none");
  const child = spawn(`${editor} ${quoted(file)}`, { stdio: "inherit", shell: true });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new UsageError(`the editor "${editor}" ended with exit code ${code}`);
}

/** For a shell, which `EDITOR` is written for. */
function quoted(file: string): string {
  return process.platform === "win32" ? `"${file}"` : `'${file.replaceAll("'", "'\\''")}'`;
}
