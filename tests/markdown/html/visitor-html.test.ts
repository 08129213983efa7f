/** HTML of visitors: whatever it is, a page may show what comes out, and words stay. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { visitorHtml } from "../../../src/markdown/html/visitor-html.ts";
import { hostileText } from "../../support/hostile-text.ts";
import { elementsIn, parsePiece } from "../../support/html.ts";
import { faultOf } from "../../support/well-formed.ts";

describe("HTML of a visitor's", () => {
  it.each([
    ["Hello", "<p>Hello</p>"],
    ["one<br>\ntwo", "<p>one<br> two</p>"],
    ["<p>a <b>b</b> <i>c</p><p>d", "<p>a <strong>b</strong> <em>c</em></p><p>d</p>"],
    ["<blockquote>quoted</blockquote>answer", "<blockquote><p>quoted</p></blockquote><p>answer</p>"],
    ["<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul><p>c</p>"],
    ["<pre><code>a\n  &lt;b&gt;</code></pre>", "<pre><code>a\n  &lt;b&gt;</code></pre>"],
    [
      '<a href="https://example.org/?a=1&b=2" onclick="x()" class="y">l</a>',
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="nofollow ugc noopener">l</a></p>',
    ],
    ['<a href="javascript:x()">l</a> <a href=" java\nscript:x">m</a>', "<p>l m</p>"],
    ["<script>x()</script>a<style>b</style><svg><p>c</p></svg>d", "<p>ad</p>"],
    ["<img src=x onerror=y>a<iframe src=z></iframe>", "<p>a</p>"],
    ["a</p></div></b>b", "<p>a</p><p>b</p>"],
    ["<h1>Title</h1>text", "<p>Title</p><p>text</p>"],
    ['1 < 2 && "x"', '<p>1 &lt; 2 &amp;&amp; "x"</p>'],
    ["", ""],
  ])("%j becomes %j", (html, shown) => {
    expect(visitorHtml(html)).toBe(shown);
  });

  it("is well-formed and has nothing that runs or looks, whatever it was", () => {
    const names =
      "a p b i em pre code ul ol li blockquote script style img svg iframe div h1 br table td form input math template".split(
        " ",
      );
    const tag = fc
      .tuple(
        fc.constantFrom("", "/"),
        fc.constantFrom(...names),
        fc.constantFrom(
          "",
          ' href="https://a.example/"',
          ' href="javascript:x"',
          ' onclick="x()" style="y" id="z"',
          " <",
          '"',
        ),
      )
      .map((parts) => `<${parts.join("")}>`);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(tag, hostileText, fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "word")),
        ),
        (pieces) => {
          const shown = visitorHtml(pieces.join(""));
          expect(faultOf(shown)).toBeUndefined();
          for (const element of elementsIn(parsePiece(shown))) {
            expect(element.tagName).toMatch(/^(a|p|strong|em|code|del|sub|sup|q|kbd|blockquote|pre|ul|ol|li|br)$/);
            const attributes = element.attrs.map(({ name, value }) => `${name}=${value}`);
            expect(attributes).toEqual(
              element.tagName === "a" ? ["href=https://a.example/", "rel=nofollow ugc noopener"] : [],
            );
          }
        },
      ),
    );
  });
});
