/** Pictures in a whole site: in its pages and feeds, each with its size and its words, each file there. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { filesOf, fingerprintOf, pagesOf, readAt } from "../support/built-site.ts";
import { elementsOf } from "../support/elements.ts";
import { FIXTURES } from "../support/render-post.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const site = join(folder, "site");
const out = join(folder, "out");
const PICTURES = ["harbour.jpg", "plan.png", "plan.dark.png", "dot.gif", "triangle.svg"];
const SETTINGS = { title: "Pictures", url: "https://example.org/blog/", language: "en", description: "Pictures." };
const POST = `---
title: Pictures
date: 2026-01-01
description: Pictures.
image: { src: harbour.jpg, alt: A harbour }
---
`;

beforeAll(async () => {
  mkdirSync(join(site, "_data"), { recursive: true });
  mkdirSync(join(site, "posts/pictures"), { recursive: true });
  writeFileSync(join(site, "_data/site.ts"), `export default ${JSON.stringify(SETTINGS)};\n`);
  for (const file of PICTURES) cpSync(join(FIXTURES, file), join(site, "posts/pictures", file));
  const text = readFileSync(join(FIXTURES, "pictures.md"), "utf8").replace(/, and one from elsewhere.*/, ".");
  writeFileSync(join(site, "posts/pictures/index.md"), POST + text);
  await build(out);
});

async function build(to: string): Promise<void> {
  const { code, output } = await runBuild(["--site", site, "--out", to, "--no-search"]);
  expect(code, output).toBe(0);
}

describe("a site with pictures", () => {
  it("gives each its width, its height and its words, in pages and in feeds", () => {
    const images = imagesIn([...pagesOf(out).map((path) => readAt(out, path)), entryHtml()]);
    expect(images.length).toBeGreaterThan(8);
    for (const image of images) {
      expect(image).toMatchObject({ src: expect.stringMatching(/./), alt: expect.any(String) });
      expect(Number(image["width"]) * Number(image["height"]), image["src"]).toBeGreaterThan(0);
    }
  });

  it("has every file that is named, and publishes no original beside its renditions", () => {
    const elements = elementsOf(readAt(out, "/posts/pictures/"));
    const sets = elements.flatMap(({ attributes }) => attributes["srcset"]?.split(", ") ?? []);
    const named = [
      ...sets.map((one) => one.split(" ")[0] ?? ""),
      ...imagesIn([entryHtml()]).map(({ src }) => src ?? ""),
    ];
    const paths = named.map((address) => new URL(address, SETTINGS.url).pathname.replace("/blog/", ""));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(out, path)))).toEqual([]);
    expect(filesOf(out).filter((file) => /plan(\.dark)?\.png$/.test(file))).toEqual([]);
  });

  it("waits with all pictures but the first", () => {
    const [first, ...others] = imagesIn([readAt(out, "/posts/pictures/")]).filter(({ src }) =>
      src?.includes("/assets/"),
    );
    expect([first?.["loading"], ...others.map(({ loading }) => loading)]).toEqual([
      undefined,
      ...others.map(() => "lazy"),
    ]);
  });

  it("has absolute addresses in feeds", () => {
    const addresses = imagesIn([entryHtml()]).map(({ src }) => src);
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((src) => !src?.startsWith(SETTINGS.url))).toEqual([]);
  });

  it("is shared with the post's own picture", () => {
    const metas = elementsOf(readAt(out, "/posts/pictures/")).filter(({ name }) => name === "meta");
    const content = (key: string) =>
      metas.find(({ attributes }) => attributes["property"] === key)?.attributes["content"];
    expect(content("og:image")).toMatch(/\/assets\/pictures\/harbour-\w+-1160\.jpg$/);
    expect([content("og:image:width"), content("og:image:alt")]).toEqual(["1160", "A harbour"]);
  });

  it("is the same bytes when it is built again from the cache, and when from nothing", async () => {
    await build(join(folder, "again"));
    expect(fingerprintOf(join(folder, "again"))).toEqual(fingerprintOf(out));
    cpSync(site, join(folder, "copy"), { recursive: true, filter: (path) => !path.includes(".cache") });
    const { code } = await runBuild(["--site", join(folder, "copy"), "--out", join(folder, "fresh"), "--no-search"]);
    expect(code).toBe(0);
    expect(fingerprintOf(join(folder, "fresh"))).toEqual(fingerprintOf(out));
  });
});

describe("the notebook", () => {
  const pages = pagesOf(inject("notebook")).map((path) => readAt(inject("notebook"), path));

  it("has a diagram on each case study", () => {
    const studies = pages.filter((html) => html.includes(">Case study<") && html.includes('class="facts"'));
    expect(studies).toHaveLength(1);
    expect(studies.filter((html) => !html.includes('<figure class="diagram">'))).toEqual([]);
  });

  it("has no style attribute, and no style element in its drawings", () => {
    const elements = pages.flatMap((html) => elementsOf(html));
    expect(elements.filter(({ attributes }) => "style" in attributes)).toEqual([]);
    const drawings = pages.flatMap((html) => html.match(/<svg[\s\S]*?<\/svg>/g) ?? []);
    expect(drawings.length).toBeGreaterThan(0);
    expect(drawings.filter((svg) => /<style|<script|(?<!xmlns="http)(?<!xmlns="https):\/\/|@import/.test(svg))).toEqual(
      [],
    );
  });
});

it("each diagram of the notebook is in its feed, as a file that is there", () => {
  const site = inject("notebook");
  const feed = JSON.parse(readFileSync(join(site, "feed.json"), "utf8")) as { items: { content_html: string }[] };
  const images = feed.items.flatMap(({ content_html }) => [
    ...content_html.matchAll(/<img src="([^"]*\/diagrams\/[^"]*)"/g),
  ]);
  expect(images.length).toBeGreaterThan(0);
  expect(images.filter(([, src = ""]) => !existsSync(join(site, new URL(src).pathname)))).toEqual([]);
});

function imagesIn(pages: string[]): Record<string, string>[] {
  return pages.flatMap((html) =>
    elementsOf(html)
      .filter(({ name }) => name === "img")
      .map(({ attributes }) => attributes),
  );
}

function entryHtml(): string {
  const feed = JSON.parse(readFileSync(join(out, "feed.json"), "utf8")) as { items: { content_html: string }[] };
  return feed.items.map(({ content_html }) => content_html).join("");
}
