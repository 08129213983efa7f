/** Front matter of other engines, and front matter with mistakes that are often made: each is told what to write. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { PlainPageFrontMatter } from "../../../src/content/plain-page.ts";
import { PostFrontMatter } from "../../../src/content/post.ts";
import { ProjectFrontMatter } from "../../../src/content/project.ts";
import { Site } from "../../../src/content/site.ts";
import { readFrontMatter } from "../../../src/reading/front-matter/front-matter.ts";
import { validate } from "../../../src/reading/front-matter/validate.ts";

const Rows = z.record(z.string(), z.array(z.tuple([z.string(), z.string().nullable()])));
const rows = Rows.parse(parse(readFileSync("tests/fixtures/front-matter-hints.yaml", "utf8")));

const HEADS = {
  post: ["title: T", "date: 2026-01-01"],
  project: ["title: T", "kind: open source", "summary: S", "order: 1"],
};

/** The hints of the problems that a line makes of sound front matter; null for a problem without one. */
function hintsFor(
  schema: typeof PostFrontMatter | typeof ProjectFrontMatter,
  head: string[],
  line: string,
): (string | null)[] {
  const key = line.split(":")[0];
  const lines = [...head.filter((one) => key !== "order" || !one.startsWith("order")), line];
  const matter = readFrontMatter("posts/x.md", ["---", ...lines, "---", "Text."].join("\n"));
  const checked = matter.ok ? validate(schema, matter.value.data, matter.value.place) : matter;
  return checked.ok ? [] : checked.problems.map(({ hint }) => hint ?? null);
}

describe("a line of a post's front matter", () => {
  it.each([...(rows["post"] ?? []), ...(rows["yaml"] ?? [])])("%s: %s", (line, hint) => {
    expect(hintsFor(PostFrontMatter, HEADS.post, line)).toContain(hint);
  });
});

describe("a line of a project's front matter", () => {
  it.each(rows["project"] ?? [])("%s: %s", (line, hint) => {
    expect(hintsFor(ProjectFrontMatter, HEADS.project, line)).toContain(hint);
  });
});

it("a list that is not indented is a list", () => {
  expect(hintsFor(PostFrontMatter, HEADS.post, "tags:\n- a\n- b")).toEqual([]);
});

it.each([
  "draft: true # for now",
  "description: 'x' #12",
  "description: C# and F#",
  "description: >\n  a #12",
  "updated: 2026-02-01 #later",
])("a remark that is one, and a # that begins none, are left alone: %j", (line) => {
  expect(hintsFor(PostFrontMatter, HEADS.post, line)).toEqual([]);
});

it("a page's place in the navigation is its own key, and a post has none", () => {
  const hintFor = (schema: typeof PlainPageFrontMatter | typeof PostFrontMatter) => {
    const result = validate(schema, { title: "T", date: "2026-01-01", menu: true }, () => ({ file: "x.md" }));
    return result.ok ? undefined : result.problems.find(({ field }) => field === "menu")?.hint;
  };
  expect(hintFor(PlainPageFrontMatter)).toBe("write navigation: true");
  expect(hintFor(PostFrontMatter)).toBe("delete it: the navigation stands in _data/site.ts");
});

it.each([
  [{ baseURL: "https://example.org/" }, "write url: https://example.org/"],
  [{ lang: "en" }, "write language: en"],
  [{ timezone: "UTC" }, 'did you mean "timeZone"?'],
  [{ subtitle: "x" }, "write tagline: x"],
  [{ social: ["x"] }, "write profiles: a list of addresses"],
  [{ paginate: 5 }, "write homeLength: 5"],
  [{ menu: ["x"] }, "write navigation: [{ label: …, path: … }]"],
  [{ language: "en-us" }, "write en-US"],
])("settings of other engines are told so, too: %j", (settings, hint) => {
  const site = { title: "T", url: "https://example.org/", language: "en", description: "D", ...settings };
  const result = validate(Site, site, () => ({ file: "_data/site.ts" }));
  expect(result.ok ? [] : result.problems.map((problem) => problem.hint)).toEqual([hint]);
});

it("never throws, and never says more than one line, whatever stands there", () => {
  const key = fc.constantFrom(
    "cover",
    "tags",
    "aliases",
    "slug",
    "url",
    "published",
    "image",
    "updated",
    "lang",
    "date",
    "permalink",
  );
  fc.assert(
    fc.property(key, fc.anything({ maxDepth: 2 }), (name, value) => {
      const result = validate(PostFrontMatter, { title: "T", date: "2026-01-01", [name]: value }, () => ({
        file: "x.md",
      }));
      const hints = result.ok ? [] : result.problems.map(({ hint = "" }) => hint);
      expect(hints.filter((hint) => /\n/.test(hint))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
