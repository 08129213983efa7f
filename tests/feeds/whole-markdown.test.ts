/** Markdown for reading elsewhere: what it leads to has a whole address, and code says what it said. */
import { expect, it } from "vitest";
import { markdownReader } from "../../src/feeds/whole-markdown.ts";
import { tinyContent } from "../support/tiny-content.ts";

const SITE = "https://tiny.example";

it.each([
  ["[b](b.md#x)", `[b](${SITE}/posts/b/#x)`],
  ["[p](../projects/p.md 'A title')", `[p](${SITE}/projects/p/ 'A title')`],
  ["[tags](/tags/) and [found](/search/?q=a)", `[tags](${SITE}/tags/) and [found](${SITE}/search/?q=a)`],
  ["[above](#part)", `[above](${SITE}/posts/a/#part)`],
  ["![Plan](plan.png)", `![Plan](${SITE}/assets/plan-480.png)`],
  ["[data](figures.csv)", `[data](${SITE}/posts/a/figures.csv)`],
  ["[b]\n\n[b]: b.md", `[b]\n\n[b]: ${SITE}/posts/b/`],
  ["[b](<b.md>)", `[b](<${SITE}/posts/b/>)`],
  ["[b](<b.md> 'A title'), [c](<no such.md>)", `[b](<${SITE}/posts/b/> 'A title'), [c](<no such.md>)`],
  ["[f](figures(1).csv) (see [b](b.md))", `[f](${SITE}/posts/a/figures(1).csv) (see [b](${SITE}/posts/b/))`],
  [
    "> [b]\n>\n> [b]: b.md\n\n- [c]: b.md 'A title'",
    `> [b]\n>\n> [b]: ${SITE}/posts/b/\n\n- [c]: ${SITE}/posts/b/ 'A title'`,
  ],
  ["[^1]: [b](b.md)", `[^1]: [b](${SITE}/posts/b/)`],
  [
    `<details><a class=x href="b.md#x">b</a> <a href='/tags/'>t</a></details>`,
    `<details><a class=x href="${SITE}/posts/b/#x">b</a> <a href='${SITE}/tags/'>t</a></details>`,
  ],
  ['<img src=plan.png alt="a > b">', `<img src=${SITE}/assets/plan-480.png alt="a > b">`],
  [
    '<source srcset="plan.png 1x, /plan@2.png 2x"><video poster="plan.png" src="figures.csv"></video>',
    `<source srcset="${SITE}/assets/plan-480.png 1x, ${SITE}/plan@2.png 2x"><video poster="${SITE}/assets/plan-480.png" src="${SITE}/posts/a/figures.csv"></video>`,
  ],
  ['`<a href="b.md">`, 1 < 2, <b@b.example>, <https://b.example/>', undefined],
  ["[a](https://a.example/), <https://b.example/> [c](//c.example)", undefined],
  ["[gone](gone.md)", undefined],
  ["`[b](b.md)` and ``a ` [b](b.md)``", undefined],
  ["```md\n[b](b.md)\n```", undefined],
  ["~~~~\n[b](b.md)\n~~~\n[b](b.md)\n~~~~", undefined],
  ["```\n[b](b.md)", undefined],
])("%j", (written, whole = written) => {
  expect(read(written)).toBe(whole);
});

it("what follows code is led on again", () => {
  expect(read("```\n[b](b.md)\n```\n\n[b](b.md)")).toBe(`\`\`\`\n[b](b.md)\n\`\`\`\n\n[b](${SITE}/posts/b/)`);
});

function read(markdown: string): string | undefined {
  const content = tinyContent({ posts: [{ slug: "a" }, { slug: "b" }], projects: [{ slug: "p" }] });
  const post = content.entries.find(({ slug }) => slug === "a");
  if (!post) return undefined;
  const fallback = { path: "/assets/plan-480.png", type: "image/png", width: 480, height: 300 };
  const pictures = [{ file: "posts/plan.png", width: 960, height: 600, needsPaper: false, renditions: [], fallback }];
  const assets = ["figures.csv", "figures(1).csv"].map((name) => ({ file: `posts/${name}`, path: `/posts/a/${name}` }));
  return markdownReader(content)({ ...post, body: { ...post.body, markdown: () => markdown, pictures, assets } });
}
