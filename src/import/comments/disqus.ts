/** Disqus' export (https://docs.disqus.com/developers/export/): threads with the addresses of posts, and what was said there. */
import { momentIn } from "../exports/moments.ts";
import { childOf, readXml, textOf, type XmlElement } from "../exports/xml.ts";
import type { SourceComment } from "../source-site.ts";

/** Comments by the address of their post. */
export type CommentsByAddress = Map<string, SourceComment[]>;

export function isDisqus(start: string): boolean {
  return /<disqus\b/.test(start);
}

export function disqusComments(source: string): CommentsByAddress {
  const threads = new Map<string, string>();
  const posts: XmlElement[] = [];
  readXml(source, new Set(["thread", "post"]), (element, path) => {
    if (path.length !== 1) return;
    if (element.name === "post") posts.push(element);
    else threads.set(idOf(element), textOf(element, "link") || textOf(element, "id"));
  });
  const comments: CommentsByAddress = new Map();
  for (const post of posts) {
    if (textOf(post, "isDeleted") === "true" || textOf(post, "isSpam") === "true") continue;
    const thread = childOf(post, "thread");
    const address = thread && threads.get(idOf(thread));
    if (!address) continue;
    const parent = childOf(post, "parent");
    const author = childOf(post, "author");
    const comment = {
      id: idOf(post),
      ...(parent && { parent: idOf(parent) }),
      author: (author && textOf(author, "name")) || "Anonymous",
      date: momentIn(textOf(post, "createdAt")),
      html: textOf(post, "message"),
    };
    comments.set(address, [...(comments.get(address) ?? []), comment]);
  }
  return comments;
}

function idOf(element: XmlElement): string {
  return element.attributes["dsq:id"] ?? "";
}
