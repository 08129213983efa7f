/**
 * The same page on two versions of PostgreSQL and of Node: what differs stands in its transcript and on its page, and nobody can
 * change any of it without being told. The older PostgreSQL is fetched when this runs for the first time.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formatProblem } from "../../src/content/problems/problem.ts";
import type { Transcript } from "../../src/content/samples/transcript.ts";
import { namedVersions } from "../../src/content/samples/version.ts";
import { type Machine, startMachines, stopMachines } from "../../src/proof/machine.ts";
import { type PageRuns, pageTranscript } from "../../src/proof/page-transcript.ts";
import { differenceText, type PageProof, provePages, runPage } from "../../src/proof/prove-pages.ts";
import { readTranscript, writeTranscript } from "../../src/proof/transcript-file.ts";
import { fixture, PROOF_FIXTURES } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";

const named = namedVersions({ postgres: [18, 14], node: [24, 26] });
let machines: Machine[] = [];
beforeAll(async () => {
  machines = await startMachines({ named, addresses: [], siteDir: process.cwd(), only: undefined });
}, 300_000);
afterAll(() => stopMachines(machines));

interface Proved extends PageProof {
  transcript: Transcript | undefined;
  /** As they are printed. */
  said: string[];
}

interface Asked {
  known?: Transcript | undefined;
  check?: boolean;
  floor?: number;
  on?: readonly Machine[];
}

async function prove(markdown: string, { known, check = false, floor, on = machines }: Asked = {}): Promise<Proved> {
  const file = "versions.md";
  const { samples } = renderPost(markdown, { file, folder: PROOF_FIXTURES });
  const transcripts = new Map(known && [[file, known]]);
  const options = {
    machines: on,
    named,
    siteDir: process.cwd(),
    mayRunShell: false,
    check,
    transcripts,
    today: "2026-01-01",
  };
  for await (const page of provePages([{ file, samples, floor }], options)) {
    const read = page.text ? readTranscript("versions.proof.json", page.text) : undefined;
    const transcript = read?.ok ? read.value : undefined;
    return { ...page, transcript, said: page.differences.map((difference) => differenceText("x.md", difference)) };
  }
  throw new Error("no page was proven");
}

const PAGE = fixture("versions.md");
let proved: Proved;
beforeAll(async () => {
  proved = await prove(PAGE);
});

const render = (transcript: Transcript, markdown = PAGE) =>
  renderPost(markdown, { folder: PROOF_FIXTURES, transcript });

describe("a transcript", () => {
  it("has the first version's outcomes, and of others what they say otherwise", () => {
    const { versions, alsoOn, samples } = proved.transcript as Transcript;
    expect(proved.problems).toEqual([]);
    expect(Object.keys(versions)).toEqual(["PostgreSQL", "Node"]);
    expect(Object.keys(alsoOn ?? {})).toEqual(["PostgreSQL 14", "Node 26"]);
    const differing = samples.flatMap(({ elsewhere }, index) => (elsewhere ? [[index, elsewhere]] : []));
    const error = expect.objectContaining({ code: "42883" });
    expect(differing).toEqual([[2, [{ on: ["PostgreSQL 14"], results: [{ error }, null] }]]]);
  });

  it("has the outcome of a sample for older versions, with the newest of those", () => {
    expect(proved.transcript?.samples.map(({ on }) => on)).toEqual([
      ...[undefined, undefined, undefined, undefined],
      "PostgreSQL 14",
      ...[undefined, undefined, undefined],
    ]);
  });

  it("stays as it is when all is proven again, and when one version alone is", async () => {
    const known = proved.transcript;
    const again = await prove(PAGE, { known });
    expect([again.said, again.text]).toEqual([[], proved.text]);
    for (const machine of machines) {
      const one = await prove(PAGE, { known, on: [machine] });
      expect([one.said, one.text]).toEqual([[], proved.text]);
    }
  });

  it("has nothing of a version below the page's floor", async () => {
    const { transcript } = await prove(PAGE.replace(/```sql proof before=16[\s\S]*?```\n/, ""), { floor: 16 });
    expect(Object.keys(transcript?.alsoOn ?? {})).toEqual(["Node 26"]);
    expect(transcript?.samples.every(({ elsewhere }) => !elsewhere)).toBe(true);
  });

  it("loses what it has of other versions where the first one's outcomes change that is run alone", async () => {
    const [first] = machines;
    const changed = PAGE.replace("SELECT count(*) AS ready", "SELECT count(*) + 1 AS ready");
    const { transcript } = await prove(changed, { known: proved.transcript, on: first ? [first] : [] });
    expect(transcript?.alsoOn).toBeUndefined();
  });

  it("is not about other samples, for a version that is run alone", async () => {
    const other = machines.slice(1, 2);
    const { problems } = await prove(PAGE.replace("AS ready", "AS x"), { known: proved.transcript, on: other });
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^versions.md has samples that have changed since .*\(run npm run prove without --on\)$/),
    ]);
  });
});

