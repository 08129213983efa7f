/** Raw HTML is cut up as browsers do; what they would pass over is text, and what they would guess is named. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HtmlPiece, readHtml, type Tag } from "../../../src/markdown/html/html-reader.ts";

const tag = (name: string, attributes: Tag["attributes"] = [], closing = false): Tag => ({
  name,
  closing,
  attributes,
  line: 0,
});

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
  ["a<!-- <script> -->b", ["ab"]],
  ["a<!-- x -->", ["a"]],
  ["1 < 2 > 1", ["1 < 2 > 1"]],
  ["&lt;b&gt; &amp; &eacute; &#x41;", ["<b> & é A"]],
  ["&#0;&#8;&#xd800;&#xfdd0;&#x110000;", ["\uFFFD\u2408\uFFFD\uFFFD\uFFFD"]],
  ['<a title="&#7;&quot;">', [tag("a", [["title", '\u2407"']])]],
  ["<a/onclick=x>", [tag("a", [["onclick", "x"]])]],
  ['<a href=x"y>', [tag("a", [["href", 'x"y']])]],
  ["<<b>", ["<", tag("b")]],
  ["😀<b>😀</b>😀", ["😀", tag("b"), "😀", tag("b", [], true), "😀"]],
  ["<?php x ?><!DOCTYPE html><![CDATA[x]]></>", ["<?php x ?><!DOCTYPE html><![CDATA[x]]></>"]],
])("reads %j", (source, pieces) => {
  expect(readNoting(source)).toMatchObject({ pieces, guesses: [] });
});

it("knows on which line a tag begins", () => {
  const pieces = readHtml('text\n<b\nid="x">\n<i>');
  expect(pieces.filter((piece) => typeof piece !== "string").map(({ line }) => line)).toEqual([1, 3]);
});

describe("what a browser would guess is named, and none of it is lost", () => {
  it.each<[string, string, (Tag | string)[]]>([
    ['x\n<a href="y\nz', "2 a tag is never closed", ['x\n<a href="y\nz']],
    ["<!-- never\nends <b>", "1 a comment is never closed", []],
    ["<!-- a <!-- b --> c -->", "1 a comment contains another one, and the first --> ends both", [" c -->"]],
    ["<!-- a --!> b -->", "1 a comment is closed with --!>", [" b -->"]],
    ["<!--> b -->", "1 a comment ends before its text begins", [" b -->"]],
    ["<p id=a\nid=b>", "2 the attribute id is given twice in one tag", [tag("p", [["id", "a"]])]],
  ])("%j", (source, guess, pieces) => {
    expect(readNoting(source)).toEqual({ pieces, guesses: [guess] });
  });
});

function readNoting(source: string): { pieces: HtmlPiece[]; guesses: string[] } {
  const guesses: string[] = [];
  const pieces = readHtml(source, (line, { message }) => guesses.push(`${line + 1} ${message}`));
  return { pieces, guesses };
}

const hostile = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."<>/!-=\"'a b&;\n?[]") }));

it.each([
  ["x</>y", ["x</>y"]],
  ["</><", ["</><"]],
  ["a\n</>\nb", ["a\n</>\nb"]],
  ["\uFDD0</>", ["\uFFFD</>"]],
])("shows an end tag without a name as it stands: %j", (source, pieces) => {
  expect(readHtml(source)).toEqual(pieces);
});

it("loses no character but those of comments, whatever the source", () => {
  fc.assert(
    fc.property(hostile, (source) => {
      fc.pre(!source.includes("<!--") && !source.includes("&") && !/[\r\0]/.test(source) && source.isWellFormed());
      const pieces = readHtml(source);
      const hasTag = pieces.some((piece) => typeof piece !== "string");
      if (!hasTag) expect([...pieces.join("")]).toHaveLength([...source].length);
      expect(pieces.every((piece) => piece !== "")).toBe(true);
    }),
  );
});

it("reads names and attributes that can be written as they are", () => {
  fc.assert(
    fc.property(hostile, (source) => {
      for (const piece of readHtml(source)) {
        if (typeof piece === "string") continue;
        expect(piece.name).toMatch(/^[a-z][^\s/>]*$/);
        expect(piece.attributes.every(([name]) => /^=?[^\s/>=A-Z]*$/.test(name))).toBe(true);
        expect(new Set(piece.attributes.map(([name]) => name)).size).toBe(piece.attributes.length);
      }
    }),
  );
});

/** The time of a text ten times as long is not a hundred times as long. */
it.each([
  ["very many attributes", (count: number) => `<p ${Array.from({ length: count }, (_, at) => `a${at} `).join("")}>`],
  ["one attribute very often", (count: number) => `<p ${"a ".repeat(count)}>`],
  ["very many comments that never end", (count: number) => "<!-- ".repeat(count)],
  ["very many tags that never end", (count: number) => "<a ".repeat(count)],
  ["very many quotes", (count: number) => `<a b="${"' ".repeat(count)}`],
  ["very many references", (count: number) => "&amp".repeat(count)],
])("%s are read in one go", (_, source) => {
  expect(() => readHtml(source(200_000))).not.toThrow();
});
