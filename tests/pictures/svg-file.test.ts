/** SVG files: what could run or load something when the file itself is opened is refused, drawings are not. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { svgFault, svgSize } from "../../src/pictures/svg-file.ts";
import { elementsOf } from "../support/elements.ts";

const svg = (inner: string, attributes = "") => `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inner}</svg>`;

describe("an SVG file is refused", () => {
  it.each([
    svg("<script>alert(1)</script>"),
    svg("<SCRIPT>alert(1)</SCRIPT>"),
    svg("<svg:script>alert(1)</svg:script>"),
    svg("<g onclick='alert(1)'/>"),
    svg("", 'onload="alert(1)"'),
    svg('<a href="javascript:alert(1)"><text>x</text></a>'),
    svg('<a href="&#106;avascript:alert(1)"><text>x</text></a>'),
    svg('<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>'),
    svg('<animate attributeName="href" to="javascript:alert(1)"/>'),
    svg("<foreignObject><p>x</p></foreignObject>"),
    svg('<image href="https://elsewhere.example/x.png"/>'),
    svg('<use href="other.svg#x"/>'),
    svg("<style>@import url(https://elsewhere.example/x.css)</style>"),
    svg("<style><![CDATA[@import 'x']]></style>"),
    svg("<style>@\\69mport 'x'</style>"),
    svg('<rect fill="url(https://elsewhere.example/x.svg#a)"/>'),
    '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg>&x;</svg>',
    '<?xml-stylesheet href="https://elsewhere.example/x.css"?><svg></svg>',
    "<svg><g></svg>",
    svg("<!--><script>alert(1)</script>-->"),
    svg("<!-- -- -->"),
    "<html></html>",
    "",
  ])("%s", (source) => {
    expect(svgFault(source)).toBeTypeOf("string");
  });

  it("wherever a browser would find a script in it", () => {
    const pieces = fc.constantFrom(
      ..."<script> </script> <g </g> <g> /> > < <!-- --> <![CDATA[ ]]> onload=x onload='x' \" ' = & x <?xml ?>".split(
        " ",
      ),
      " ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const source = svg(parts.join(""));
        if (svgFault(source) !== undefined) return;
        const found = elementsOf(source);
        expect(found.filter(({ name }) => name === "script")).toEqual([]);
        expect(found.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => /^on/.test(name))).toEqual(
          [],
        );
      }),
      { numRuns: 2000 },
    );
  });
});

/** A billion laughs: each of ten levels draws the one below ten times. */
const levels = (count: number, draw: (below: string) => string, wrap = "g") =>
  Array.from({ length: count }, (_, level) => {
    const below = level === 0 ? "<path/>" : draw(`l${level - 1}`).repeat(10);
    return `<${wrap} id="l${level}">${below}</${wrap}>`;
  }).join("");

describe("an SVG file that draws itself very often is refused", () => {
  const MANY = /^draws \d+ copies of its own parts \(100000 is the most\)$/;
  const CIRCLE = "refers to itself in a circle";

  it.each([
    ["by use", levels(10, (id) => `<use href="#${id}"/>`)],
    ["by use, its ids encoded", levels(10, (id) => `<use xlink:href="&#35;%6C${id.slice(1)}"/>`)],
    ["by use in a namespace", levels(10, (id) => `<svg:use href="#${id}"/>`)],
    ["by symbols", levels(10, (id) => `<use href="#${id}"/>`, "symbol")],
    ["by patterns", levels(10, (id) => `<path fill="url(#${id})"/>`, "pattern")],
    ["by masks in a style", levels(10, (id) => `<path style="mask: url( '#${id}' )"/>`, "mask")],
    ["by clip paths", levels(10, (id) => `<path clip-path='url("#${id}")'/>`, "clipPath")],
  ])("%s", (_, inner) => {
    expect(svgFault(svg(inner))).toMatch(MANY);
  });

  it.each([
    '<use id="a" href="#a"/>',
    '<g id="a"><use href="#a"/></g>',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    '<pattern id="p"><path fill="url(#p)"/></pattern>',
  ])("as one in a circle is: %s", (inner) => {
    expect(svgFault(svg(inner))).toBe(CIRCLE);
  });

  it("however deep it is, and before long", () => {
    const chain = Array.from({ length: 50_000 }, (_, level) => `<use id="u${level}" href="#u${level + 1}"/>`).join("");
    expect(svgFault(svg(chain))).toMatch(MANY);
    const nested = `${"<g>".repeat(50_000)}${"</g>".repeat(50_000)}`;
    expect(svgFault(svg(nested))).toBeUndefined();
    expect(svgFault(svg("", 'a="b" '.repeat(2e6)))).toBeTypeOf("string");
  });
});

describe("an SVG file is a picture", () => {
  it.each([
    svg(levels(4, (id) => `<use href="#${id}"/>`)),
    svg('<a href="#top" id="top"><use href="#gone"/><use href="#x"/><use href="#x"/></a><g id="x"/>'),
    svg('<radialGradient id="p"><stop fill="url(#p)"/></radialGradient>'),
    svg('<path d="M0 0h1"/>', 'viewBox="0 0 2 1"'),
    `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg("<title>x</title>")}`,
    svg('<style>.a{fill:url(#b)}</style><rect class="a"/><linearGradient id="b"/>'),
    svg('<a href="https://example.org/"><text>x &amp; y</text></a><use xlink:href="#b"/>'),
    svg('<image href="data:image/png;base64,AAAA"/><!-- a - b -><g -->'),
    svg('<path style="fill: url( \'#b\' )"/><path fill="url( data:image/png;base64,AAAA)"/>'),
  ])("%s", (source) => {
    expect(svgFault(source)).toBeUndefined();
  });

  it.each([
    ['width="40" height="20px"', { width: 40, height: 20 }],
    ['viewBox="0 0 40 20"', { width: 40, height: 20 }],
    ['width="100%" viewBox="0,0,40,20"', { width: 40, height: 20 }],
    ["", undefined],
  ])("that is as large as %s says", (attributes, size) => {
    expect(svgSize(svg("", attributes))).toEqual(size);
  });
});