describe("a page", () => {
  it("says below the statement what came out elsewhere, folded", () => {
    const { html } = render(proved.transcript as Transcript).body;
    expect(html).toMatch(
      /<details class="on"><summary>PostgreSQL 14<\/summary>\n<p class="error"><b>ERROR 42883<\/b> function any_value\(text\) does not exist/,
    );
    expect(html.match(/<details class="on">/g)).toHaveLength(1);
    expect(html).toContain('<p class="on">since PostgreSQL 16</p>');
    expect(html).toContain('<p class="on">before PostgreSQL 16</p>');
  });

  it("says it in feeds and in its Markdown as well, unfolded", () => {
    const { feedHtml, markdown } = render(proved.transcript as Transcript).body;
    expect(feedHtml).toContain("<p><strong>PostgreSQL 14:</strong></p>\n<p><b>ERROR 42883</b>");
    expect(markdown).toContain("PostgreSQL 14:\n\nERROR:  42883: function any_value(text) does not exist");
  });

  it("counts the samples that differ", () => {
    expect(render(proved.transcript as Transcript).body.proof).toMatchObject({
      on: ["PostgreSQL 18", "Node 24", "PostgreSQL 14", "Node 26"],
      differing: [
        { name: "SELECT any_value(state) AS state FROM job WHERE id < 2;", on: ["PostgreSQL 14"], unknown: [] },
      ],
    });
  });
});

describe("what follows from a failure", () => {
  const FAILING = [
    "```sql proof\nSELECT 1 / 0;\n```\n",
    "```sql proof\nSELECT never;\n```\n",
    "```sql proof fresh\nSELECT also_never;\n```\n",
  ].join("\n");

  it("is no problem of its own, up to a fresh start; all others are told", async () => {
    const { problems } = await prove(FAILING);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^versions.md:2 the sample failed with 22012/),
      expect.stringMatching(/^versions.md:10 the sample failed with 42703: column "also_never"/),
    ]);
  });

  it("is unknown on another version, unless it is the same all the same", async () => {
    const page = [
      "```sql proof\nSELECT set_config('app.x', any_value('a'::text), false) AS x;\n```\n",
      "```sql proof\nSELECT current_setting('app.x', true) AS x;\n```\n",
      "```sql proof\nSELECT 2 AS two;\n```\n",
    ].join("\n");
    const { transcript, problems, said } = await prove(page);
    expect(problems).toEqual([]);
    expect(transcript?.samples.map(({ elsewhere }) => elsewhere?.[0]?.unknown)).toEqual([undefined, true, undefined]);
    expect(said).toContainEqual(expect.stringContaining("unknown, since a sample above failed"));
    const { html } = render(transcript as Transcript, page).body;
    expect(html).toContain('<p class="on">PostgreSQL 14: unknown, since a sample above fails there</p>');
  });

  it("is a problem where it can't be run, with the version", async () => {
    const page =
      "```sql proof timeline since=16\nA: SELECT 1;\n```\n\n```sql proof timeline before=16\nA: SELECT pg_advisory_lock(1);\nB: SELECT pg_advisory_lock(1);\n```\n";
    const { problems } = await prove(page);
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^versions.md:7 .* B still waits, on PostgreSQL 14$/),
    ]);
  });
});

