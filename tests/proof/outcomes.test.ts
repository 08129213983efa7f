/**
 * Each page in tests/fixtures/proof/ is run for real: what came out stands in `<page>.txt`, and how pages and feeds show it in
 * `<page>.html` and `<page>.feed.html`. `vitest -u` writes them anew; read what it wrote. A page whose tool the machine lacks is
 * left out.
 */
import { beforeAll, describe, expect, it } from "vitest";
import type { SampleLanguage } from "../../src/content/samples/languages.ts";
import { outcomeText } from "../../src/content/samples/outcome-text.ts";
import { masked } from "../../src/proof/masks.ts";
import { lackOf } from "../../src/proof/programs/tools.ts";
import { fixture, PROOF_FIXTURES, type ProvenPage, transcriptOf, useServer } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

const PAGES: [name: string, tool?: SampleLanguage][] = [
  ...["results", "timelines", "row-versions", "waits", "plans", "programs", "statements", "sqlite", "http"].map(
    (name): [string] => [name],
  ),
  ...(["psql", "redis", "bash", "python", "go", "rust", "java", "kotlin"] as const).map(
    (name): [string, SampleLanguage] => [name, name],
  ),
];

const { prove } = useServer({ own: true, mayRunShell: true });

for (const [name, tool] of PAGES) {
  const lacks = tool && lackOf(tool, {});
  describe.skipIf(lacks)(`${name}.md${lacks ? ` (needs ${lacks})` : ""}`, () => {
    const snapshot = (ending: string) => `../../${PROOF_FIXTURES}/${name}.${ending}`;
    let page: ProvenPage;
    beforeAll(async () => {
      page = await prove(fixture(`${name}.md`));
    });

    it("gives what is expected, and the page shows it", async () => {
      expect(page.problems).toEqual([]);
      await expect(textOf(page)).toMatchFileSnapshot(snapshot("txt"));

      const { body, problems } = renderPost(fixture(`${name}.md`), {
        folder: PROOF_FIXTURES,
        transcript: transcriptOf(page),
      });
      expect(problems).toEqual([]);
      expect([faultOf(body.html), faultOf(body.feedHtml)]).toEqual([undefined, undefined]);
      expect(body.feedHtml).not.toMatch(/ (class|id|tabindex|role)=/);
      await expect(steady(body.html)).toMatchFileSnapshot(snapshot("html"));
      await expect(steady(body.feedHtml)).toMatchFileSnapshot(snapshot("feed.html"));
    });

    it("gives the same again", async () => {
      const again = await prove(fixture(`${name}.md`));
      const comparable = ({ outcomes, samples }: ProvenPage) =>
        outcomes.map((outcome, index) => masked(outcome, samples[index]?.varies ?? []));
      expect(comparable(again)).toEqual(comparable(page));
    });
  });
}

/** Numbers that PostgreSQL gives out as it goes, times and stack traces are left out. */
function textOf({ samples, outcomes }: ProvenPage): string {
  const parts = outcomes.map((outcome, index) => {
    const text = samples[index]?.varies.includes("all") ? "…\n" : outcomeText(outcome);
    return `line ${samples[index]?.line}\n${steady(text)}`;
  });
  return parts.join("\n");
}

function steady(text: string): string {
  return text.replace(/^(Date: ).*|^(Time: )[\d.]+|(transaction )\d+/gm, "$1$2$3…");
}
