/** On a site in another language, no English word of the interface passes for that language. */
import { describe, expect, it } from "vitest";
import type { OwnWords } from "../../src/content/words/words.ts";
import { attributeOf, type Element, elementsIn, parsePage } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf } from "../support/tiny-pages.ts";

/** Words of the interface, none of which is a word of German. */
const ENGLISH =
  /\b(the|skip|search|subscribe|written|updated|revised|follow|feed reader|essays?|newest|earlier|later|others?|words?|contents|related|latest|case study|read|there|nothing|draft|scheduled|series|years|cite|checked|filed|belongs?|referred)\b/i;

function pagesIn(language: string, words: OwnWords = {}) {
  return htmlPagesOf(
    tinyContent({
      site: { title: "Notizen", language, description: "Notizen.", words },
      posts: [
        { slug: "a", title: "Eins", tags: ["SQL"], series: "Reihe", markdown: "## A\n\n## B\n\n## C\n\n[b](b.md)" },
        { slug: "b", title: "Zwei", date: "2026-01-02", series: "Reihe", draft: true, aliases: ["/alt/"] },
        { slug: "c", title: "Drei", date: "2027-01-02", revisions: [{ date: "2027-02-01", note: "Anders" }] },
      ],
      projects: [
        { slug: "p", title: "Maschine", summary: "Läuft.", constraints: ["keine"], related: ["a"], role: "alle" },
      ],
      pages: [{ slug: "about", title: "Wir", description: "Wir.", markdown: "Wir." }],
    }),
  );
}

/** The texts of a page's body that are said in the page's language. */
function textsIn(element: Element, lang: string, wanted: string): string[] {
  const here = attributeOf(element, "lang") ?? lang;
  return element.childNodes.flatMap((node) => {
    if ("value" in node) return here === wanted ? [node.value.trim()].filter(Boolean) : [];
    return "tagName" in node && !["script", "style"].includes(node.tagName) ? textsIn(node, here, wanted) : [];
  });
}

describe.each(["eo", "de"])("a site in %s", (language) => {
  it("has English in elements that say so, and nowhere else", () => {
    const found = [...pagesIn(language)].flatMap(([path, html]) => {
      const body = elementsIn(parsePage(html), "body")[0] as Element;
      return textsIn(body, language, language)
        .filter((text) => ENGLISH.test(text) && text !== "The Old Reader")
        .map((text) => `${path}: ${text}`);
    });
    expect(found).toEqual([]);
  });
});

it("a site in German is in German where it matters to readers", () => {
  const page = pagesIn("de").get("/posts/a/") ?? "";
  for (const text of [
    "Zum Text",
    "Suche",
    "Abonnieren",
    "Inhalt",
    "Kolophon",
    "Geschrieben",
    "Zitieren als",
    "Später",
  ]) {
    expect(page).toContain(text);
  }
});

it("a site can word the interface itself", () => {
  const page = pagesIn("eo", { search: "Chercher", skip: "Au texte" }).get("/posts/a/") ?? "";
  expect(page).toMatch(/>\s*Chercher\s*</);
  expect(page).toMatch(/>\s*Au texte\s*</);
});

it("a site in English says of nothing that it is English", () => {
  for (const [, html] of pagesIn("en")) {
    const body = elementsIn(parsePage(html), "body")[0] as Element;
    expect(elementsIn(body).filter((element) => attributeOf(element, "lang"))).toEqual([]);
  }
});

it("dates are in the calendar and the digits that the site wants, and stay as they are for machines", () => {
  const site = { title: "یادداشت", language: "fa", description: "یادداشت.", numbers: "latn" };
  const posts = [{ slug: "a", date: "2026-03-21", markdown: "متن." }];
  const at = (path: string, own = {}) => htmlPagesOf(tinyContent({ site: { ...site, ...own }, posts })).get(path) ?? "";
  for (const path of ["/posts/a/", "/posts/"]) {
    // Nowruz of 1405.
    expect(at(path, { calendar: "persian" })).toMatch(/<time[^>]* datetime="2026-03-21">1 (?:فروردین|فرو\.) 1405/);
    expect(at(path, { calendar: "gregory" })).toMatch(/<time[^>]* datetime="2026-03-21">21 مارس 2026/);
    expect(at(path, { calendar: "persian" })).toContain('<html lang="fa" dir="rtl"');
  }
});
