/** Reads the comments of `_data/comments/`, if the settings show them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { COMMENTS_FOLDER, type Comment, CommentData, threadsOf } from "../../content/comment.ts";
import type { Problem } from "../../content/problems/problem.ts";
import { visitorHtml } from "../../markdown/html/visitor-html.ts";
import { problemsIn } from "../front-matter/validate.ts";

const CommentList = z.array(CommentData, { error: "must be a list of comments" });

/** By the slug of their post, after which the files are named. */
export async function readComments(
  siteDir: string,
): Promise<{ comments: ReadonlyMap<string, readonly Comment[]>; problems: Problem[] }> {
  const comments = new Map<string, readonly Comment[]>();
  const problems: Problem[] = [];
  const names = await readdir(join(siteDir, COMMENTS_FOLDER)).catch(() => []);
  for (const name of names.filter((one) => one.endsWith(".json")).sort()) {
    const file = `${COMMENTS_FOLDER}/${name}`;
    const data = parsed(await readFile(join(siteDir, file), "utf8"));
    if (data === undefined) {
      problems.push({ file, message: "is no JSON", hint: "write a list of comments, [{ … }], or remove the file" });
      continue;
    }
    const read = CommentList.safeParse(data);
    if (read.success) comments.set(name.slice(0, -".json".length).normalize("NFC"), threadsOf(read.data, visitorHtml));
    else problems.push(...problemsIn(read.error, data, CommentList, () => ({ file })));
  }
  return { comments, problems };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
