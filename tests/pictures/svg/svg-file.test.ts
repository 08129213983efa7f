/** SVG files: what could run or load something when the file itself is opened is refused, drawings are not. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cache } from "../../../src/pictures/cache.ts";
import { withoutMetadata } from "../../../src/pictures/metadata/published.ts";
import { readPicture } from "../../../src/pictures/read-picture.ts";
import { svgFault } from "../../../src/pictures/svg/svg-file.ts";
import { svgSize } from "../../../src/pictures/svg/svg-size.ts";
import { svgSource } from "../../../src/pictures/svg/svg-source.ts";
import { elementsOf } from "../../support/elements.ts";
import { readXml } from "../../support/strict-xml.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const cache = new Cache(useTemporaryFolder());
const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inner}</svg>`;

const html = (inner: string) =>
  `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">${inner}</body></foreignObject>`;

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
    svg(html("<p><script>alert(1)</script></p>")),
    svg(html('<iframe src="x"/>')),
    svg(html('<img src="https://elsewhere.example/x.png"/>')),
    svg(html('<table background="https://elsewhere.example/x.png"/>')),
    svg(html('<meta http-equiv="refresh" content="0;url=https://elsewhere.example/"/>')),
    svg(html('<form action="x"><input/></form>')),
    svg(html('<link rel="stylesheet" href="x.css"/>')),
    svg(html('<div style="background: image-set(&quot;https://elsewhere.example/x.png&quot; 1x)"/>')),
    svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
    svg('<g xmlns:x="http://www.w3.org/2000/svg"><x:script>alert(1)</x:script></g>'),
    svg('<x:a xmlns:x="http://www.w3.org/2000/svg" href="vbscript:x"/>'),
    svg('<a xmlns:y="http://www.w3.org/1999/xlink" y:href="java\tscript:alert(1)"/>'),
    svg('<a href="data:text/html,x"/>'),
    svg('<use href="data:image/svg+xml;base64,AAAA#x"/>'),
    svg('<set attributeName="xlink:href" to="javascript:alert(1)"/>'),
    svg('<animate attributeName="fill" values="url(https://elsewhere.example/x)"/>'),
    svg('<g xml:base="https://elsewhere.example/"><use href="#x"/></g>'),
    svg('<rect fill="u\\72l(https://elsewhere.example/x)"/>'),
    svg("<style>/* */ @import/**/'x'</style>"),
    svg("<style>.a { src: src('https://elsewhere.example/x') }</style>"),
    svg('<style>@font-face { src: url( "https://elsewhere.example/x" ) }</style>'),
    svg("<style>.a { content: '\\\\'; fill: url(https://elsewhere.example/x) }</style>"),
    svg("<text>&nbsp;</text>"),
    svg("<text>&copy</text>"),
    svg("<text>a & b</text>"),
    svg("<text>&#0;</text>"),
    svg("<x:g/>"),
    svg('<g a="1" a="2"/>'),
    '<svg viewBox="0 0 1 1"/>',
    `${svg("")}${svg("")}`,
    `${svg("")}text`,
    '<!DOCTYPE svg SYSTEM "x" [<!ENTITY % x SYSTEM "https://elsewhere.example/x">%x;]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!DOCTYPE svg [<!ENTITY x SYSTEM "https://elsewhere.example/x">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    '<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY x "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>',
    '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!DOCTYPE svg [<!ATTLIST svg xmlns CDATA #FIXED "http://www.w3.org/2000/svg">]><svg xmlns="http://www.w3.org/2000/svg"/>',
    '<!DOCTYPE svg [<!ENTITY x "javascript:alert(1)">]><svg xmlns="http://www.w3.org/2000/svg"><a href="&x;"/></svg>',
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
    expect(svgFault(source)?.message).toBeTypeOf("string");
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
  const MANY = /^draws \d+ copies of its own parts \(\d+ is the most\)$/;
  const CIRCLE = "refers to itself";

  it.each([
    ["by use", levels(10, (id) => `<use href="#${id}"/>`)],
    ["by use, its ids encoded", levels(10, (id) => `<use xlink:href="&#35;%6C${id.slice(1)}"/>`)],
    ["by use in a namespace", levels(10, (id) => `<x:use xmlns:x="http://www.w3.org/2000/svg" href="#${id}"/>`)],
    ["by symbols", levels(10, (id) => `<use href="#${id}"/>`, "symbol")],
    ["by patterns", levels(10, (id) => `<path fill="url(#${id})"/>`, "pattern")],
    ["by masks in a style", levels(10, (id) => `<path style="mask: url( '#${id}' )"/>`, "mask")],
    ["by clip paths", levels(10, (id) => `<path clip-path='url("#${id}")'/>`, "clipPath")],
  ])("%s", (_, inner) => {
    expect(svgFault(svg(inner))?.message).toMatch(MANY);
  });

  it.each([
    '<use id="a" href="#a"/>',
    '<g id="a"><use href="#a"/></g>',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    '<pattern id="p"><path fill="url(#p)"/></pattern>',
  ])("as one in a circle is: %s", (inner) => {
    expect(svgFault(svg(inner))?.message).toBe(CIRCLE);
  });

  it("however deep it is, and before long", () => {
    const chain = Array.from({ length: 50_000 }, (_, level) => `<use id="u${level}" href="#u${level + 1}"/>`).join("");
    expect(svgFault(svg(chain))?.message).toMatch(MANY);
    const nested = `${"<g>".repeat(50_000)}${"</g>".repeat(50_000)}`;
    expect(svgFault(svg(nested))).toBeUndefined();
    expect(svgFault(svg("", 'a="b" '.repeat(2e6)))?.message).toBeTypeOf("string");
  });
});

