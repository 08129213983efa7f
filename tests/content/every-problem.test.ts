/** All that is wrong is said in one run: what a fault alone is told, it is told beside any other fault, too. */
import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { GoldenSearch } from "../../src/content/golden-search.ts";
import { PostFrontMatter } from "../../src/content/post.ts";
import { ProjectFrontMatter } from "../../src/content/project.ts";
import { Redirects } from "../../src/content/redirect.ts";
import { Transcript } from "../../src/content/samples/transcript.ts";
import { Site } from "../../src/content/site.ts";

const REVISION = { date: "2026-01-02", note: "What changed" };
const SAMPLE = { digest: "d", outcome: { results: [{}] } };

const SCHEMAS: [name: string, schema: z.ZodType, sound: object, faults: object[]][] = [
  [
    "a post",
    PostFrontMatter,
    { title: "T", date: "2026-01-01" },
    [
      ...[{ title: undefined }, { title: 1 }, { title: " " }, { date: undefined }, { date: "2026-02-30" }],
      ...[{ feed: "summary" }, { feed: 1 }, { tags: Array(51).fill("a") }, { tags: Array(51).fill(1) }, { tags: "a" }],
      ...[{ draft: "true" }, { lang: "zh-cn" }, { unknown: 1 }, { aliases: ["X", 1] }, { image: { src: "a.png" } }],
      ...[{ revisions: [{ ...REVISION, date: "x" }, { note: 1 }] }, { permalink: "x" }, { id: "x\ny" }, { updated: 1 }],
    ],
  ],
  [
    "a project",
    ProjectFrontMatter,
    { title: "T", kind: "open source", summary: "S", order: 1 },
    [
      { title: 1 },
      { kind: "x" },
      { summary: undefined },
      { order: "1" },
      { stack: "x" },
      { date: "x" },
      { unknown: 1 },
    ],
  ],
  [
    "a site",
    Site,
    { title: "T", url: "https://example.org/", language: "en", description: "D" },
    [
      ...[{ title: undefined }, { url: "x" }, { url: "https://example.org//a?b" }, { language: "EN" }, { unknown: 1 }],
      ...[
        { timeZone: "Mars" },
        { author: { email: "x" } },
        { navigation: [{ label: "x", path: "x" }] },
        { feedLength: 0 },
      ],
    ],
  ],
  [
    "a transcript",
    Transcript,
    { checked: "2026-01-01", versions: {}, samples: [], seal: "s" },
    [
      ...[{ checked: "x" }, { versions: { "\u0001": "1" } }, { seal: 1 }, { unknown: 1 }],
      ...[
        { samples: [{ ...SAMPLE, ends: [1, 0], unknown: 1 }] },
        { samples: [{ ...SAMPLE, digest: 1, ends: [2, 1] }] },
      ],
    ],
  ],
  [
    "a search",
    GoldenSearch,
    { query: "a", finds: "/a/" },
    [{ query: 1 }, { finds: "x" }, { among: 0 }, { among: 1.5 }, { unknown: 1 }],
  ],
  ["redirects", Redirects, {}, [{ "/old": 1 }, { "/older": "x" }, { "no path": "/x/" }, { "/a#b": "gone" }]],
];

describe.each(SCHEMAS)("of %s", (_name, schema, sound, faults) => {
  const complaints = (data: object) =>
    schema.safeParse(data).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];

  it("nothing is wrong without a fault, and each fault is one", () => {
    expect(complaints(sound)).toEqual([]);
    for (const fault of faults) expect(complaints({ ...sound, ...fault })).not.toEqual([]);
  });

  it("every problem is said beside every other", () => {
    for (const one of faults) {
      for (const other of faults) {
        if (Object.keys(one)[0] === Object.keys(other)[0]) continue;
        const both = complaints({ ...sound, ...one, ...other });
        for (const alone of [one, other])
          expect(both).toEqual(expect.arrayContaining(complaints({ ...sound, ...alone })));
      }
    }
  });
});

it("a list that is too long is told so beside what is wrong with its items", () => {
  const { error } = PostFrontMatter.safeParse({ title: "T", date: "2026-01-01", tags: [...Array(51).fill("a"), 1] });
  expect(error?.issues.map(({ message }) => message)).toEqual([
    "must be text; put it in quotes",
    "are 52, and 50 is the most that one page may have",
  ]);
});
