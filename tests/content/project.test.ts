/** The front matter of a project, and its place among others. */
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { headFromFrontMatter } from "../../src/content/head-from-front-matter.ts";
import { byOrder, ProjectFrontMatter } from "../../src/content/project.ts";
import { checkFrontMatter } from "../support/check-front-matter.ts";
import { collectionNamed } from "../support/entries.ts";

const REQUIRED = { title: "T", kind: "case study", summary: "S", order: 1 };
const check = (...lines: string[]) =>
  checkFrontMatter(ProjectFrontMatter, [
    ...Object.entries(REQUIRED).map(([key, value]) => `${key}: ${value}`),
    ...lines,
  ]);

describe("a project's front matter", () => {
  it("needs a title, a kind, a summary and an order, and has defaults for all else", () => {
    const lists = { authors: [], stack: [], constraints: [], outcomes: [], related: [], aliases: [] };
    const defaults = { ...lists, draft: false, feed: "full" };
    expect(check()).toEqual({ problems: [], value: { ...REQUIRED, ...defaults } });
    expect(checkFrontMatter(ProjectFrontMatter, ["draft: false"]).problems).toEqual([
      "posts/x.md:1 title: is required",
      'posts/x.md:1 kind: must be "case study" or "open source"',
      "posts/x.md:1 summary: is required",
      "posts/x.md:1 order: must be a number",
    ]);
  });

  it.each([
    ["where: A company", { where: "A company" }],
    ["role: Led it", { role: "Led it" }],
    ["stack: [PostgreSQL, Kotlin]", { stack: ["PostgreSQL", "Kotlin"] }],
    ["constraints: [No downtime]", { constraints: ["No downtime"] }],
    ['outcomes: [{ figure: "97%", counts: fewer }]', { outcomes: [{ figure: "97%", counts: "fewer" }] }],
    ["related: [a-post]", { related: ["a-post"] }],
    ["draft: true", { draft: true }],
    ["permalink: /x/", { permalink: "/x/" }],
    ["aliases: [/y/]", { aliases: ["/y/"] }],
    ["lang: de", { lang: "de" }],
    ["date: 2026-11-22", { date: "2026-11-22" }],
    ["updated: 2026-12-01", { updated: "2026-12-01" }],
    ["feed: summary", { feed: "summary" }],
    ["id: tag:example.org,2019:x", { id: "tag:example.org,2019:x" }],
  ])("has %s", (line, value) => {
    expect(check(line)).toMatchObject({ problems: [], value });
  });

  it.each([
    ["summry: x", '6:1 summry: is not a key that is known here (did you mean "summary"?)'],
    ["tags: [a]", "6:1 tags: is not a key that is known here"],
    ["date: 2026-02-29", '6:1 date: "2026-02-29" is not a date of the calendar'],
    ["stack: Kotlin", "6:1 stack: must be a list, such as [one, two]"],
    ["outcomes: [{ figure: 97, counts: fewer }]", "6:22 outcomes.0.figure: must be text; put it in quotes"],
    ["outcomes: [{ figure: '97' }]", "6:1 outcomes.0.counts: is required"],
    ["draft: yes", "6:1 draft: must be true or false, without quotes"],
  ])("does not have %s", (line, problem) => {
    expect(check(line).problems).toEqual([expect.stringContaining(`posts/x.md:${problem}`)]);
  });

  it.each(["Case study", "case-study", "article", "1"])("is of no kind such as %s", (kind) => {
    expect(ProjectFrontMatter.safeParse({ ...REQUIRED, kind }).success).toBe(false);
  });

  it.each(["1", Number.NaN, Number.POSITIVE_INFINITY, null])("has no order such as %j", (order) => {
    expect(ProjectFrontMatter.safeParse({ ...REQUIRED, order }).success).toBe(false);
  });
});

describe("projects", () => {
  const projectOf = (slug: string, matter = {}) =>
    headFromFrontMatter(ProjectFrontMatter.parse({ ...REQUIRED, ...matter }), collectionNamed("projects"), {
      file: `projects/${slug}.md`,
      slug,
      site: { language: "en", timeZone: "Asia/Tokyo" },
      at: Temporal.Instant.from("2026-11-23T00:00:00Z"),
    });

  it("are dated in the site's time zone, or not at all", () => {
    expect(projectOf("x")).toMatchObject({ published: undefined, updated: undefined, scheduled: false });
    const dated = projectOf("x", { date: "2026-11-23", updated: "2026-11-24" });
    expect(`${dated.published?.toInstant()} ${dated.updated?.toInstant()}`).toBe(
      "2026-11-22T15:00:00Z 2026-11-23T15:00:00Z",
    );
    expect([dated.scheduled, projectOf("x", { date: "2026-11-24" }).scheduled]).toEqual([false, true]);
  });

  it("are at their slugs' addresses, or where a permalink says, in the site's language or their own", () => {
    const labels = { collection: "projects", kind: "case study", label: "Case study" };
    expect(projectOf("x")).toMatchObject({ ...labels, path: "/projects/x/", lang: "en" });
    expect(projectOf("x", { permalink: "/y/", lang: "de" })).toMatchObject({ path: "/y/", lang: "de" });
  });

  it("are ordered by their numbers, then by slug", () => {
    const projects = [projectOf("z", { order: -1 }), projectOf("b"), projectOf("a"), projectOf("y", { order: 0.5 })];
    const order = ["z", "y", "a", "b"];
    expect(projects.toSorted(byOrder).map(({ slug }) => slug)).toEqual(order);
    expect(
      projects
        .toReversed()
        .toSorted(byOrder)
        .map(({ slug }) => slug),
    ).toEqual(order);
  });
});
