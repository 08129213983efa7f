/** Promises about the site in this repository, which another site in its place need not keep. */
import { describe, expect, it } from "vitest";
import { EXAMPLE, isOurs, pagesIn } from "../support/example-site.ts";

const pages = pagesIn(EXAMPLE);

describe.skipIf(!isOurs)("the site that comes with the engine", () => {
  it("has a diagram on each case study", () => {
    const studies = pages.filter(({ html }) => html.includes(">Case study<") && html.includes('class="facts"'));
    expect(studies).toHaveLength(4);
    expect(studies.filter(({ html }) => !html.includes('<figure class="diagram">'))).toEqual([]);
  });

  it("has an essay on each of its subjects", () => {
    const headings = pages.filter(({ path }) => /^\/posts\/[^/]+\/$/.test(path)).map(({ heading }) => heading);
    expect(headings.sort()).toEqual([
      "A Queue Behind One Old Transaction",
      "Prepared for Another Tenant",
      "Restoring One Tenant",
      "SKIP LOCKED Is Not Enough",
      "Schema-per-Tenant vs RLS: When to Use Which",
      "The Rest of the Queue",
      "What PgBouncer Passes On",
      "What an Error Ends",
      "Why SET LOCAL, not SET",
    ]);
  });
});
