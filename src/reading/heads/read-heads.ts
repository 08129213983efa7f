/** Content files to heads: all that is known of an entry without its Markdown. */
import { basename, dirname } from "node:path";
import { type Collection, HOME } from "../../content/collection.ts";
import type { Head } from "../../content/entry.ts";
import type { EntryMatter } from "../../content/entry-keys.ts";
import { type Circumstances, headFromFrontMatter } from "../../content/head-from-front-matter.ts";
import type { Place } from "../../content/problems/problem.ts";
import type { ProblemCollector } from "../../content/problems/problem-collector.ts";
import type { Site } from "../../content/site.ts";
import { isSlug } from "../../content/text/slug.ts";
import { type FrontMatter, type KnownData, readFrontMatter } from "../front-matter/front-matter.ts";
import { validate } from "../front-matter/validate.ts";
import type { SourceFile } from "../read-files.ts";
import { namedLanguage } from "./named-language.ts";

/** A head, with its front matter and its Markdown. */
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

/** Undefined if there are problems in the front matter. */
export function readHead(
  { file, text }: SourceFile,
  collection: Collection,
  circumstances: Pick<Circumstances, "at"> & { readonly site: Site },
  problems: ProblemCollector,
  known?: KnownData,
): HeadWithSource | undefined {
  const named = namedLanguage(file, circumstances.site);
  const slug = slugFromFile(named.file, collection);
  for (const part of collection.isStandalone ? slug.split("/") : [slug])
    if (!isSlug(part))
      problems.add({ rule: "file", file, message: `"${part}" can't stand in an address`, hint: NAME_IT });
  if (IN_NO_FOLDER.test(file) && !collection.isStandalone)
    problems.add({ rule: "file", file, message: "would be named after all of them", hint: NAME_IT });
  const frontMatter = problems.take(readFrontMatter(file, text, known));
  if (!frontMatter) return undefined;
  const { data, body, bodyLine, place } = frontMatter;
  // Without a title of its own, the home page has the site's.
  const withTitle = (keys: unknown) =>
    slug === HOME ? Object.assign({ title: titleIn(circumstances.site, named.language) }, keys) : keys;
  const matter = problems.take(validate(collection.schema, withTitle(data), place));
  // A draft that was begun a moment ago holds up nobody's other texts.
  if (!body.trim() && slug !== HOME && !matter?.draft)
    problems.add({ rule: "empty-text", file, line: bodyLine, message: "has no text after its front matter" });
  if (!matter) return undefined;
  const head = headFromFrontMatter(matter, collection, {
    ...{ file, slug, namedLanguage: named.language },
    ...circumstances,
  });
  return { collection, head, matter, source: { body, bodyLine }, place };
}

function titleIn({ title, languages }: Site, language = ""): string {
  return languages[language]?.title ?? title;
}

/** `posts/x.md` and `posts/x/index.md` are both `x`. In a standalone collection, `pages/a/b.md` is `a/b`. */
export function slugFromFile(
  file: string,
  { folder, isStandalone }: Pick<Collection, "folder" | "isStandalone">,
): string {
  const [above, name] = [dirname(file), basename(file, ".md")];
  if (isStandalone) return file.slice(folder.length + 1).replace(/(\/index)?\.md$/, "");
  return name === "index" ? basename(above) : name;
}
