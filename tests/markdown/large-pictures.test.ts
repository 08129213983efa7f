/** A picture that is larger than it is shown is a link to its file, where a site wants that. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIXTURES, renderPost } from "../support/render-post.ts";

const HREF = "/blog/posts/post/harbour.jpg";
const render = (source: string) => renderPost(source, { linkPictures: true });
const linksIn = (html: string) => html.match(/<a [^>]*><picture[\s\S]*?<\/picture><\/a>/g) ?? [];

describe("a picture that is wider than the column", () => {
  it.each([
    { name: "alone", source: '![Harbour](harbour.jpg "At noon")' },
    { name: "in a line", source: "Here ![the harbour](harbour.jpg) it is." },
    { name: "beside a link", source: "[one](/posts/) ![the harbour](harbour.jpg)" },
  ])("$name is a link to its file, which is published", ({ source }) => {
    const { body, problems } = render(source);
    expect(problems).toEqual([]);
    expect(linksIn(body.html)).toHaveLength(1);
    expect(body.html).toContain(`<a href="${HREF}">`);
    expect(body.assets).toContainEqual({ file: "harbour.jpg", path: "/posts/post/harbour.jpg" });
    expect(body.feedHtml).toBe(renderPost(source).body.feedHtml);
  });

  it.each([
    { name: "in a link", source: "[![Harbour](harbour.jpg)](/posts/)" },
    { name: "in a heading", source: "## ![Harbour](harbour.jpg)" },
    { name: "in a link of HTML", source: '<a href="/posts/">![Harbour](harbour.jpg)</a>' },
    { name: "of another site", source: "![Harbour](https://e.example/harbour.jpg)" },
    { name: "that is small", source: "![Film](film.jpg)" },
  ])("$name stays as it is", ({ source }) => {
    expect(render(source).body.html).toBe(renderPost(source).body.html);
  });

  it("is not linked twice in a gallery", () => {
    const { body } = render(":::gallery\n![Harbour](harbour.jpg)\n:::");
    expect(body.html).toBe(renderPost(":::gallery\n![Harbour](harbour.jpg)\n:::").body.html);
  });
});

it("leaves every text without such a picture as it is", () => {
  for (const file of ["pictures.md", "recordings.md", "directives.md"]) {
    const source = readFileSync(`${FIXTURES}/${file}`, "utf8").replaceAll(/\w+\.(?:jpg|png)/g, "film.jpg");
    expect(render(source).body.html).toBe(renderPost(source).body.html);
  }
});

it("puts no link into another one, whatever stands around it", () => {
  const pieces = [
    "![a](harbour.jpg)",
    "[",
    "](/posts/)",
    "<a href='/posts/'>",
    "</a>",
    "\n\n",
    "## ",
    "*",
    "- ",
    " ",
    "b",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 10 }), (parts) => {
      const { body, problems } = render(parts.join(""));
      if (problems.length > 0) return;
      let open = 0;
      for (const [, end] of body.html.matchAll(/<(\/?)a[\s>]/g)) {
        open += end ? -1 : 1;
        expect(open === 0 || open === 1).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});
