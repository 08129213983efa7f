/** Content files to typed heads: everything about a post or a project but what its Markdown says. */
import { basename, dirname } from "node:path";
import type { z } from "zod";
import type { Place, Problem } from "../content/problems/problem.ts";
import { isSlug } from "../content/text/slug.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import type { SourceFile } from "./read-files.ts";
import { validate } from "./validate.ts";

/** A head with the Markdown that belongs to it. */
export interface Page<Head> {
  head: Head;
  source: Pick<FrontMatter, "body" | "bodyLine">;
  /** Where a key stands in its file. */
  place: (path: readonly PropertyKey[]) => Place;
}

/** How one folder's front matter becomes heads. */
export interface Reading<Schema extends z.ZodObject, Head> {
  schema: Schema;
  head: (matter: z.infer<Schema>, file: { file: string; slug: string }) => Head;
}

const IN_NO_FOLDER = /^[^/]+\/index\.md$/;
const NAME_IT = "name the file like my-post.md";

export function readHeads<Schema extends z.ZodObject, Head>(
  files: SourceFile[],
  { schema, head }: Reading<Schema, Head>,
  problems: Problem[],
): Page<Head>[] {
  return files.flatMap(({ file, text }) => {
    const slug = slugFromFile(file);
    if (!isSlug(slug)) problems.push({ file, message: `"${slug}" can't stand in an address`, hint: NAME_IT });
    if (IN_NO_FOLDER.test(file)) problems.push({ file, message: "would be named after all of them", hint: NAME_IT });
    const matter = readFrontMatter(file, text);
    if (!matter.ok) {
      problems.push(...matter.problems);
      return [];
    }
    const { data, body, bodyLine, place } = matter.value;
    const valid = validate(schema, data, place);
    if (!body.trim()) problems.push({ file, line: bodyLine, message: "has no text after its front matter" });
    if (!valid.ok) {
      problems.push(...valid.problems);
      return [];
    }
    return [{ head: head(valid.value, { file, slug }), source: { body, bodyLine }, place }];
  });
}

/** `posts/x.md` and `posts/x/index.md` are both `x`. */
export function slugFromFile(file: string): string {
  const name = basename(file, ".md");
  return name === "index" ? basename(dirname(file)) : name;
}