describe("a program", () => {
  it.each<[string, string]>([
    ["reads other files", 'import { readFileSync } from "node:fs"; readFileSync("/etc/passwd");'],
    ["starts others", 'import { execSync } from "node:child_process"; execSync("id");'],
    ["starts a worker", 'import { Worker } from "node:worker_threads"; new Worker("0", { eval: true });'],
    ["writes elsewhere", 'import { writeFileSync } from "node:fs"; writeFileSync("/tmp/wellformed-x", "");'],
  ])("is refused on any Node that %s", async (_name, code) => {
    for (const machine of [machines[0], machines.at(-1)] as Machine[]) {
      const first = { ...machine, version: undefined };
      const { problems } = await prove(`\`\`\`js proof\n${code}\n\`\`\`\n`, { on: [first] });
      expect(problems.map(formatProblem)).toEqual([expect.stringMatching(/ERR_ACCESS_DENIED/)]);
    }
  });

  it("reaches its database on any", async () => {
    const code =
      'import pg from "pg"; const db = new pg.Client(); await db.connect();\nconsole.log((await db.query("SELECT 7 AS n")).rows); await db.end();';
    const { transcript, problems } = await prove(
      `\`\`\`sql proof\nSELECT 1;\n\`\`\`\n\n\`\`\`js proof\n${code}\n\`\`\`\n`,
    );
    expect(problems).toEqual([]);
    expect(transcript?.samples[1]).toMatchObject({ outcome: { output: "[ { n: 7 } ]" } });
    expect(transcript?.samples[1]?.elsewhere).toBeUndefined();
  });
});

describe("an announced error", () => {
  it("is another one where its message has not the announced part", async () => {
    const { problems } = await prove(
      '```sql proof fails="42P01: relation \\"b\\""\nSELECT * FROM a;\n```\n'.replaceAll('\\"', ""),
    );
    expect(problems.map(formatProblem)).toEqual([
      expect.stringMatching(/^versions.md:2 the sample failed with 42P01 for another reason than "relation b"/),
    ]);
  });
});

/** A transcript in which somebody wrote, and which he sealed again. */
function sealedAgain(change: (transcript: Transcript) => void): Transcript {
  const copy: Transcript = JSON.parse(proved.text);
  change(copy);
  const read = readTranscript("versions.proof.json", writeTranscript(copy));
  if (!read.ok) throw new Error(read.problems.map(formatProblem).join());
  return read.value;
}

type Json = Record<string, never>;
/** The value at a path, whatever its shape. */
const at = (value: unknown, ...path: (string | number)[]): never =>
  path.reduce<unknown>((inner, key) => (inner as Json)[key as string], value) as never;
const swap = (list: unknown[], one: number, other: number) => {
  [list[one], list[other]] = [list[other], list[one]];
};

const LIES_IN_SQL: [name: string, was: string, is: string][] = [
  ["another count", "count(*) AS ready", "count(*) + 1 AS ready"],
  ["another column's name", "AS ready", "AS waiting"],
  ["another condition", "WHERE state = 'ready';\n```\n\nA plan", "WHERE state = 'done';\n```\n\nA plan"],
  ["another constant", "generate_series(1, 4)", "generate_series(1, 5)"],
  [
    "another plan's query",
    "SELECT id FROM job WHERE state = 'ready';\n```\n\nA function",
    "SELECT id FROM job;\n```\n\nA function",
  ],
  ["another step", "SET state = 'failed'", "SET state = 'done'"],
  ["another program", 'console.log("one")', 'console.log("1")'],
  ["a remark", "SELECT min(id)", "-- a remark\nSELECT min(id)"],
];

const LIES_IN_RESULTS: [name: string, change: (transcript: Transcript) => void][] = [
  [
    "a cell",
    (t) => {
      (at(t, "samples", 0, "outcome", "results", 3, "rows", 0) as string[])[0] = "3";
    },
  ],
  [
    "a row less",
    (t) => {
      (at(t, "samples", 0, "outcome", "results", 2, "rows") as unknown[]).pop();
    },
  ],
  [
    "a tag",
    (t) => {
      (at(t, "samples", 0, "outcome", "results", 1) as Json)["tag"] = "INSERT 0 5" as never;
    },
  ],
  [
    "a plan's node",
    (t) => {
      (at(t, "samples", 1, "outcome", "results", 1, "rows", 0) as string[])[0] =
        "Index Scan on job (actual rows=2.00 loops=1)";
    },
  ],
  [
    "an error's message",
    (t) => {
      (at(t, "samples", 5, "outcome", "results", 0, "error") as Json)["message"] = "no" as never;
    },
  ],
  [
    "an error's code",
    (t) => {
      (at(t, "samples", 5, "outcome", "results", 0, "error") as Json)["code"] = "23503" as never;
    },
  ],
  [
    "who waits for whom",
    (t) => {
      (at(t, "samples", 6, "outcome", "events", 1) as Json)["waitsFor"] = ["C"] as never;
    },
  ],
  [
    "what a program printed",
    (t) => {
      (at(t, "samples", 7, "outcome") as Json)["output"] = "one" as never;
    },
  ],
];

