/** A site's content as pages, feeds and search ask for it. */
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { bodiesOf, contentOf } from "../../src/content/content.ts";
import { PostFrontMatter, postFromFrontMatter } from "../../src/content/post.ts";
import { Site } from "../../src/content/site.ts";
import { bodyOfPost } from "../support/render-post.ts";

const site = Site.parse({ title: "T", url: "https://example.org/", language: "en", description: "D" });
const body = bodyOfPost("Text.");

function post(slug: string, matter: object) {
  const data = PostFrontMatter.parse({ title: slug, date: "2026-11-22", ...matter });
  const at = Temporal.Instant.from("2026-11-23T00:00:00Z");
  return { ...postFromFrontMatter(data, { file: `posts/${slug}.md`, slug, site, at }), body, image: undefined };
}

const posts = [post("b", { tags: ["X"], series: "S" }), post("a", { tags: ["X", "Y"], series: "S" })];

it("has the tags and series of its posts", () => {
  const { tags, series } = contentOf({ site, posts, projects: [], intro: undefined, about: undefined });
  expect(tags.map(({ name, posts }) => [name, posts.map(({ slug }) => slug)])).toEqual([
    ["X", ["b", "a"]],
    ["Y", ["a"]],
  ]);
  expect(series.map(({ name, posts }) => [name, posts.map(({ slug }) => slug)])).toEqual([["S", ["a", "b"]]]);
});

it("names everything that was written in Markdown, with its file and its page", () => {
  const content = contentOf({ site, posts, projects: [], intro: body, about: body });
  expect(bodiesOf(content).map(({ file, path }) => [file, path])).toEqual([
    ["posts/b.md", "/posts/b/"],
    ["posts/a.md", "/posts/a/"],
    ["_data/intro.md", "/"],
    ["_data/about.md", "/about/"],
  ]);
});

it("names no introduction and no page about the author where there is none", () => {
  const content = contentOf({ site, posts: [], projects: [], intro: undefined, about: undefined });
  expect(bodiesOf(content)).toEqual([]);
});
