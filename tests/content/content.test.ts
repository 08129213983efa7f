/** A site's content as pages, feeds and search ask for it. */
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { contentOf } from "../../src/content/content.ts";
import { headFromFrontMatter } from "../../src/content/head-from-front-matter.ts";
import { PostFrontMatter } from "../../src/content/post.ts";
import { Site } from "../../src/content/site.ts";
import { collections } from "../../src/site/collections.ts";
import { collectionNamed } from "../support/entries.ts";
import { bodyOfPost } from "../support/render-post.ts";

const site = Site.parse({ title: "T", url: "https://example.org/", language: "en", description: "D" });
const body = bodyOfPost("Text.");

function post(slug: string, matter: object) {
  const data = PostFrontMatter.parse({ title: slug, date: "2026-11-22", ...matter });
  const at = Temporal.Instant.from("2026-11-23T00:00:00Z");
  const head = headFromFrontMatter(data, collectionNamed("posts"), { file: `posts/${slug}.md`, slug, site, at });
  return { ...head, body, image: undefined };
}

const posts = [
  post("a", { tags: ["X", "Y"], series: "S" }),
  post("b", { tags: ["X"], series: "S", date: "2026-11-23" }),
];

it("has the tags and series of its entries", () => {
  const { tags, series } = contentOf({ site, collections, entries: posts });
  expect(tags.map(({ name, entries }) => [name, entries.map(({ slug }) => slug)])).toEqual([
    ["X", ["b", "a"]],
    ["Y", ["a"]],
  ]);
  const parts = [...series].map(([file, { name, entries }]) => [file, name, entries.map(({ slug }) => slug)]);
  expect(parts).toEqual(["posts/a.md", "posts/b.md"].map((file) => [file, "S", ["a", "b"]]));
});
