/** Excerpts can be read: code in its lines, marks on words alone, the sentence and the section that answer first. */
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/search/query/excerpt.ts";
import { useSearch } from "../support/searched-content.ts";
import { tinyContent } from "../support/tiny-content.ts";

const filler = (words: string) => `${words} `.repeat(30).trim();

const content = tinyContent({
  posts: [
    {
      slug: "queue",
      title: "Queues",
      markdown: [
        "Short and whole.",
        "## Elsewhere",
        `Workers wait. ${filler("And then they wait on.")}`,
        "## Claiming",
        `${filler("Some words before.")} Two workers never claim the same job, since (SKIP LOCKED), as it is called, passes over it. ${filler("Some words after.")}`,
        "## Code",
        "Like this:",
        "```sql\nBEGIN;\n  SELECT job_id\n\n  FROM heliotropes;\nCOMMIT;\n```",
        "That was it.",
      ].join("\n\n"),
    },
    {
      slug: "hindi",
      title: "कतार",
      lang: "hi",
      markdown: `${filler("पहले कुछ शब्द।")} दो कामगार नीलकमल नहीं लेते। ${filler("बाद में कुछ शब्द।")}`,
    },
    {
      slug: "arabic",
      title: "طابور",
      lang: "ar",
      markdown: `${filler("كلمات قبل ذلك؟")} عاملان يأخذان البنفسج معا. ${filler("كلمات بعد ذلك؟")}`,
    },
    {
      slug: "repeated",
      title: "Told twice",
      markdown: `${"A heron. ".repeat(8)}${filler("Something else stands here.")} A heron meets a newt. ${filler("And more of it.")}`,
    },
    { slug: "whole", title: "Another", markdown: "Nothing but quinces." },
  ],
});

const { find } = useSearch(content);

async function excerptFor(text: string): Promise<Span[]> {
  return (await find(text)).results[0]?.excerpt ?? [];
}

const textOf = (spans: Span[]) => spans.map(({ text }) => text).join("");

describe("an excerpt", () => {
  it("has code in its lines, apart from prose", async () => {
    const spans = await excerptFor("heliotropes");
    const code = textOf(spans.filter(({ isCode }) => isCode));
    expect(code).toBe("BEGIN;\n  SELECT job_id\n  FROM heliotropes;\nCOMMIT;");
    expect(textOf(spans.filter(({ isCode }) => !isCode))).toMatch(/Like this:.*That was it\.$/s);
  });

  it("marks words without what stands around them", async () => {
    const spans = await excerptFor("skip locked");
    expect(spans.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["SKIP", "LOCKED"]);
    expect(textOf(spans)).toContain("since (SKIP LOCKED), as");
  });

  it("begins with the sentence that answers", async () => {
    expect(textOf(await excerptFor("can two workers claim the same job"))).toMatch(/^… Two workers never claim/);
  });

  it.each([
    ["नीलकमल", "… दो कामगार नीलकमल"],
    ["البنفسج", "… عاملان يأخذان البنفسج"],
  ])("begins with a sentence in any script: %s", async (word, beginning) => {
    expect(textOf(await excerptFor(word)).slice(0, beginning.length)).toBe(beginning);
  });

  it("is where different words of the search stand together, not where one of them stands often", async () => {
    expect(textOf(await excerptFor("heron newt"))).toMatch(/^… A heron meets a newt\./);
  });

  it("says where it was cut, and only there", async () => {
    expect(textOf(await excerptFor("quinces"))).toBe("Nothing but quinces.");
    expect(textOf(await excerptFor("short whole"))).toMatch(/^Short and whole\..* …$/s);
  });
});

it("the section that answers comes first", async () => {
  const [first] = (await find("workers claim job")).results;
  expect(first?.sections.map(({ title }) => title)[0]).toBe("Claiming");
});

it("a search for the words only is known to find something, or not to", async () => {
  expect(await find("quinces heliotropes")).toMatchObject({ isLiteral: false });
  expect(await find("quincse")).toMatchObject({ isLiteral: false });
  expect(await find("workers heliotropes")).toMatchObject({ isLiteral: true });
  expect(await find("why do the workers wait")).toMatchObject({ leftOut: ["why", "do", "the"] });
});
