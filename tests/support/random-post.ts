/** Posts for property tests: front matter, Markdown and names that authors could come up with, most of them nearly right. */
import fc from "fast-check";
import { hostileText } from "./hostile-text.ts";

export interface RandomPost {
  name: string;
  text: string;
  /** Words that stand in the text and must be in the page, if there is one. */
  words: string[];
}

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);

const value = fc.oneof(
  oneOf(
    "x",
    '"a: b"',
    "2026-01-01",
    "2026-02-30",
    "true",
    "no",
    "[]",
    "[a, b]",
    "{a: 1}",
    "",
    "'",
    "|\n  a\n  b",
    "*a",
    "&a x",
  ),
  hostileText.map((text) => JSON.stringify(text)),
);
const key = oneOf(
  "tags",
  "description",
  "draft",
  "series",
  "updated",
  "lang",
  "feed",
  "permalink",
  "aliases",
  "Title",
  "x",
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,5})?$/) },
  { weight: 1, arbitrary: oneOf("Ä", "a b", "..", ".x", "並", "a%2fb", "con", "e\u0301", "a..b", "-a", "_a") },
);

/** What can stand in a paragraph, around a word. */
const inline = oneOf(
  "%",
  "*%*",
  "**%**",
  "`%`",
  "[%](/tags/)",
  "~~%~~",
  "<kbd>%</kbd>",
  "\\*%",
  "&amp;%",
  "%  \nb",
  "$x$ %",
  "<b>%",
  "[%]",
  "![%](x)",
  "%[^1]",
  "<!-- x --> %",
  "*%",
  "`%",
  "](%",
  "<%",
  "{{ % }}",
);
/** What can stand around it as a block. */
const block = oneOf(
  "%",
  "## %",
  "> %",
  "- %",
  "1. %\n   - x",
  "- [ ] %",
  "> [!NOTE]\n> %",
  "```sql\n%\n```",
  "    %",
  "| % |\n| --- |\n| x |",
  "%\n---",
  "%\n===",
  "<div>%</div>",
  "<details><summary>a</summary>%</details>",
  "***\n\n%",
  "```\n%",
  "![%](film.mp4)",
  '![%](talk.mp3 "x"){silent}',
  "> > > - %",
  "<div>%",
);

const piece = fc.tuple(block, inline, fc.integer({ min: 0, max: 1e6 })).map(([outer, inner, number]) => {
  const word = `word${number}`;
  // A replacement that is a function: "$&" means something in a text.
  return { word, text: outer.replace("%", () => inner.replace("%", () => word)) };
});

export const randomPost: fc.Arbitrary<RandomPost> = fc
  .record({
    name,
    pieces: fc.array(piece, { minLength: 1, maxLength: 5 }),
    keys: fc.uniqueArray(fc.tuple(key, value), { maxLength: 2, selector: ([known]) => known }),
    ending: oneOf("\n", "\r\n"),
  })
  .map(({ name, pieces, keys, ending }) => {
    const matter = ["title: Random", "date: 2026-01-01", ...keys.map(([known, given]) => `${known}: ${given}`)];
    const text = ["---", ...matter, "---", "", pieces.map((one) => one.text).join("\n\n"), ""].join("\n");
    return { name, text: text.replaceAll("\n", ending), words: pieces.map(({ word }) => word) };
  });
