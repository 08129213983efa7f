/** XML stays well-formed and says what was meant, whatever is put into it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cdata, escapeXml, type Xml, xml, xmlDocument } from "../../src/feeds/xml.ts";
import { hostileText } from "../support/hostile-text.ts";
import { asXmlCanSay, readXml } from "../support/strict-xml.ts";

/** Behind a letter, since the reader takes U+FEFF at a text's beginning for a byte order mark. */
function readBack(text: string | Xml): string {
  return readXml(xmlDocument(xml`<root>a${text}</root>`)).text.slice(1);
}

describe("XML", () => {
  it("reads back as it was written, whatever the text, escaped or as CDATA", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const read = asXmlCanSay(text).replace(/\r\n?/g, "\n");
        expect([readBack(text), readBack(cdata(text))]).toEqual([read, read]);
      }),
    );
  });

  it("reads back as it was written from an attribute, where tabs and line ends are as good as spaces", () => {
    const spaced = (written = "") => written.replace(/[\t\n\r ]+/g, " ");
    fc.assert(
      fc.property(hostileText, (text) => {
        const { attributes } = readXml(xmlDocument(xml`<root term="a${text}"/>`));
        expect(spaced(attributes["term"])).toBe(spaced(`a${asXmlCanSay(text)}`));
      }),
    );
  });

  it.each([
    ["a control character", "a\u0008b\u000Bc", "a\uFFFDb\uFFFDc"],
    ["NUL", "a\0b", "a\uFFFDb"],
    ["a lone surrogate", "a\uD800b", "a\uFFFDb"],
    ["a code point that is no character", "a\uFFFEb\uFFFFc", "a\uFFFDb\uFFFDc"],
    ["a carriage return, which XML reads as a line's end", "a\rb\r\nc", "a\nb\nc"],
    ["the end of a CDATA section", "a]]>b", "a]]>b"],
    ["an entity", "&amp;amp; &nbsp;", "&amp;amp; &nbsp;"],
    ["an emoji of two code units", "👩‍💻", "👩‍💻"],
  ])("carries %s", (_, text, read) => {
    expect(readBack(text)).toBe(read);
  });

  it("leaves out what is undefined or false, and joins what is a list", () => {
    const tags = ["a", "b"].map((tag) => xml`<tag>${tag}</tag>`);
    expect(xml`<root>${undefined}${false}${tags}${0}</root>`.text).toBe("<root><tag>a</tag><tag>b</tag>0</root>");
  });

  it("escapes text once, and XML not at all", () => {
    expect(xml`<root>${xml`<b>${"<"}</b>`}</root>`.text).toBe("<root><b>&lt;</b></root>");
    expect(escapeXml('<a href="x">&</a>')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
  });
});
