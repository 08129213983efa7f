/**
 * What readers ask in their own words finds its page: a floor for the ranks, on this site and on any folder that
 * WELLFORMED_SEARCH_CORPUS names, with `posts/*.md` and `queries*.jsonl` (`docs/search.md` says what is in them).
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { type KnownItem, readCorpus } from "../bench/search/corpus.ts";
import { openEngine, ourEngine } from "../bench/search/engines.ts";
import { type Score, scoreOf } from "../bench/search/score.ts";

const QUESTIONS = "tests/fixtures/search/questions.jsonl";

function questions(): KnownItem[] {
  const lines = readFileSync(QUESTIONS, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { kind, query, target }: { kind: string; query: string; target: string } = JSON.parse(line);
    return { kind, query, targets: [target] };
  });
}

/** The kinds whose rank is below their floor. */
function below({ ranks }: Score, floors: Record<string, number>): [string, number][] {
  return [...ranks].filter(([kind, rank]) => rank < (floors[kind] ?? 0));
}

it("on this site", async () => {
  const engine = await openEngine(join(inject("exampleSite"), "pagefind"), () => {});
  const score = await scoreOf(engine, questions());
  expect(below(score, { question: 0.9, words: 0.9 })).toEqual([]);
  expect([...score.zero.values()].filter((share) => share > 0)).toEqual([]);
});

const corpus = process.env["WELLFORMED_SEARCH_CORPUS"];

describe.skipIf(!corpus)("on a corpus", () => {
  it("that was measured before", { timeout: 600_000 }, async () => {
    const { content, queries } = readCorpus(corpus ?? "");
    const folder = mkdtempSync(join(tmpdir(), "wellformed-ranks-"));
    try {
      const score = await scoreOf(await ourEngine(content, folder, () => {}), queries);
      const floors = { k1: 0.99, k2: 0.99, k3: 0.98, k3d: 0.97, k4: 0.99, k5: 0.99, k6: 0.9, k7: 0.96, k8: 0.98 };
      expect(below(score, { ...floors, k9q: 0.75, k9w: 0.82 })).toEqual([]);
      expect([...score.zero.values()].filter((share) => share > 0)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
