/** Raw HTML and links that a page may not hold: what is said, and that nothing of them is written. */
import { describe, expect, it } from "vitest";
import { attributeOf, elementsIn, parsePiece } from "../support/html.ts";
import { renderPost } from "../support/render-post.ts";

const REFUSED = [
  "script",
  "style",
  "iframe",
  "object",
  "embed",
  "form",
  "input",
  "svg",
  "math",
  "link",
  "meta",
  "base",
];

describe("raw HTML", () => {
  it.each(REFUSED)("has no <%s>", (name) => {
    const { body, problems } = renderPost(`Text.\n\n<${name}>`);
    const hint =
      name === "iframe" ? "the address of what it shows in a paragraph of its own" : "it as code, or leave it out";
    expect(problems).toEqual([`post.md:3 <${name}> is not allowed in a page (write ${hint})`]);
    expect(body.html).not.toContain(`<${name}`);
  });

  it.each(["onclick", "style", "srcdoc", "formaction", "data-x", "is"])("has no attribute %s", (name) => {
    const { body, problems } = renderPost(`<p ${name}="x">y</p>`);
    expect(problems).toEqual([`post.md:1 the attribute ${name} of <p> is not allowed in a page`]);
    expect(body.html).toBe("<p>y</p>");
  });

  it.each(["<SCRIPT>", "<Script src=x>", "<script\n>", "<script/>"])("is known in any spelling: %j", (tag) => {
    const { body, problems } = renderPost(`${tag}alert(1)`);
    expect(problems).toHaveLength(1);
    expect(body.html.toLowerCase()).not.toContain("<script");
  });

  it("is refused once, not at its end again", () => {
    expect(renderPost("a <script>b</script>").problems).toHaveLength(1);
  });

  it("closes what it opens", () => {
    expect(renderPost("a <b>b").problems).toEqual(["post.md:1 <b> is never closed (write </b>)"]);
    expect(renderPost("a</b> b").problems).toEqual(["post.md:1 </b> closes nothing that is open"]);
  });
});

describe("a link", () => {
  const SCRIPTS = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "vbscript:x",
    "data:text/html,x",
    "file:///etc/passwd",
  ];

  it.each(SCRIPTS)("may not lead to %s", (url) => {
    expect(renderPost(`Text.\n\n[x](${url})`).problems).toEqual([
      expect.stringContaining(`post.md:3 a link may not lead to "${url}`),
    ]);
  });

  it.each(SCRIPTS)("may not lead to %s as raw HTML", (url) => {
    expect(renderPost(`Text.\n\n<a href="${url}">x</a>`).problems).toEqual([
      expect.stringContaining(`post.md:3 a link may not lead to "${url}`),
    ]);
  });

  it.each(["java&#115;cript:x", "java&Tab;script:x", "&#1;javascript:x", " javascript:x", "javascript&colon;x"])(
    "may not lead to a script in disguise: %j",
    (url) => {
      expect(renderPost(`<a href="${url}">x</a>`).problems).not.toEqual([]);
    },
  );

  it("to a script is not written, even into a page that is not published", () => {
    const { body } = renderPost('<a href="javascript:alert(1)">x</a>');
    expect(body.html + body.feedHtml).not.toContain("javascript:");
  });

  it("to a path that looks like a script stays on the site, in feeds too", () => {
    const { html, feedHtml } = renderPost("[x](/javascript:alert(1))").body;
    const hrefs = [html, feedHtml].map((piece) => attributeOf(elementsIn(parsePiece(piece), "a")[0], "href"));
    expect(hrefs.map((href) => new URL(href ?? "", "https://example.org/").origin)).toEqual(
      Array(2).fill("https://example.org"),
    );
  });
});
