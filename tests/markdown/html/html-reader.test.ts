/** Raw HTML is read strictly: what is not understood is text. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { readHtml, type Tag } from "../../../src/markdown/html/html-reader.ts";

const tag = (name: string, attributes: Tag["attributes"] = [], closing = false): Tag => ({ name, closing, attributes });

it.each<[string, (Tag | string)[]]>([
  ["", []],
  ["text", ["text"]],
  ["a<b>c</b>d", ["a", tag("b"), "c", tag("b", [], true), "d"]],
  ["<IMG SRC='a b'/>", [tag("img", [["src", "a b"]])]],
  [
    '<a href="x" download title=y>',
    [
      tag("a", [
        ["href", "x"],
        ["download", ""],
        ["title", "y"],
      ]),
    ],
  ],
  ['<a\n href = "x>y"\n>', [tag("a", [["href", "x>y"]])]],
  ["a<!-- <script> -->b", ["a", "b"]],
  ["<!-- never ends <b>", ["&lt;!-- never ends ", tag("b")]],
  ["1 < 2 > 1", ["1 &lt; 2 &gt; 1"]],
  ["&lt;b&gt; &amp;", ["&lt;b&gt; &amp;"]],
  ['<a href="x', ['&lt;a href="x']],
  ['<a href=x"y>', ['&lt;a href=x"y&gt;']],
  ["<a/onclick=x>", ["&lt;a/onclick=x&gt;"]],
  ["<<b>", ["&lt;", tag("b")]],
  ["<?php x ?><!DOCTYPE html><![CDATA[x]]>", ["&lt;?php x ?&gt;&lt;!DOCTYPE html&gt;&lt;![CDATA[x]]&gt;"]],
])("reads %j", (source, pieces) => {
  expect(readHtml(source)).toEqual(pieces);
});

it("leaves no bracket in what it takes for text, whatever the source", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."<>/!-=\"'a b") })), (source) => {
      const texts = readHtml(source).filter((piece) => typeof piece === "string");
      expect(texts.join("")).not.toMatch(/[<>]/);
    }),
  );
});

it("reads names as lower-case letters, digits and hyphens, and values without what ends them", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."<>/=\"' \nabA1-") }), (source) => {
      for (const piece of readHtml(source)) {
        if (typeof piece === "string") continue;
        expect(piece.name).toMatch(/^[a-z][a-z0-9-]*$/);
        expect(piece.attributes.every(([name]) => /^[^\s"'<>/=A-Z]+$/.test(name))).toBe(true);
      }
    }),
  );
});

it.each([
  ["a tag with very many attributes", `<p ${"a ".repeat(1e6)}>`],
  ["very many comments that never end", "<!-- ".repeat(1e5)],
  ["very many comments that never end, behind one that does", `<!-- -->${"<!-- ".repeat(1e5)}`],
])("%s is text, and read before long", (_, source) => {
  const start = performance.now();
  expect(readHtml(source).every((piece) => typeof piece === "string")).toBe(true);
  expect(performance.now() - start).toBeLessThan(1000);
});