const LIES_IN_VERSIONS: typeof LIES_IN_RESULTS = [
  [
    "that it is the same",
    (t) => {
      delete t.samples[2]?.elsewhere;
    },
  ],
  [
    "that the other result differs",
    (t) => {
      (at(t, "samples", 2, "elsewhere", 0, "results") as unknown[]).reverse();
    },
  ],
  [
    "that another sample differs",
    (t) => {
      (at(t, "samples", 0) as Json)["elsewhere"] = [
        { on: ["PostgreSQL 14"], results: [null, null, null, {}] },
      ] as never;
    },
  ],
  [
    "that the other Node differs",
    (t) => {
      (at(t, "samples", 7) as Json)["elsewhere"] = [{ on: ["Node 26"], output: "three" }] as never;
    },
  ],
  [
    "another error",
    (t) => {
      (at(t, "samples", 2, "elsewhere", 0, "results", 0, "error") as Json)["message"] = "no" as never;
    },
  ],
  [
    "that nobody can tell",
    (t) => {
      (at(t, "samples", 2) as Json)["elsewhere"] = [{ on: ["PostgreSQL 14"], unknown: true }] as never;
    },
  ],
  [
    "that it came of another version",
    (t) => {
      (at(t, "samples", 2, "elsewhere", 0) as Json)["on"] = ["Node 26"] as never;
    },
  ],
];

const LIES_IN_ORDER: typeof LIES_IN_RESULTS = [
  ["two rows", (t) => swap(at(t, "samples", 0, "outcome", "results", 2, "rows"), 0, 1)],
  ["two results", (t) => swap(at(t, "samples", 0, "outcome", "results"), 2, 3)],
  ["two events", (t) => swap(at(t, "samples", 6, "outcome", "events"), 0, 1)],
  ["two of the last events", (t) => swap(at(t, "samples", 6, "outcome", "events"), 2, 3)],
  [
    "two lines of a program",
    (t) => {
      (at(t, "samples", 7, "outcome") as Json)["output"] = "two\none" as never;
    },
  ],
  ["two columns", (t) => swap(at(t, "samples", 0, "outcome", "results", 2, "columns"), 0, 1)],
  [
    "two samples' outcomes",
    (t) => {
      const [a, b] = [t.samples[3], t.samples[4]];
      if (a && b) [a.outcome, b.outcome] = [{ ...b.outcome }, { results: [{}] }];
    },
  ],
];

describe("thirty lies are caught", () => {
  const page = { file: "versions.md", samples: renderPost(PAGE, { folder: PROOF_FIXTURES }).samples };
  let runs: PageRuns;
  beforeAll(async () => {
    const transcripts = new Map([[page.file, proved.transcript as Transcript]]);
    const options = {
      machines,
      named,
      siteDir: process.cwd(),
      mayRunShell: false,
      check: true,
      transcripts,
      today: "",
    };
    runs = await runPage(page, options);
  });

  it.each(LIES_IN_SQL)("in a sample: %s", (_name, was, is) => {
    expect(PAGE.split(was).length).toBeGreaterThan(1);
    const { problems } = render(proved.transcript as Transcript, PAGE.replace(was, is));
    expect(problems).toContainEqual(expect.stringContaining("has changed since it was proven"));
  });

  it.each([...LIES_IN_RESULTS, ...LIES_IN_VERSIONS, ...LIES_IN_ORDER])("in a transcript: %s", (_name, change) => {
    expect(pageTranscript(page, runs, sealedAgain(change), "2026-01-01").differences.length).toBeGreaterThan(0);
  });

  it("and the day on which the page was first run on a version stays", () => {
    const known = sealedAgain((transcript) => {
      transcript.provenOn = { "PostgreSQL 18": "2025-10-01" };
    });
    const { provenOn } = JSON.parse(pageTranscript(page, runs, known, "2026-03-03").text);
    expect(provenOn).toEqual({
      ...{ "PostgreSQL 18": "2025-10-01", "Node 24": "2026-03-03" },
      ...{ "PostgreSQL 14": "2026-03-03", "Node 26": "2026-03-03" },
    });
  });

  it("and the truth is not", () => {
    expect(pageTranscript(page, runs, proved.transcript, "2026-01-01").differences).toEqual([]);
  });

  it("and there are thirty of them", () => {
    expect([LIES_IN_SQL, LIES_IN_RESULTS, LIES_IN_VERSIONS, LIES_IN_ORDER].flat()).toHaveLength(30);
  });
});
