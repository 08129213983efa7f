/** The pictures that are shown where somebody shares an address: each page names one, and its file is what it says. */
import { readFileSync } from "node:fs";
import sharp from "sharp";
import { describe, expect, inject, it } from "vitest";
import { pagesOf, readAt } from "../support/built-site.ts";
import { elementsOf } from "../support/elements.ts";

describe("every page of the notebook that search engines may list", () => {
  const site = inject("notebook");
  const listed = pagesOf(site).filter((path) => !/noindex|http-equiv="refresh"/.test(readAt(site, path)));

  it.each(listed)("%s has one, with its size and its words", async (path) => {
    const metas = elementsOf(readAt(site, path)).filter(({ name }) => name === "meta");
    const metaOf = (key: string) =>
      metas.find(({ attributes }) => attributes["property"] === key || attributes["name"] === key)?.attributes[
        "content"
      ];
    const file = new URL(metaOf("og:image") ?? "").pathname;
    const { width, height, format } = await sharp(readFileSync(`${site}${file}`)).metadata();
    expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: "png" });
    expect(metaOf("og:image:alt")).toBeTruthy();
    expect(metaOf("twitter:card")).toBe("summary_large_image");
  });
});
