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
  const content = tinyContent({ posts: [{ slug: "a", markdown }, { slug: "b" }], projects: [{ slug: "p" }] });
  const post = content.entries.find(({ slug }) => slug === "a");
  if (!post) return undefined;
  const fallback = { path: "/assets/plan-480.png", type: "image/png", width: 480, height: 300 };
  const pictures = [{ file: "posts/plan.png", width: 960, height: 600, needsPaper: false, renditions: [], fallback }];
  const assets = [{ file: "posts/figures.csv", path: "/posts/a/figures.csv" }];
  return markdownReader(content)({ ...post, body: { ...post.body, pictures, assets } });
}
