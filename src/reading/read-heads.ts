/** Content files to heads: everything that is known of an entry but what its Markdown says. */
import { basename, dirname } from "node:path";
import type { Collection } from "../content/collection.ts";
import type { Head } from "../content/entry.ts";
import type { EntryMatter } from "../content/entry-keys.ts";
import { type Circumstances, headFromFrontMatter } from "../content/head-from-front-matter.ts";
import type { Place } from "../content/problems/problem.ts";
import type { ProblemCollector } from "../content/problems/problem-collector.ts";
import { isSlug } from "../content/text/slug.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import type { SourceFile } from "./read-files.ts";
import { validate } from "./validate.ts";

/** A head with the front matter that it was made from, and the Markdown that belongs to it. */
export interface HeadWithSource {
  readonly collection: Collection;
  readonly head: Head;
  readonly matter: EntryMatter;
  readonly source: Pick<FrontMatter, "body" | "bodyLine">;
  /** Where a key stands in its file. */
  readonly place: (path: readonly PropertyKey[]) => Place;
}

const IN_NO_FOLDER = /^[^/]+\/index\.md$/;
const NAME_IT = "name the file like my-post.md";

/** Undefined for a file whose front matter is wrong. */
export function readHead(
  { file, text }: SourceFile,
  collection: Collection,
  circumstances: Pick<Circumstances, "site" | "at">,
  problems: ProblemCollector,
): HeadWithSource | undefined {
  const slug = slugFromFile(file);
  if (!isSlug(slug)) problems.add({ file, message: `"${slug}" can't stand in an address`, hint: NAME_IT });
  if (IN_NO_FOLDER.test(file)) problems.add({ file, message: "would be named after all of them", hint: NAME_IT });
  const frontMatter = problems.take(readFrontMatter(file, text));
  if (!frontMatter) return undefined;
  const { data, body, bodyLine, place } = frontMatter;
  const matter = problems.take(validate(collection.schema, data, place));
  if (!body.trim()) problems.add({ file, line: bodyLine, message: "has no text after its front matter" });
  if (!matter) return undefined;
  const head = headFromFrontMatter(matter, collection, { file, slug, ...circumstances });
  return { collection, head, matter, source: { body, bodyLine }, place };
}

/** `posts/x.md` and `posts/x/index.md` are both `x`. */
export function slugFromFile(file: string): string {
  const name = basename(file, ".md");
  return name === "index" ? basename(dirname(file)) : name;
}
