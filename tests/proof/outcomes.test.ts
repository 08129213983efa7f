/**
 * Each page in tests/fixtures/proof/ is run for real: what came out stands in `<page>.txt`, and how pages and feeds show it in
 * `<page>.html` and `<page>.feed.html`. `vitest -u` writes them anew; read what it wrote.
 */
import { describe, expect, it } from "vitest";
import { outcomeText } from "../../src/content/samples/outcome-text.ts";
import { masked } from "../../src/proof/masks.ts";
import { fixture, PROOF_FIXTURES, transcriptOf, useServer } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";
import { faultOf } from "../support/well-formed.ts";

const { prove } = useServer({ own: true });

describe.each(["results", "timelines", "waits", "plans", "programs", "statements"])("%s.md", (name) => {
  const snapshot = (ending: string) => `../../${PROOF_FIXTURES}/${name}.${ending}`;

  it("gives what is expected, and the page shows it", async () => {
    const page = await prove(fixture(`${name}.md`));
    expect(page.problems).toEqual([]);
    await expect(textOf(page)).toMatchFileSnapshot(snapshot("txt"));

    const { body, problems } = renderPost(fixture(`${name}.md`), {
      folder: PROOF_FIXTURES,
      transcript: transcriptOf(page),
    });
    expect(problems).toEqual([]);
    expect([faultOf(body.html), faultOf(body.feedHtml)]).toEqual([undefined, undefined]);
    expect(body.feedHtml).not.toMatch(/ (class|id|tabindex|role)=/);
    await expect(body.html).toMatchFileSnapshot(snapshot("html"));
    await expect(body.feedHtml).toMatchFileSnapshot(snapshot("feed.html"));
  });

  it("gives the same again", async () => {
    const [first, second] = [await prove(fixture(`${name}.md`)), await prove(fixture(`${name}.md`))];
    const comparable = ({ outcomes, samples }: typeof first) =>
      outcomes.map((outcome, index) => masked(outcome, samples[index]?.varies ?? []));
    expect(comparable(second)).toEqual(comparable(first));
  });
});

/** Numbers that PostgreSQL gives out as it goes, and stack traces, are left out. */
function textOf({ samples, outcomes }: Awaited<ReturnType<typeof prove>>): string {
  const parts = outcomes.map((outcome, index) => {
    const text = samples[index]?.varies.includes("all") ? "…\n" : outcomeText(outcome);
    return `line ${samples[index]?.line}\n${text.replace(/transaction \d+/g, "transaction …")}`;
  });
  return parts.join("\n");
}
