/** A step of an import takes no time that grows with the square of a text, whatever is repeated in it. */
import { describe, expect, it } from "vitest";
import { withDollars } from "../../src/import/dialect/bracketed-formulas.ts";
import { withCallouts } from "../../src/import/dialect/containers.ts";
import { docusaurusText } from "../../src/import/dialect/docusaurus-text.ts";
import { galleryOf } from "../../src/import/tags/gallery.ts";
import { placed } from "../../src/import/tags/tags.ts";
import { plainText } from "../../src/import/trees/plain-words.ts";

const LENGTH = 200_000;
const REPEATED = [
  "{{",
  "{%",
  "\\(",
  "\\[\n",
  "`",
  "``` ",
  ":::",
  ":::tabs\n",
  "::::a\n:::b\n",
  ":::c\n:::\n",
  ":::gallery\n![a](",
  "![a](",
  " :",
  "<!--",
  "$",
  "<a ",
];
/** Milliseconds, for a machine that has other work: what grows with the square of so long a text takes half a minute. */
const TIMEOUT = 10_000;

const STEPS: [name: string, step: (text: string) => unknown][] = [
  ["formulas", (text) => withDollars(`${text}\\(`)],
  ["a text of Docusaurus", (text) => docusaurusText(`--> ${text}`)],
  ["plain words", plainText],
  ["a gallery's pictures", (body) => galleryOf({ name: "gallery", positional: [], named: {}, body, written: "" })],
  ["containers", (text) => withCallouts(`:::note x${text}x`, { file: "a.md" }, [])],
];

describe.each(STEPS)("%s", (_name, step) => {
  it.each(REPEATED)(
    "with nothing but %j",
    (repeated) => {
      expect(() => step(repeated.repeat(LENGTH / repeated.length))).not.toThrow();
    },
    TIMEOUT,
  );
});

describe("embeds among tags", () => {
  it(
    "are placed without a look at the whole text for each",
    () => {
      const tag = "<Tweet id='1' />";
      const text = `${tag}\n`.repeat(LENGTH / tag.length);
      for (let at = 0; at < text.length; at += tag.length + 1)
        expect(placed(text, at, at + tag.length, "[Post](https://x.example/1)")).toContain("\n");
    },
    TIMEOUT,
  );
});
