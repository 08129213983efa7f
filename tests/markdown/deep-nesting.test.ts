/** Markdown that nests or repeats without end: it is read to its end, and nothing of it is dropped in silence. */
import { describe, expect, it } from "vitest";
import { renderPost } from "../support/render-post.ts";

const MANY = 10_000;

describe("many signs in a row", () => {
  it.each(["[", "![", "^[", "[^", "<", "\\(", "*a_", "&", "<!"])("are kept: %s", (sign) => {
    const { body } = renderPost(`${sign.repeat(MANY)} end`);
    const kept = sign.replace(/^\\/, "").replace("&", "&amp;").replace("<", "&lt;");
    expect(body.html.split(kept).length - 1).toBe(MANY);
    expect(body.html).toContain("end");
  });

  it("are kept where each opens a link", () => {
    expect(renderPost("[a](".repeat(MANY)).body.html.split("[a](").length - 1).toBe(MANY);
  });
});

describe("nesting", () => {
  it.each([
    ["quotations", (depth: number) => `${">".repeat(depth)} deep`],
    ["lists", (depth: number) => `${"- ".repeat(depth)}deep`],
    ["emphasis", (depth: number) => `${"*a ".repeat(depth)}deep${" b*".repeat(depth)}`],
    ["links", (depth: number) => `${"[".repeat(depth)}deep${"](headings.md)".repeat(depth)}`],
    ["elements", (depth: number) => `${"<b>".repeat(depth)}deep${"</b>".repeat(depth)}`],
  ])("of %s over 100 levels keeps the text, or says that it can't", (_what, nested) => {
    const { body, problems } = renderPost(`${nested(150)}\n\nafter`);
    const isWhole = body.html.includes("deep") && body.html.includes("after");
    expect(isWhole || problems.length > 0).toBe(true);
  });
});
