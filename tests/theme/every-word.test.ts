/**
 * A site in a language of marks: each phrase of the interface stands between two signs that no text has, and what its author
 * wrote is in Greek. So a word in Latin letters that stands outside of the signs does not come from the words of the language.
 */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { namesOf } from "../../src/content/names-of.ts";
import { en } from "../../src/content/words/en.ts";
import type { Phrase } from "../../src/content/words/message.ts";
import type { OwnWords } from "../../src/content/words/words.ts";
import { attributeOf, type Element, elementsIn, parsePage } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAll } from "../support/tiny-pages.ts";

const OPEN = "⟦";
const CLOSE = "⟧";
/** That we have no words of our own in. */
const LANGUAGE = "eo";
/** Names, which no language translates, and the word between two things in a list, which `Intl` has. */
const NAMES =
  /\b(RSS|Atom|JSON Feed|Feedly|Inoreader|Feedbin|NewsBlur|The Old Reader|BazQux|Mastodon|Bluesky|GitHub|PostgreSQL|OPML|npm run prove|example|Optional|kaj)\b/g;

const marked = (text: string) => `${OPEN}${text}${CLOSE}`;
const markedPhrase = (phrase: Phrase): Phrase =>
  typeof phrase === "string"
    ? marked(phrase)
    : { other: marked(phrase.other), ...(phrase.one !== undefined && { one: marked(phrase.one) }) };
const words: OwnWords = Object.fromEntries(namesOf(en).map((key) => [key, markedPhrase(en[key])]));

const TEXT =
  "## Α\n\nΚάτι[^1].\n\n## Β\n\n> [!NOTE]\n> Κάτι.\n\n## Γ\n\n| α |\n| - |\n| β |\n\n- [x] Ναι\n- [ ] Όχι\n\n$$\nα\n$$\n\n[^1]: Κάτι.\n";

const markdown = "Κάτι.";

const pages = renderAll(
  tinyContent({
    site: {
      ...{ title: "Σελίδα", language: LANGUAGE, description: "Κείμενα.", tagline: "Γράφω.", words },
      authors: { a: { name: "Άννα" }, b: { name: "Βάσω", about: "Γράφει." } },
      edit: "https://example.org/edit/{file}",
    },
    posts: [
      {
        slug: "α",
        title: "Ένα",
        tags: ["Ετικέτα"],
        series: "Σειρά",
        authors: ["a", "b"],
        markdown: `${TEXT}\n[β](β.md)`,
      },
      {
        ...{
          slug: "β",
          title: "Δύο",
          markdown,
          date: "2026-01-02",
          series: "Σειρά",
          pinned: true,
          aliases: ["/παλιό/"],
        },
        revisions: [{ date: "2026-02-01", note: "Αλλιώς" }],
      },
      { slug: "γ", title: "Τρία", markdown, date: "2027-01-02", draft: true },
      ...Array.from({ length: 101 }, (_, n) => ({
        slug: `σ${n}`,
        title: "Σ",
        markdown,
        tags: ["Πολλά"],
        date: "2025-01-02",
      })),
    ],
    projects: [
      {
        slug: "π",
        title: "Έργο",
        markdown,
        summary: "Τρέχει.",
        constraints: ["όχι"],
        related: ["α"],
        role: "όλα",
        stack: ["Α"],
      },
      { slug: "ο", title: "Άλλο", markdown, kind: "open source", summary: "Τρέχει." },
    ],
    pages: [{ slug: "εμείς", title: "Εμείς", description: "Εμείς.", markdown: "Εμείς." }],
  }),
);

/** What is left of a text without the marked phrases, which may stand in one another, and without names. */
function unmarked(text: string): string {
  const inner = new RegExp(`${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`, "gu");
  let [before, left] = ["", text];
  while (before !== left) [before, left] = [left, left.replace(inner, " ")];
  return left.replace(NAMES, " ");
}

/** All that readers read or hear, in its order, without code, dates and addresses. */
function readable(element: Element): string {
  const own = ["aria-label", "title", "alt", "placeholder"].map((name) => attributeOf(element, name) ?? "");
  const children = element.childNodes.map((node) => {
    if ("value" in node) return node.value;
    const isRead = "tagName" in node && !["script", "style", "code", "time"].includes(node.tagName);
    return isRead && attributeOf(node, "class") !== "url" ? readable(node) : "";
  });
  return [...own, ...children].join(" ");
}

const LATIN = /\p{Script=Latin}{2,}/gu;

describe("what a page says comes from the words of its language", () => {
  const html = [...pages].filter(([path]) => /(\/|\.html)$/.test(path) && !path.includes("/posts/σ"));

  it.each(html)("%s", (_, page) => {
    const document = parsePage(page);
    const body = elementsIn(document, "body").map(readable).join(" ");
    const title = elementsIn(document, "title").map(readable).join(" ");
    const meta = elementsIn(document, "meta").flatMap((element) => {
      const name = attributeOf(element, "name") ?? attributeOf(element, "property") ?? "";
      return /description|title|site_name|image:alt/.test(name) ? [attributeOf(element, "content") ?? ""] : [];
    });
    expect(unmarked([body, title, ...meta].join("\n")).match(LATIN) ?? []).toEqual([]);
  });
});

describe("what a feed says comes from the words of its language", () => {
  const texts = [...pages].filter(
    ([path]) => /\.(xml|opml|txt)$/.test(path) && !/sitemap|robots|_redirects/.test(path),
  );

  it.each(texts)("%s", (_, text) => {
    const attributes = [...text.matchAll(/ (?:text|title|description)="([^"]*)"/g)].map(([, value]) => value);
    const elements = text
      .replace(/<source:markdown>.*?<\/source:markdown>/gs, " ")
      .replace(
        /<(?:link|guid|id|uri|docs|pubDate|lastBuildDate|updated|published|language|Url|InputEncoding|atom:updated|source:markdown|dc:language)\b[^>]*>[^<]*/g,
        " ",
      )
      .replace(/https?:[^\s<")]*/g, " ")
      .replace(/<[^>]*>|\]\]>|<!\[CDATA\[/g, " ")
      .replace(/&\w+;/g, " ");
    expect(unmarked([elements, ...attributes].join("\n")).match(LATIN) ?? []).toEqual([]);
  });
});

it("no script that runs in browsers has words of its own", () => {
  const spoken =
    /(?:textContent|ariaLabel|placeholder|title)\s*[:=]\s*["'`][^"'`]*\p{L}{2}|append\(\s*["'`]\s*\p{L}{2}/u;
  const found = globSync("src/theme/client/*.ts").filter((file) => spoken.test(readFileSync(file, "utf8")));
  expect(found).toEqual([]);
});
