/** Where a sample stands whose outcome differs on a version: by its title or its heading, with the heading's address. */
import { expect, it } from "vitest";
import type { Transcript } from "../../../src/content/samples/transcript.ts";
import { renderPost } from "../../support/render-post.ts";

const SOURCE = `\`\`\`sql proof
SELECT 0;
\`\`\`

## A heading

\`\`\`sql proof
SELECT 1;
\`\`\`

\`\`\`sql proof title="two.sql"
SELECT 2;
\`\`\`
`;

it("is the heading above it", () => {
  const { samples } = renderPost(SOURCE);
  const transcript: Transcript = {
    ...{ checked: "2026-01-01", versions: { PostgreSQL: "18.4" }, alsoOn: { "PostgreSQL 17": "17.10" }, seal: "" },
    samples: samples.map(({ digest }) => ({
      ...{ digest, ends: [0], outcome: { results: [{ tag: "SELECT 1" }] } },
      elsewhere: [{ on: ["PostgreSQL 17"], outcome: { results: [{ tag: "SELECT 2" }] } }],
    })),
  };
  const { proof } = renderPost(SOURCE, { transcript }).body;
  expect(proof?.differing?.map(({ name, anchor }) => [name, anchor])).toEqual([
    ["SELECT 0;", undefined],
    ["A heading", "a-heading"],
    ["two.sql", "a-heading"],
  ]);
});
