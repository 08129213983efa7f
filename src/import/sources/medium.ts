/** Medium, by the zip that it sends, or its folder: `posts/*.html`. */

import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { groupBy } from "../../content/group-by.ts";
import { parsedUrl } from "../../content/parsed-url.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { exportFiles, zipHas } from "../exports/export-files.ts";
import { momentIn } from "../exports/moments.ts";
import { pathOfAddress } from "../exports/old-address.ts";
import { shortTextOf } from "../exports/plain-text.ts";
import {
  attribute,
  contentIn,
  contentOf,
  element,
  elementsIn,
  find,
  hasClass,
  isElement,
  lineOf,
} from "../html/hast.ts";
import type { Left, SourceEntry, SourceSite } from "../source-site.ts";
import type { SourceKind } from "./source.ts";

export const medium: SourceKind = {
  name: "medium",
  title: "a Medium export",
  detect: ({ path, isFolder, has }) =>
    isFolder
      ? has("posts") && has("profile")
        ? "posts/ and profile/"
        : undefined
      : zipHas(path, /(^|\/)profile\/profile\.html$/)
        ? "a zip with profile/profile.html"
        : undefined,
  async read(path, { progress }) {
    const files = (await exportFiles(path)).filter(
      (file) =>
        /(^|\/)posts\/[^/]+\.html?$/i.test(file.path) ||
        (/^[^/]+\.html?$/i.test(file.path) && !/^(README|index)/i.test(file.path)),
    );
    if (files.length === 0) throw new UsageError(`${path} has no posts/*.html of Medium's`);
    const read: { entry: SourceEntry; author: string; canonical: string }[] = [];
    const left: Left[] = [];
    for (const [index, file] of files.entries()) {
      if (index % 20 === 0) progress?.(index, files.length);
      const html = await file.text();
      const one = entryOf(html, file.path);
      if (one) read.push(one);
      else
        left.push({
          file: file.path,
          construct: "file that is no post",
          outcome: "left",
          was: file.path,
          now: "nothing",
        });
    }
    progress?.(files.length, files.length);
    return siteOf(read, left);
  },
};

function siteOf(read: readonly { entry: SourceEntry; author: string; canonical: string }[], left: Left[]): SourceSite {
  const names = [...new Set(read.map(({ author }) => author).filter(Boolean))];
  const hosts = read.map(({ canonical }) => parsedUrl(canonical)?.origin).filter((origin) => origin !== undefined);
  const [most] = [...groupBy(hosts, (origin) => origin)].sort(([, one], [, other]) => other.length - one.length);
  return {
    title: names[0],
    url: most?.[0],
    authors: names.map((name) => ({ key: name, name })),
    entries: read.map(({ entry }) => entry),
    ...{ redirects: [], feeds: [], files: [], left },
  };
}

function entryOf(html: string, file: string): { entry: SourceEntry; author: string; canonical: string } | undefined {
  const root = element("div", {}, contentIn(fromHtml(html, { fragment: true })));
  const body = find(root, (one) => attribute(one, "dataField") === "body" || hasClass(one, /^e-content$/));
  if (!body) return undefined;
  const byClass = (name: RegExp) => find(root, (one) => hasClass(one, name));
  const title = lineOf(byClass(/^p-name$/) ?? find(root, (one) => isElement(one, "title", "h1")) ?? body).slice(0, 300);
  const subtitle = byClass(/^p-summary$/);
  const time = byClass(/^dt-published$/);
  const link = [...elementsIn(root)].find(
    (one) => isElement(one, "a") && [...elementsIn(one)].some((inner) => inner === time),
  );
  const canonicalLink = byClass(/^p-canonical$/);
  const canonical = (canonicalLink && attribute(canonicalLink, "href")) ?? "";
  const authorLink = byClass(/^p-author$/);
  const author = authorLink ? lineOf(authorLink) : "";
  const date = momentIn(time && attribute(time, "dateTime"));
  const isDraft = date === undefined || /(^|\/)draft_/i.test(file);
  const response = isResponse(body, title);
  const id = link && attribute(link, "href");
  const why = isDraft ? "a draft" : response ? "an answer to another post" : undefined;
  const start = body.position?.start.offset ?? 0;
  const end = body.position?.end.offset ?? html.length;
  const text = withoutTitle(html, start, end, body, title, subtitle && lineOf(subtitle));
  const address = isDraft ? undefined : pathOfAddress(canonical);
  return {
    author,
    canonical,
    entry: {
      ...{ file, kind: "post", aliases: [], tags: [], comments: [], left: [] },
      title: title || undefined,
      address,
      ...(!isDraft && id && { id }),
      date,
      ...(why && { draft: { why } }),
      authors: author ? [author] : [],
      description: subtitle ? shortTextOf(lineOf(subtitle)) : undefined,
      body: { format: "html", text, line: html.slice(0, start).split("\n").length },
    },
  };
}

/** An answer is a file like a post: it has no title, and what stands as its title is how its text begins. */
function isResponse(body: Element, title: string): boolean {
  const first = find(body, (one) => hasClass(one, /^graf$/));
  const isTitled = find(body, (one) => hasClass(one, /^graf--title$/)) !== undefined;
  const words = title.replace(/…$|\.\.\.$/, "").trim();
  return (
    !isTitled && isElement(first, "p") && words !== "" && lineOf(first).startsWith(words) && lineOf(body).length < 3000
  );
}

/**
 * The text without its title and subtitle, which stand in the head of the file too, and the rule that opens it; and without the
 * names of all paragraphs, except those that are link targets.
 */
function withoutTitle(
  html: string,
  start: number,
  end: number,
  body: Element,
  title: string,
  subtitle: string | undefined,
): string {
  const cut: { start: number; end: number }[] = [];
  const drop = (one: Element | undefined): void => {
    const [from, to] = [one?.position?.start.offset, one?.position?.end.offset];
    if (from !== undefined && to !== undefined) cut.push({ start: from, end: to });
  };
  const grafs = [...elementsIn(body)].filter((one) => hasClass(one, /^graf$/));
  const same = (one: Element, text: string | undefined) => text !== undefined && lineOf(one) === text;
  drop(
    grafs
      .slice(0, 4)
      .find((one) => hasClass(one, /^graf--title$/) || (/^h[1-4]$/.test(one.tagName) && same(one, title))),
  );
  drop(grafs.slice(0, 5).find((one) => hasClass(one, /^graf--subtitle$/) && same(one, subtitle)));
  drop(find(body, (one) => isElement(one, "hr") && contentOf(one).length === 0 && hasClass(one, /^section-divider$/)));
  let text = html.slice(start, end);
  for (const part of cut.toSorted((one, other) => other.start - one.start)) {
    const gone = html.slice(part.start, part.end).replace(/[^\n]/g, "");
    text = text.slice(0, part.start - start) + gone + text.slice(part.end - start);
  }
  const wanted = new Set(
    [...elementsIn(body)].flatMap((one) => /^#(.+)$/.exec(attribute(one, "href") ?? "")?.[1] ?? []),
  );
  return text.replace(/\s(?:name|id)="([^"]*)"(?=[^<>]*>)/g, (whole, name: string) => (wanted.has(name) ? whole : ""));
}
