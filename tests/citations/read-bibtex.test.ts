/** BibTeX and BibLaTeX as people write them, and anything else. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OTHERS } from "../../src/citations/others.ts";
import { readReferences } from "../../src/citations/read-references.ts";
import { plainTex, richTex } from "../../src/citations/tex-text.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import { hostileText } from "../support/hostile-text.ts";

const FILE = "_data/references.bib";

function read(text: string) {
  const { known, problems } = readReferences(new Map([[FILE, text]]));
  return { items: [...known.values()].map(({ item }) => item), problems: problems.map(formatProblem) };
}

/** The one work of a file without problems. */
function itemOf(text: string) {
  const { items, problems } = read(text);
  expect(problems).toEqual([]);
  return items[0];
}

describe("TeX", () => {
  it.each([
    [
      String.raw`Erd{\H o}s, P{\'a}l and G{\"{o}}del, \v{C}ech, \c{c}a, \aa, {\ss}, \o{}re, \l{}`,
      "Erdős, Pál and Gödel, Čech, ça, å, ß, øre, ł",
    ],
    [String.raw`\'{\i}, na\"ive, \=a, \.z, \k{a}, \r{u}, \~n`, "í, naïve, ā, ż, ą, ů, ñ"],
    [String.raw`A \& B, 50\%, \$5, a\_b, \#1, 1--2, x---y,~\ldots`, "A & B, 50%, $5, a_b, #1, 1–2, x—y,\u00A0…"],
    [String.raw`{{A} b} \texttt{c} \href{https://a.b}{d} \unknown{e} soft\-hyphen $\alpha$`, "A b c d e softhyphen α"],
    ["``quoted'' it's", "“quoted” it’s"],
    ["über 漢字", "über 漢字"],
  ])("%s", (tex, text) => {
    expect(plainTex(tex)).toBe(text);
  });

  it("in titles keeps emphasis, and the case of what is in braces", () => {
    expect(richTex(String.raw`A \emph{fine} {SQL} title <b> of x\textsuperscript{2}`)).toBe(
      'A <i>fine</i> <span class="nocase">SQL</span> title &lt;b&gt; of x<sup>2</sup>',
    );
  });
});

describe("names", () => {
  it.each([
    ["Donald E. Knuth", { given: "Donald E.", family: "Knuth" }],
    ["Knuth, Donald E.", { given: "Donald E.", family: "Knuth" }],
    ["Ludwig van Beethoven", { given: "Ludwig", "non-dropping-particle": "van", family: "Beethoven" }],
    ["van Beethoven, Ludwig", { given: "Ludwig", "non-dropping-particle": "van", family: "Beethoven" }],
    [
      "de la Vall{\\'e}e Poussin, Charles",
      { given: "Charles", "non-dropping-particle": "de la", family: "Vallée Poussin" },
    ],
    ["King, Jr., Martin Luther", { given: "Martin Luther", family: "King", suffix: "Jr." }],
    ["{PostgreSQL Global Development Group}", { literal: "PostgreSQL Global Development Group" }],
    ["Plato", { family: "Plato" }],
    ["{\\'E}variste Galois", { given: "Évariste", family: "Galois" }],
  ])("%s", (written, name) => {
    expect(itemOf(`@book{a, title={T}, author={${written}}}`)?.["author"]).toEqual([name]);
  });

  it("are apart at an and that stands in no braces", () => {
    expect(itemOf("@book{a, title={T}, author={A B and {C and D}\n  AND E, F and others}}")?.["author"]).toEqual([
      { given: "A", family: "B" },
      { literal: "C and D" },
      { family: "E", given: "F" },
      { literal: OTHERS },
    ]);
  });
});

describe("dates", () => {
  it.each([
    ["year = 1981, month = sep", { "date-parts": [[1981, 9]] }],
    ["year = {1981}, month = {September}, day = 3", { "date-parts": [[1981, 9, 3]] }],
    ["date = {2020-05-01}", { "date-parts": [[2020, 5, 1]] }],
    ["date = {2020-05/2021}", { "date-parts": [[2020, 5], [2021]] }],
    ["date = {1999~}", { "date-parts": [[1999]] }],
    ["year = {in press}", { literal: "in press" }],
  ])("%s", (written, date) => {
    expect(itemOf(`@book{a, title={T}, ${written}}`)?.["issued"]).toEqual(date);
  });
});

