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

describe("an SVG file is a picture", () => {
  it.each([
    svg('<path d="M0 0h1"/>', 'viewBox="0 0 2 1"'),
    `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg("<title>x</title>")}`,
    svg('<style>.a{fill:url(#b)}</style><rect class="a"/><linearGradient id="b"/>'),
    svg('<a href="https://example.org/"><text>x &amp; y</text></a><use xlink:href="#b"/>'),
    svg('<image href="data:image/png;base64,AAAA"/>'),
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
