/** Covers on a whole site: in lists, for each post with a timeline, and on no page of a text. */
import { describe, expect, it } from "vitest";
import { EXAMPLE, isOurs, pagesIn } from "../support/example-site.ts";
import { attributeOf, elementsIn, elementsWith } from "../support/html.ts";

const pages = pagesIn(EXAMPLE);
const at = (wanted: string) => pages.find(({ path }) => path === wanted)?.page;

describe.skipIf(!isOurs)("the site that comes with the engine", () => {
  const list = at("/posts/");
  const entries = list ? elementsIn(list, "main", "ol", "li") : [];

  it.each(entries.map((entry) => [attributeOf(elementsIn(entry, "a")[0], "href") ?? "", entry] as const))(
    "lists %s with a cover if it has a timeline",
    (href, entry) => {
      const text = at(href);
      const timelines = text ? elementsWith(text, "figure", "class", "timeline") : [];
      expect(elementsIn(entry, "svg").map((svg) => attributeOf(svg, "class"))).toEqual(
        timelines.length > 0 ? ["cover"] : [],
      );
    },
  );
});