describe("an entry", () => {
  it.each([
    [
      "@ARTICLE{a, Title={T}, journal={J}, volume=1, number=2, pages={1--9}}",
      { type: "article-journal", "container-title": "J", issue: "2", page: "1-9" },
    ],
    [
      "@inproceedings(a, title={T}, booktitle={B}, series={S}, address={Paris})",
      { type: "paper-conference", "container-title": "B", "publisher-place": "Paris" },
    ],
    ["@phdthesis{a, title={T}, school={MIT},}", { type: "thesis", genre: "PhD thesis", publisher: "MIT" }],
    ["@misc{a, title={T}, howpublished={\\url{https://a.b/c_d}}}", { type: "webpage", URL: "https://a.b/c_d" }],
    ["@misc{a, title={T}, eprint={2101.00001}, archiveprefix={arXiv}}", { URL: "https://arxiv.org/abs/2101.00001" }],
    ["@book{a, title={T}, subtitle={S}, doi={https://doi.org/10.1/x\\_y}}", { title: "T: S", DOI: "10.1/x_y" }],
    [
      '@string(j = "Journal")@article{a, title="A {"}quoted{"} one", journal = j # { of } # "X" }',
      { "container-title": "Journal of X", title: 'A "quoted" one' },
    ],
    ['% @book{no, title={x}\n@comment{x}\n@preamble{"\\x"}\n@book{a, title={T}}', { title: "T" }],
    [
      "@inproceedings{a, crossref={p}, title={T}}\n@proceedings{p, title={P}, year=2020, publisher={ACM}}",
      { "container-title": "P", publisher: "ACM", issued: { "date-parts": [[2020]] } },
    ],
  ])("%s", (text, item) => {
    expect(itemOf(text)).toMatchObject({ id: "a", ...item });
  });
});

describe("what is wrong", () => {
  it.each([
    [
      "@book{a, title = {never closed\n\n@book{b, title={B}}",
      ["_data/references.bib:1 a value is never closed (write } at its end)"],
      ["b"],
    ],
    [
      "@book{a, title = oops}\n@book{b, title={B}}",
      ['_data/references.bib:1 "oops" is no @string of this file (write {oops}, if it is the value itself)'],
      ["b"],
    ],
    [
      "\n@book{a\n  title = {A}}",
      [
        '_data/references.bib:3 "title = {A}}" is not expected here (write a comma between two fields, or } at the end)',
      ],
      [],
    ],
    ["@book{, title={A}}", ["_data/references.bib:1 @book has no key (write @book{key, title = {…}})"], []],
    ["@bok{a, title={A}}", ['_data/references.bib:1 a: @bok is no type of work (did you mean "book"?)'], ["a"]],
    [
      "@book{a, title={A}, date={2020-13-01}}",
      ['_data/references.bib:1 a: "2020-13-01" in date is no date (write 2026-11-22)'],
      ["a"],
    ],
  ])("%s", (text, problems, keys) => {
    const found = read(text);
    expect(found.problems).toEqual(problems);
    expect(found.items.map(({ id }) => id)).toEqual(keys);
  });
});

const PIECES = [
  "@",
  "@book{a,",
  "@book(",
  "@string{",
  "@comment",
  "}",
  ")",
  "{",
  '"',
  "#",
  ",",
  "=",
  "title=",
  "\n@",
  "%",
  "\\",
  "\\'",
  "\\emph{",
  "author={a and b}",
  "year=1",
  "crossref={a}",
  "date={2020/",
];
const bib = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: hostileText }), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(""));

describe("any text", () => {
  it("is read to its end, or told where it is not", () => {
    fc.assert(
      fc.property(bib, (text) => {
        const { items } = read(text);
        for (const { title } of items) expect(String(title ?? "")).not.toMatch(/<(?!\/?(?:i|b|sup|sub|span)\b)/);
      }),
      { numRuns: 2000 },
    );
  });

  it("takes no longer than it is long", () => {
    for (const piece of ["{", "@book{a,title={", "\\'", "\\emph{", "@", "a and ", "%\n"]) {
      expect(() => read(`@book{a, title={${piece.repeat(20_000)}`)).not.toThrow();
      expect(() => read(piece.repeat(20_000))).not.toThrow();
    }
  });

  it("of JSON is a list of works, or told what it is not", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 4 }),
        fc.constantFrom("", '[{"id":"a","type":"book","title":', "[{"),
        (json, start) => {
          readReferences(new Map([["_data/references.json", start + json]]));
        },
      ),
    );
  });
});
