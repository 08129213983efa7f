/** A whole document: tags of its head without an end lose their slash, and nothing else is touched. */
import { h } from "preact";
import { describe, expect, it } from "vitest";
import { renderDocument } from "../../src/theme/render-page.tsx";

describe("a document", () => {
  it("has no slashes in the tags of its head, and its body as it is", () => {
    const body = '<p>x</p><link itemprop="url" href="/a/"/>';
    const Whole = () =>
      h("html", { lang: "en" }, [
        h("head", null, [h("meta", { charset: "utf-8" }), h("link", { rel: "icon", href: "/icon.svg" })]),
        h("body", { dangerouslySetInnerHTML: { __html: body } }),
      ]);
    expect(renderDocument(h(Whole, {}))).toBe(
      `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="/icon.svg"></head><body>${body}</body></html>\n`,
    );
  });
});
