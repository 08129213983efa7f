/** The tokens of flowcharts, from Mermaid's `flow.jison`, as patterns that match at a position. */
import type { Head, Shape, Stroke } from "./model.ts";

/** A name may have a hyphen or an equals sign where no arrow begins with it. */
export const NAME = /(?:[\p{L}\p{N}\p{M}\p{Extended_Pictographic}_.!$%'*+?\\/]|-(?=[^\s>.-])|=(?=[^\s=>]))+/uy;
export const SEPARATOR = /\s*(?:[;\n]\s*)+/y;
export const SPACE = /[^\S\n]*/y;
export const AND = /[^\S\n]+&[^\S\n]+/y;

export const SHAPES: { opens: RegExp; closes: string; shape: Shape }[] = [
  { opens: /\(\(\(/y, closes: ")))", shape: "double-circle" },
  { opens: /\(\(/y, closes: "))", shape: "circle" },
  { opens: /\(\[/y, closes: "])", shape: "stadium" },
  { opens: /\[\[/y, closes: "]]", shape: "subroutine" },
  { opens: /\[\(/y, closes: ")]", shape: "cylinder" },
  { opens: /\[\/(?=[^\]]*\/\])/y, closes: "/]", shape: "parallelogram" },
  { opens: /\[\/(?=[^\]]*\\\])/y, closes: "\\]", shape: "trapezoid" },
  { opens: /\[\\(?=[^\]]*\\\])/y, closes: "\\]", shape: "parallelogram-alt" },
  { opens: /\[\\(?=[^\]]*\/\])/y, closes: "/]", shape: "trapezoid-alt" },
  { opens: /\{\{/y, closes: "}}", shape: "hexagon" },
  { opens: /\[(?!\|)/y, closes: "]", shape: "rectangle" },
  { opens: /\((?!-)/y, closes: ")", shape: "rounded" },
  { opens: /\{/y, closes: "}", shape: "diamond" },
  { opens: />/y, closes: "]", shape: "flag" },
];

/** Whole arrows, and the beginnings and ends of those that have words in them. */
export const LINKS: { stroke: Stroke; whole: RegExp; begins?: RegExp; words?: RegExp; ends?: RegExp }[] = [
  {
    stroke: "solid",
    whole: /([xo<]?)--+([-xo>])/y,
    begins: /([xo<]?)--/y,
    words: /(?:"[^"\n]*"|[^-\n]|-(?!-))+/y,
    ends: /--+([-xo>])/y,
  },
  {
    stroke: "thick",
    whole: /([xo<]?)==+([=xo>])/y,
    begins: /([xo<]?)==/y,
    words: /(?:"[^"\n]*"|[^=\n]|=(?!=))+/y,
    ends: /==+([=xo>])/y,
  },
  {
    stroke: "dotted",
    whole: /([xo<]?)-?\.+-([xo>]?)/y,
    begins: /([xo<]?)-\./y,
    words: /(?:"[^"\n]*"|[^.\n]|\.(?!-|\.*-))+/y,
    ends: /-?\.+-([xo>]?)/y,
  },
  { stroke: "invisible", whole: /()~~~+()/y },
];
export const HEADS: Record<string, Head> = { "<": "arrow", ">": "arrow", x: "cross", o: "circle" };
