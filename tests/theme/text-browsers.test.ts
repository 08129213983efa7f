/** A browser without our styles, which may not know header and footer as blocks: words of two elements are not one word there. */
import { describe, expect, it } from "vitest";
import { elementsIn, parsePage, textOf } from "../support/html.ts";
import { tinyContent } from "../support/tiny-content.ts";
import { renderAt } from "../support/tiny-pages.ts";

const content = tinyContent({
  site: { title: "A site", author: { name: "Ada Example" }, tagline: "notes of an engineer" },
  posts: [{ slug: "one" }, { slug: "two" }],
});
const page = parsePage(renderAt(content, "/posts/one/"));
const text = textOf(elementsIn(page, "body")[0]).replace(/\s+/g, " ");

describe("without styles, a blank stands between", () => {
  it.each([
    ["the link to the text and the site's name", "Skip to the text A site"],
    ["a neighbour's label and its title", "Earlier The post two"],
    ["the author's name and the tagline", "Ada Example notes of an engineer"],
  ])("%s", (_, words) => expect(text).toContain(words));
});
