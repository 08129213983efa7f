/** Corrections of any text: made once, they are all made, and nothing else is another. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { fixSite } from "../../src/site/fix-site.ts";
import { openTools } from "../../src/site/tools.ts";
import { copyFixture } from "../support/built-fixture.ts";
import { hostileText } from "../support/hostile-text.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
copyFixture("windows", site);
const at = Temporal.Instant.from("2026-06-01T00:00:00Z");

const KEYS = ["title: A", "Title: B", "pubDate: 2026-01-02", "date: 5.1.2026", "date: 2026-01-02", "tags: a, b"].concat(
  ["descripton: C", "description: D", 'draft: "no"', "feed: Full", "lastmod: 2026-01-03", "tag: x", "authors: [grce]"],
);
const BLOCKS = ["[a](#Part-Two)", "## Part two", "[b](unix)", "> [!WARNNG]\n> Text.", ":::warnning\nText.\n:::"].concat(
  ["::: tip\nText.\n:::", "```js {1}\n1;\n```", "```js{9}\n1;\n```", "`[b](unix)`", "[c](UNIX.md)", ":::nte\nText."],
);

it("are done after one run, and change no line that has nothing of them", async () => {
  const text = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom(...KEYS), { minLength: 2, maxLength: 7 }),
      fc.array(fc.oneof(fc.constantFrom(...BLOCKS), hostileText), { maxLength: 6 }),
      fc.constantFrom("\n", "\r\n"),
    )
    .map(([keys, blocks, end]) => `---\n${keys.join("\n")}\n---\n\n${blocks.join("\n\n")}\n`.replaceAll("\n", end))
    // As it comes back from a file.
    .map((made) => Buffer.from(made).toString());
  const post = join(site, "posts/made.md");
  mkdirSync(join(site, "posts"), { recursive: true });
  const tools = openTools(site);
  const fix = async () => {
    const result = await fixSite({ siteDir: site, at, preview: false }, tools);
    if (!result.ok) throw new Error("the settings can be read");
    return result.value.filter(({ file }) => file === "posts/made.md");
  };
  await fc.assert(
    fc.asyncProperty(text, async (written) => {
      writeFileSync(post, written);
      const [made] = await fix();
      if (!made) return;
      expect(made.before).toBe(written);
      const [before, after] = [made.before.split("\n"), made.after.split("\n")];
      expect(after.length).toBe(before.length);
      const lines = new Set(made.fixed.map(({ edit }) => (edit?.range.start.line ?? 0) - 1));
      for (const [index, line] of before.entries()) if (!lines.has(index)) expect(after[index]).toBe(line);
      writeFileSync(post, made.after);
      expect(await fix()).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
