/**
 * Each `<feature>.md` in the fixtures gives `<feature>.html`, and in a feed `<feature>.feed.html` where that is there;
 * what is wrong with it stands in `<feature>.problems.txt`, and what may be in `<feature>.advice.txt`. `<feature>.de.md` is
 * German.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FIXTURES, renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

const files = readdirSync(FIXTURES);
const features = files.filter((file) => file.endsWith(".md")).map((file) => file.slice(0, -".md".length));
const sound = features.filter((feature) => !files.includes(`${feature}.problems.txt`));

describe.each(features)("%s.md", (feature) => {
  it("becomes its HTML", () => {
    expect(render(feature).body.html).toBe(read(`${feature}.html`));
  });

  it("becomes its HTML for feeds", () => {
    const feed = existsSync(`${FIXTURES}/${feature}.feed.html`) ? `${feature}.feed.html` : `${feature}.html`;
    expect(render(feature).body.feedHtml).toBe(read(feed));
  });

  it("has its problems and no others", () => {
    const problems = sound.includes(feature) ? "" : read(`${feature}.problems.txt`);
    expect(render(feature).problems).toEqual(problems.split("\n").filter(Boolean));
  });

  it("has its advice and no other", () => {
    const advice = files.includes(`${feature}.advice.txt`) ? read(`${feature}.advice.txt`) : "";
    expect(render(feature).advice).toEqual(advice.split("\n").filter(Boolean));
  });
});

describe("the fixtures", () => {
  it.each(sound)("say nothing that is not well-formed: %s", (feature) => {
    const { html, feedHtml } = render(feature).body;
    expect([faultOf(html), faultOf(feedHtml)]).toEqual([undefined, undefined]);
  });

  it("belong to a Markdown file each", () => {
    // The transcript of a recording is none.
    const results = files.filter((file) => /\.(html|txt)$/.test(file) && file !== "talk.txt");
    expect(
      results.filter(
        (file) => !features.includes(file.replace(/(\.feed\.html|\.(?:problems|advice)\.txt|\.html)$/, "")),
      ),
    ).toEqual([]);
  });
});

function render(feature: string) {
  const lang = /\.([a-z]{2})$/.exec(feature)?.[1] ?? "en";
  return renderPost(read(`${feature}.md`), { file: `${feature}.md`, lang });
}

function read(file: string): string {
  return readFileSync(`${FIXTURES}/${file}`, "utf8");
}
