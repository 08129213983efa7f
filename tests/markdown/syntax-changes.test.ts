/** What a setting of Markdown would change is listed, and is all that it changes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_SYNTAX } from "../../src/content/markdown-syntax.ts";
import { namesOf } from "../../src/content/names-of.ts";
import { syntaxChanges } from "../../src/markdown/syntax-changes.ts";
import { renderText } from "../support/render-post.ts";

const changes = (markdown: string, setting: keyof typeof USUAL_SYNTAX) =>
  syntaxChanges({ file: "post.md", markdown, firstLine: 10, lang: "en" }, setting);

describe("a setting", () => {
  it.each([
    ["dashes", "One.\n\n- Two -- three\n", { line: 12, before: "Two -- three", after: "Two – three" }],
    ["bareLinks", "See www.example.org.", { line: 10, before: "See www", after: "https://www.example.org" }],
    ["emoji", "# A\n\nDone :tada:", { line: 12, before: ":tada:", after: "🎉" }],
    ["marks", "==a==", { line: 10, before: "==a==", after: "<mark>a</mark>" }],
    ["definitionLists", "Term\n: What it is", { line: 10, before: ": What", after: "<dd>What" }],
    ["contents", "[toc]\n\n## A", { line: 10, before: "[toc]", after: '<a href="#a">' }],
  ] as const)("%s: %j", (setting, markdown, { line, before, after }) => {
    const [first, ...others] = changes(markdown, setting);
    expect(others).toEqual([]);
    expect(first?.line).toBe(line);
    expect(first?.before).toContain(before);
    expect(first?.after).toContain(after);
  });

  it.each(namesOf(USUAL_SYNTAX))("%s changes nothing in code", (setting) => {
    const code = "==a== ++b++ H~2~O x^2^ :tada: -- www.example.org";
    expect(changes(`\`${code}\`\n\n\`\`\`\n${code}\n\`\`\`\n\n    ${code}\n`, setting)).toEqual([]);
  });
});

it("lists nothing of a text without marks, whatever it is", () => {
  const pieces = [
    "a ",
    "**b**",
    "\n\n",
    "> ",
    "- ",
    "`c`",
    "| d |\n|-|\n",
    "## ",
    "[e](x)",
    "\n:::note\n",
    "[^f]",
    "<b>g</b>",
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const markdown = parts.join("");
      expect(() => renderText(markdown)).not.toThrow();
      for (const setting of ["marks", "dashes", "emoji", "bareLinks"] as const)
        expect(changes(markdown, setting)).toEqual([]);
    }),
  );
});
