/** The comments of an import as data of the new site, without what nobody else should have of those who wrote them. */
import { COMMENTS_FOLDER, type CommentData } from "../content/comment.ts";
import { isDate } from "../content/date.ts";
import type { Planned } from "./plan.ts";
import type { SourceComment } from "./source-site.ts";

/** A file for each post that has any. */
export function commentFiles(entries: readonly Planned[]): [file: string, text: () => string][] {
  return entries
    .filter(({ entry }) => entry.kind === "post" && entry.comments.length > 0)
    .map(({ slug, entry }) => [`${COMMENTS_FOLDER}/${slug}.json`, () => commentsText(entry.comments)]);
}

/** What a post's file of comments holds; `_data/comments/` has these. */
function commentsText(comments: readonly SourceComment[]): string {
  const ids = new Map<string, string>();
  for (const { id } of comments) ids.set(id, unused(anchorOf(id), new Set(ids.values())));
  const data = comments.map((comment): CommentData => {
    const { id, parent, author, url, date, html } = comment;
    const above = parent === undefined ? undefined : ids.get(parent);
    return {
      id: ids.get(id) ?? anchorOf(id),
      ...(above !== undefined && { parent: above }),
      author: author.replace(/\s+/g, " ").trim() || "Anonymous",
      ...(url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) && { url: new URL(url).href }),
      ...(date !== undefined && isDate(date) && { date }),
      html: withoutAddresses(html.trim()),
    };
  });
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** As WordPress has it in its anchors: `comment-3`. Of an id that is a URI, the number at its end. */
function anchorOf(id: string): string {
  const last = /post-(\d+)$/.exec(id)?.[1] ?? id;
  return last.replace(/[^\w-]+/g, "-").replace(/^-+|-+$/g, "") || "comment";
}

function unused(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`;
  return id;
}

/** Visitors sign with their mail addresses, which programs collect. */
function withoutAddresses(html: string): string {
  return html.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/gi, "…");
}
