/** A version on which a page was not run, or is not to be run, is a problem. */
import { describe, expect, it } from "vitest";
import { checkNeeds, checkProvenVersions } from "../../src/checks/proven-versions.ts";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { SampleLanguage } from "../../src/content/samples/languages.ts";
import type { Needs } from "../../src/content/samples/needs.ts";
import type { DigestedSample } from "../../src/content/samples/sample.ts";
import type { Transcript } from "../../src/content/samples/transcript.ts";
import { Site } from "../../src/content/site.ts";

const SAMPLE = { digest: "d", timeline: false, fresh: false, as: undefined, fails: [], varies: [], file: undefined };
const sample = (language: SampleLanguage): DigestedSample => ({ ...SAMPLE, language, code: "", line: 1 });

interface Case {
  languages?: ("sql" | "ts")[];
  floor?: number;
  versions?: Record<string, string>;
  alsoOn?: Record<string, string>;
  proofs?: { postgres?: number[]; node?: number[] };
}

function messages({
  languages = ["sql"],
  floor,
  versions = { PostgreSQL: "18.4" },
  alsoOn,
  proofs = {},
}: Case): string[] {
  const site = Site.parse({ title: "T", url: "https://t.example/", language: "en", description: "D", proofs });
  const transcript: Transcript = { checked: "2026-01-01", versions, ...(alsoOn && { alsoOn }), samples: [], seal: "" };
  const page = { file: "posts/x.md", samples: languages.map(sample), floor };
  return checkProvenVersions([page], new Map([["posts/x.md", transcript]]), site).map(({ message }) => message);
}

const NAMED = { postgres: [18, 17, 16], node: [24, 26] };
const OTHERS = { "PostgreSQL 17": "17.10", "PostgreSQL 16": "16.14" };

describe("a page's versions", () => {
  it.each<[string, Case]>([
    ["are its site's", { proofs: NAMED, alsoOn: OTHERS }],
    ["may be any where the site names none", { versions: { PostgreSQL: "13.1" } }],
    ["may be its floor where the site names none", { floor: 18 }],
    ["do not go below its floor", { proofs: NAMED, alsoOn: { "PostgreSQL 17": "17.10" }, floor: 17 }],
    [
      "are those of Node, too, where it has programs",
      {
        proofs: NAMED,
        languages: ["sql", "ts"],
        versions: { PostgreSQL: "18.4", Node: "24.21.0" },
        alsoOn: { ...OTHERS, "Node 26": "26.10.0" },
      },
    ],
  ])("%s", (_name, page) => {
    expect(messages(page)).toEqual([]);
  });

  it.each<[string, Case]>([
    ["was not proven on PostgreSQL 16–17", { proofs: NAMED }],
    ["was not proven on PostgreSQL 16", { proofs: NAMED, alsoOn: { "PostgreSQL 17": "17.10" } }],
    ["was not proven on Node 26", { proofs: NAMED, languages: ["ts"], versions: { Node: "24.1.0" } }],
    [
      "was proven on PostgreSQL 14, for which it is not",
      { proofs: NAMED, alsoOn: { ...OTHERS, "PostgreSQL 14": "14.2" } },
    ],
    ["was proven on PostgreSQL 16, for which it is not", { proofs: NAMED, alsoOn: OTHERS, floor: 17 }],
    [
      "shows what came of PostgreSQL 17.10, and the first that the site names is 18",
      { proofs: NAMED, alsoOn: OTHERS, versions: { PostgreSQL: "17.10" } },
    ],
    ["needs PostgreSQL 19, and pages show what comes of 18", { proofs: NAMED, floor: 19 }],
    ["needs PostgreSQL 99, and pages show what comes of 18", { floor: 99 }],
  ])("are refused: it %s", (message, page) => {
    expect(messages(page)).toEqual([message]);
  });
});

describe("what a page needs of the machine", () => {
  const said = (needs: Needs, ...languages: SampleLanguage[]) =>
    checkNeeds([{ file: "posts/x.md", samples: languages.map(sample), needs }]).map(formatProblem);

  it("is what its samples use", () => {
    expect(said({ java: "21", kotlin: "2.1" }, "sql", "kotlin")).toEqual([]);
    expect(said({ bash: "5", jq: "" }, "bash")).toEqual([]);
  });

  it("is a problem that none of them uses", () => {
    expect(said({ jva: "21" }, "java")).toEqual([
      'posts/x.md needs: names jva, which no sample of the page uses (did you mean "java"?)',
    ]);
    expect(said({ java: "21" }, "bash")).toHaveLength(1);
    expect(said({ jq: "" }, "python")).toHaveLength(1);
  });
});
