/** The output of a sample can hold anything; pages, feeds and Markdown show all of it and survive. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../src/content/samples/transcript.ts";
import { renderPost } from "../support/render-post.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
const SAMPLE = "```sql proof\nSELECT 1;\n```\n";
const TIMELINE = "```sql proof timeline\nA: SELECT 1;\n```\n";

/** The page with its first sample's outcome. */
function render(markdown: string, outcome: Outcome) {
  const samples = renderPost(markdown).samples.map(({ digest }) => ({
    digest,
    ...(outcome.results && { ends: [0] }),
    outcome,
  }));
  return renderPost(markdown, {
    transcript: { checked: "2026-01-01", versions: { PostgreSQL: "18\u0008" }, samples, seal: "" },
  });
}

describe("control characters in what came out of a sample are shown", () => {
  it.each<[string, string, Outcome]>([
    ["output", SAMPLE, { output: "\u001b[31mred\u001b[0m\0\u0085", exit: 0 }],
    ["rows", SAMPLE, { results: [{ columns: [{ name: "a\u001b" }], rows: [["\u001b"]] }] }],
    ["plans", SAMPLE, { results: [{ columns: [{ name: "QUERY PLAN" }], rows: [["Seq Scan on \u001b"]] }] }],
    ["notices and tags", SAMPLE, { results: [{ notices: ["\u001b"], tag: "\u001b" }] }],
    [
      "errors",
      SAMPLE,
      { results: [{ error: { code: "\u001b", message: "\u001b", detail: "\u001b", hint: "\u001b" } }] },
    ],
    ["timelines", TIMELINE, { events: [{ session: "A", text: "SELECT '\u001b';", results: [{ tag: "\u001b" }] }] }],
  ])("in %s", (_, markdown, outcome) => {
    const { body, problems } = render(markdown, outcome);
    expect(problems).toEqual([]);
    for (const text of [body.html, body.feedHtml, body.markdown]) {
      expect(text).toContain("␛");
      expect(text).not.toMatch(CONTROL);
    }
    expect(body.proof?.versions).toEqual({ PostgreSQL: "18␈" });
  });
});

it("control characters in a file that a sample is kept in are shown, and run as they are", () => {
  const code = "console.log('\u001b');\n";
  writeFileSync(join(folder, "control.js"), code);
  const { body, samples } = renderPost('```js proof file="control.js"\n```\n', { folder });
  expect(body.html).toContain("␛");
  expect(body.html).not.toMatch(CONTROL);
  expect(samples[0]?.code).toBe(code);
});

it("output that would end its block of code in the Markdown copy is kept whole in it", () => {
  const { body } = render(SAMPLE, { output: "``````\n# not a heading" });
  expect(body.markdown).toContain("```````text\n``````\n# not a heading\n```````");
});
