/** `_data/about.md` and `_data/intro.md` are Markdown and nothing else. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { RecordStore } from "../../src/cache/record-store.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { Cache } from "../../src/pictures/cache.ts";
import { Typeface } from "../../src/pictures/typeface.ts";
import { KeptBodies } from "../../src/reading/kept-bodies.ts";
import { readContent } from "../../src/reading/read-content.ts";
import { collections } from "../../src/site/collections.ts";
import { readTextFonts } from "../../src/theme/assets.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { settingsOf } from "../support/settings-of.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const site = join(useTemporaryFolder(), "site");
const tools = {
  cache: new Cache(".cache/test-pictures"),
  typeface: new Typeface(await readTextFonts()),
  bodies: new KeptBodies(new RecordStore(join(site, ".cache/bodies"))),
};
copyFixture("no-posts", site);

async function read(text: string) {
  writeFileSync(join(site, "_data/about.md"), text);
  const at = Temporal.Instant.from("2026-11-23T00:00:00Z");
  const options = { siteDir: site, at, preview: false };
  const { about, problems } = await readContent(options, await settingsOf(site), collections, tools);
  return { html: about?.html(), problems: problems.map(formatProblem) };
}

describe("front matter", () => {
  it.each([
    "---\ntitle: About me\n---\n\nI write.",
    "\uFEFF---\r\ntitle: About me\r\ntags:\r\n  - a\r\n---\r\nI write.",
    "---\n# a comment\ntitle: x\n---",
    "---\n---\n\nI write.",
    '+++\ntitle = "About me"\n+++\n\nI write.',
    "---yaml\ntitle: About me\n---\nI write.",
    '---\n"title": About me\n---\nI write.',
  ])("is refused, and not taken for a heading: %j", async (text) => {
    const { html, problems } = await read(text);
    expect(html).not.toMatch(/title|<hr>|<h2/);
    expect(problems).toEqual([
      "_data/about.md:1 begins with front matter, which only entries of collections have (begin with the text: leave out all from the first --- to the second one)",
    ]);
  });

  it.each(["---\n\nI write.\n\n---\n", "---\nI write.", "I write.\n\n---\na: b\n\n---\n"])(
    "is no line of hyphens: %j",
    async (text) => {
      const { html, problems } = await read(text);
      expect(problems).toEqual([]);
      expect(html).toContain("I write.");
    },
  );
});

it("a byte order mark is as if it were not there", async () => {
  const { html, problems } = await read("\uFEFF# Hello\r\n\r\nText.");
  expect(problems).toEqual([]);
  expect(html).toBe('<h2 id="hello"><a href="#hello">Hello</a></h2>\n<p>Text.</p>\n');
});