describe("an SVG file is a picture", () => {
  it.each([
    svg(levels(4, (id) => `<use href="#${id}"/>`)),
    svg('<a href="#top" id="top"><use href="#gone"/><use href="#x"/><use href="#x"/></a><g id="x"/>'),
    svg('<radialGradient id="p"><stop fill="url(#p)"/></radialGradient>'),
    svg('<path d="M0 0h1"/>', 'viewBox="0 0 2 1"'),
    `<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n${svg("<title>x</title>")}`,
    svg('<style>.a{fill:url(#b)}</style><rect class="a"/><linearGradient id="b"/>'),
    svg('<a href="https://example.org/"><text>x &amp; y</text></a><use xlink:href="#b"/>'),
    svg('<image href="data:image/png;base64,AAAA"/><!-- a - b -><g -->'),
    svg("<text>C:\\Users, url(bg.png), @import, expression(1), background: url(x)</text>"),
    svg("<title>url(x)</title><g id='url(x)' data-source='url(https://elsewhere.example/)'/>"),
    svg("<style>@namespace url(http://www.w3.org/2000/svg); /* url(x) */ .a::after { content: 'url(x)' }</style>"),
    svg("<style>@font-face { src: url(data:font/woff2;base64,AAAA) format('woff2'), local('x') }</style>"),
    svg('<a href="../other/"><text>x</text></a><a href="mailto:a@example.org"/>'),
    svg('<e:path-effect xmlns:e="http://www.inkscape.org/namespaces/inkscape" only_selected="false" source="url(x)"/>'),
    svg('<color-profile name="Screen" xlink:href="file:///home/jana/screen.icc"/>'),
    '<!DOCTYPE svg PUBLIC "a" "b"\n[\n <!ATTLIST svg\n  xmlns:xlink CDATA #FIXED "http://www.w3.org/1999/xlink">\n]><svg xmlns="http://www.w3.org/2000/svg"/>',
    svg('<set attributeName="visibility" to="hidden" begin="2s"/>'),
    svg(html("<div style='color: red'>a<br/><b>b</b></div>")),
    svg("<foreignObject><p>no element of HTML</p></foreignObject>"),
    svg('<inkscape:grid xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" />'),
    '<?xml version="1.0"?><?plantuml 1.2023?><!DOCTYPE svg PUBLIC "a" "b"><!-- --><svg xmlns="http://www.w3.org/2000/svg"/>',
    svg('<path style="fill: url( \'#b\' )"/><path fill="url( data:image/png;base64,AAAA)"/>'),
  ])("%s", (source) => {
    expect(svgFault(source)).toBeUndefined();
  });

  it.each([
    ['width="40" height="20px"', { width: 40, height: 20 }],
    ['viewBox="0 0 40 20"', { width: 40, height: 20 }],
    ['width="100%" viewBox="0,0,40,20"', { width: 40, height: 20 }],
    ['width="10cm" height="5cm"', { width: 378, height: 189 }],
    ['width="10mm" height="40q"', { width: 38, height: 38 }],
    ['width="1in" height="72pt"', { width: 96, height: 96 }],
    ['width="6pc" height="1e1em"', { width: 96, height: 160 }],
    ['width="60" viewBox="0 0 40 20"', { width: 60, height: 30 }],
    ['height="10" width="100%" viewBox="-1 -1 40 20"', { width: 20, height: 10 }],
    ['width="auto" height="auto" viewBox=" 0 0, 40 20 "', { width: 40, height: 20 }],
    ['width="0" height="5"', undefined],
    ['viewBox="0 0 0 20"', undefined],
    ["", undefined],
  ])("that is as large as %s says", (attributes, size) => {
    expect(svgSize(svg("", attributes))).toEqual(size);
  });
});

const FILES = "tests/fixtures/svg";

describe("an SVG file is published as a program saved it", () => {
  it.each(readdirSync(FILES))("%s", async (file) => {
    const bytes = readFileSync(join(FILES, file));
    const picture = await readPicture(file, bytes, cache);
    expect(picture).toMatchObject({ value: { width: expect.any(Number), height: expect.any(Number) } });
    const published = withoutMetadata(bytes);
    expect(svgFault(Buffer.from(published ?? []).toString("utf8"))).toBeUndefined();
  });
});

it("a file that is compressed, in another encoding, or no text at all is refused", () => {
  const refused = (bytes: Uint8Array) => {
    const source = svgSource("x.svg", bytes);
    return source.ok ? undefined : source.problems[0];
  };
  expect(refused(gzipSync(svg("")))).toMatchObject({ hint: "save it as plain SVG" });
  expect(refused(Buffer.from(`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg("")}`))).toMatchObject({
    message: "is in ISO-2022-JP",
  });
  expect(refused(Buffer.from([0x3c, 0xff, 0x3e]))).toMatchObject({ hint: "save it as UTF-8" });
});

it("an XML parser finds no fault in what is taken for well-formed, and the same elements", () => {
  const parts = fc.constantFrom(
    ...[
      "<g>",
      "</g>",
      "<g/>",
      "<a b='c'/>",
      "text",
      "&amp;",
      "&#x41;",
      "&#65;",
      "&x;",
      "<!-- c -->",
      "<!-- - -->",
      "<![CDATA[<&]]>",
      "]]>",
      "<?pi x?>",
      "<?xml x?>",
      "<x:g/>",
      "<g xmlns:x='urn:x'><x:y/></g>",
      "<g a='1' a='2'/>",
      "é",
      "\u0001",
    ],
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (inner) => {
      const source = svg(inner.join(""));
      if (svgFault(source) !== undefined) return;
      expect(() => readXml(source)).not.toThrow();
    }),
    { numRuns: 500 },
  );
});
