import { expect, it } from "vitest";
import { feedReaders } from "../../src/theme/reader-links.ts";

it.each(feedReaders)("the link to $name is a URL with a host", ({ link }) => {
  const url = new URL(link("https://example.org/blog/feed.xml"));
  expect(url.host).not.toBe("");
  expect(url.href).toMatch(/example\.org/);
});
