/** `wellformed new post "Title"`: makes a content file with all that its front matter may have. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import type { Collection } from "../content/collection.ts";
import { collectionsOf } from "../content/own-collections.ts";
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
  const site = await readSite(siteDir, {});
  if (!site.ok) throw new ContentError(site.problems, sourcesIn(siteDir));
  const collection = collectionOf(kind, collectionsOf(collections, site.value));
  const title = titleOf(words, kind);
  const { language, timeZone } = site.value;
  const spelling = spellingOf(site.value, language);
  const { path, text } = newEntry(collection, title, Temporal.Now.zonedDateTimeISO(timeZone), { language, spelling });
  await writeNew(siteDir, path, text);
  console.log(
    `${path} is a draft: npm start shows it, and nothing publishes it until its line "draft: true" is deleted`,
  );
  if (values.edit) await edit(join(siteDir, path));
}

/** By its name, or what one of its entries is called, by the engine or by the site: `posts`, `post`, `essay`, `Beitrag`. */
function collectionOf(word: string | undefined, ofSite: readonly Collection[]): Collection {
  const kinds = ofSite.map(singular).join(", ");
  if (word === undefined) throw new UsageError(`wellformed new takes a kind (${kinds}) and a title`);
  const named = [...ofSite, ...collections].find((one) => namesOf(one).includes(word.toLowerCase()));
  const found = ofSite.find(({ name }) => name === named?.name);
  if (found) return found;
  if (named) throw new UsageError(`this site has no ${named.name}: "without" in _data/site.ts leaves them out`);
  const hint = didYouMean(word, ofSite.flatMap(namesOf)) ?? `there are ${kinds}`;
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
