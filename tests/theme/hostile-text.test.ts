/** Authors' text stays text wherever a page shows it: in elements, in attributes, in JSON-LD. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absoluteUrl, hrefOf } from "../../src/content/address.ts";
import { tagPath } from "../../src/content/tag.ts";
import { authoredText } from "../../src/content/text/control-characters.ts";
import { linesOf } from "../support/elements-of.ts";
import { hostileLine } from "../support/hostile-text.ts";
import { elementsIn, parsePage } from "../support/html.ts";
import { complaintsAbout } from "../support/html-validity.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { htmlPagesOf } from "../support/tiny-pages.ts";

const PLAIN = "Quux";
const ATTACK = `</title></script><u onload=x>"'`;

/** A site in which every piece of text that an author can write, outside of Markdown, is the same. */
function siteThatSays(text: string): Map<string, string> {
  const series = { series: text, tags: [text] };
  const common = { title: text, draft: true };
  const content = tinyContent({
    site: {
      title: text,
      description: text,
      tagline: text,
      author: { name: text },
      navigation: [{ label: text, path: "/posts/" }],
    },
    posts: [
      { ...common, ...series, slug: "a", description: text, revisions: [{ date: "2026-02-01", note: text }] },
      { ...common, ...series, slug: "b", aliases: ["/old/"], markdown: "[a](a.md)" },
    ],
    projects: (["case study", "open source"] as const).map((kind) => ({
      ...common,
      kind,
      slug: kind.replace(" ", "-"),
      summary: text,
      where: text,
      role: text,
      stack: [text],
      constraints: [text],
      outcomes: [{ figure: text, counts: text }],
      related: ["a"],
    })),
  });
  const { path = "" } = content.tags[0] ?? {};
  return new Map([...htmlPagesOf(content)].map(([at, html]) => [at === path ? "the tag's page" : at, html]));
}

/** What a page says that says something else in the place of `PLAIN`. */
function inPlaceOf(plain: string, text: string): string {
  const site = { url: "https://tiny.example/", language: "en", slugs: "letters" } as const;
  const pathOf = (tag: string) => tagPath(tag, { site, root: "/" });
  const address = (write: typeof hrefOf) => [write(site, pathOf(PLAIN)), write(site, pathOf(text))] as const;
  return plain
    .replaceAll(...address(absoluteUrl))
    .replaceAll(...address(hrefOf))
    .replaceAll(PLAIN, () => text);
}

/** A title that runs along on paper is a string of CSS. */
function inStyles(line: string): string {
  if (!line.startsWith("style¦")) return line;
  return line.replace(/\\([0-9a-f]+) /g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** A search that is offered has its words in its address. */
function inLetters(line: string): string {
  return line.replace(/(?<=^a¦href=[^¦]*\?q=)[^¦]*/, (query) => new URLSearchParams(`q=${query}`).get("q") ?? "");
}

describe("what an author writes", () => {
  const plainPages = [...siteThatSays(PLAIN)].map(([path, html]) => [path, linesOf(html)] as const);

  it("stands on each page as it was written, but for control characters, and changes nothing else there", () => {
    // What the index of terms lists depends on the words that a title is made of.
    const asWritten = plainPages.filter(([path]) => path !== "/search/terms/");
    fc.assert(
      fc.property(hostileLine, (text) => {
        const pages = siteThatSays(text);
        for (const [path, plain] of asWritten) {
          const expected = plain.map((one) => inPlaceOf(one, authoredText(text)));
          expect(
            linesOf(pages.get(path) ?? "")
              .map(inLetters)
              .map(inStyles),
            path,
          ).toEqual(expected);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(plainPages.map(([path]) => path))("adds no element and no handler, even where it means to: %s", (path) => {
    const elements = elementsIn(parsePage(siteThatSays(ATTACK).get(path) ?? ""));
    expect(elements.filter(({ tagName }) => tagName === "u")).toEqual([]);
    expect(elements.flatMap(({ attrs }) => attrs.filter(({ name }) => name.startsWith("on")))).toEqual([]);
    expect(elements).toHaveLength(plainPages.find(([one]) => one === path)?.[1].length ?? 0);
  });

  it.each(plainPages.map(([path]) => path))("leaves a page valid: %s", async (path) => {
    const complaints = await complaintsAbout(siteThatSays(ATTACK).get(path) ?? "");
    expect(complaints.filter((complaint) => !complaint.includes("long-title"))).toEqual([]);
  });
});
