/** The front matter of a project, and its place among others. */
import { describe, expect, it } from "vitest";
import { byOrder, ProjectFrontMatter, projectFromFrontMatter } from "../../src/content/project.ts";
import { checkFrontMatter } from "../support/check-front-matter.ts";

const REQUIRED = { title: "T", kind: "case study", summary: "S", order: 1 };
const check = (...lines: string[]) =>
  checkFrontMatter(ProjectFrontMatter, [
    ...Object.entries(REQUIRED).map(([key, value]) => `${key}: ${value}`),
    ...lines,
  ]);

describe("a project's front matter", () => {
  it("needs a title, a kind, a summary and an order, and has defaults for all else", () => {
    const defaults = { stack: [], constraints: [], outcomes: [], related: [], draft: false, aliases: [] };
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
  ])("has %s", (line, value) => {
    expect(check(line)).toMatchObject({ problems: [], value });
  });

  it.each([
    ["summry: x", '6:1 summry: is not a key that is known here (did you mean "summary"?)'],
    ["tags: [a]", "6:1 tags: is not a key that is known here"],
    ["date: 2026-11-22", "6:1 date: is not a key that is known here"],
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
    projectFromFrontMatter(ProjectFrontMatter.parse({ ...REQUIRED, ...matter }), {
      file: `projects/${slug}.md`,
      slug,
      site: { language: "en" },
    });

  it("are at their slugs' addresses, or where a permalink says, in the site's language or their own", () => {
    expect(projectOf("x")).toMatchObject({ kind: "project", type: "case study", path: "/projects/x/", lang: "en" });
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
