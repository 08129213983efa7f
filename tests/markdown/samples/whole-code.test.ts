/** The Markdown of a page has its code and what came out of it, wherever they stand, and reads as the page does. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { renderPost } from "../../support/render-post.ts";
import { useTemporaryFolder } from "../../support/temporary-folder.ts";

const folder = useTemporaryFolder();

/** As readers take it along, each sample's output `1`. */
function takenAlong(...lines: string[]): string[] {
  const markdown = lines.join("\n");
  const samples = renderPost(markdown, { folder }).samples.map(({ digest }) => ({ digest, outcome: { output: "1" } }));
  const transcript = { checked: "2026-01-01", versions: { Node: "24" }, samples, seal: "" };
  const { body, problems } = renderPost(markdown, { folder, transcript });
  expect(problems.filter((problem) => !problem.includes("is never closed"))).toEqual([]);
  return body.markdown.split("\n");
}

describe("what came out of a sample stands below it", () => {
  const OUTCOME = ["```text", "1", "```"];

  it("in running text", () => {
    const sample = ["```js proof", "f();", "```"];
    expect(takenAlong("A.", "", ...sample, "", "B.")).toEqual(["A.", "", ...sample, "", ...OUTCOME, "", "B."]);
  });

  it("in a quotation", () => {
    const sample = ["> ```js proof", "> f();", ">", "> g();", "> ```"];
    expect(takenAlong(...sample)).toEqual([...sample, ">", ...OUTCOME.map((line) => `> ${line}`)]);
  });

  it("in an item of a list, on its first line or below", () => {
    const [first, second] = [
      ["- ```js proof", "  f();", "  ```"],
      ["- B", "", "  ```js proof", "  g();", "  ```"],
    ];
    const outcome = ["", ...OUTCOME.map((line) => `  ${line}`)];
    expect(takenAlong(...first, ...second)).toEqual([...first, ...outcome, ...second, ...outcome]);
  });

  it("in a list in a quotation in a list", () => {
    const sample = ["1. > - ```js proof", "   >   f();", "   >   ```"];
    expect(takenAlong(...sample)).toEqual([...sample, "   >", ...OUTCOME.map((line) => `   >   ${line}`)]);
  });

  it("though nobody closed it", () => {
    expect(takenAlong("~~~js proof", "f();")).toEqual(["~~~js proof", "f();", "~~~", "", ...OUTCOME]);
  });
});

describe("a sample that is cut", () => {
  const rows = { columns: [{ name: "n" }], rows: [["1"]] };
  const text = ["```text", " n", "---", " 1", "(1 row)", "```"];

  it("has each result below its statement, in pieces that say no more than their language", () => {
    const markdown = [
      '- ```sql proof numbers title="a.sql"',
      "  SELECT 1;",
      "",
      "  SELECT 2;",
      "  COMMIT;",
      "  ```",
    ].join("\n");
    const [sample] = renderPost(markdown).samples;
    const proven = { digest: sample?.digest ?? "", ends: [0, 2, 3], outcome: { results: [rows, rows, {}] } };
    const transcript = { checked: "2026-01-01", versions: {}, samples: [proven], seal: "" };
    const indented = [
      ...[
        "SELECT 1;",
        "```",
        "",
        ...text,
        "",
        "```sql",
        "SELECT 2;",
        "```",
        "",
        ...text,
        "",
        "```sql",
        "COMMIT;",
        "```",
      ],
    ].map((line) => (line ? `  ${line}` : ""));
    expect(renderPost(markdown, { transcript }).body.markdown.split("\n")).toEqual([
      '- ```sql proof numbers title="a.sql"',
      ...indented,
    ]);
  });
});

describe("code that is kept in a file", () => {
  it("stands in its block", () => {
    writeFileSync(join(folder, "x.js"), "// #region a\nf();\n// #endregion\n");
    expect(takenAlong('```js file="x.js"', "```", "", '- ```js proof file="x.js" region="a"', "  ```")).toEqual([
      '```js file="x.js"',
      "f();",
      "```",
      "",
      '- ```js proof file="x.js" region="a"',
      "  f();",
      "  ```",
      "",
      "  ```text",
      "  1",
      "  ```",
    ]);
  });

  it("does not end it", () => {
    writeFileSync(join(folder, "y.txt"), "~~~~\n```\n~~~~\n");
    expect(takenAlong('~~~text file="y.txt"', "~~~")).toEqual([
      '~~~~~text file="y.txt"',
      "~~~~",
      "```",
      "~~~~",
      "~~~~~",
    ]);
  });

  it("can be marked line by line", () => {
    writeFileSync(join(folder, "z.js"), "f();\ng();\n");
    expect(renderPost('```js file="z.js" mark=2\n```', { folder }).problems).toEqual([]);
    expect(renderPost('```js file="z.js" mark=3\n```', { folder }).problems).toHaveLength(1);
  });
});
