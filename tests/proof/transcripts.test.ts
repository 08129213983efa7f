/** Nobody can change a sample, or what came out of it, without being told. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type Outcome, type ProvenSample, sealOf } from "../../src/content/samples/transcript.ts";
import { compare, readTranscript, writeTranscript } from "../../src/proof/transcript-file.ts";
import { fixture, PROOF_FIXTURES, type ProvenPage, transcriptOf, useServer } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";

const { prove } = useServer();
const PAGES = ["results.md", "timelines.md", "plans.md"];
const proven = new Map<string, ProvenPage>();
const ascending = (a: number, b: number) => a - b;
beforeAll(async () => {
  for (const name of PAGES) proven.set(name, await prove(fixture(name)));
});

describe.each(PAGES)("%s", (name) => {
  const page = () => proven.get(name) as ProvenPage;
  const render = (markdown: string) =>
    renderPost(markdown, { folder: PROOF_FIXTURES, transcript: transcriptOf(page()) }).problems;

  it("may change its prose", () => {
    expect(render(`A first paragraph.\n\n${fixture(name)}\n\nA last one.`)).toEqual([]);
  });

  it("is refused with any line of any sample changed", () => {
    const lines = fixture(name).split("\n");
    const code = page().samples.flatMap(({ line, code }) =>
      code
        .trimEnd()
        .split("\n")
        .map((_, index) => line - 1 + index),
    );
    expect(code.length).toBeGreaterThan(5);
    for (const at of code) {
      const changed = lines.with(at, `${lines[at]} -- changed`);
      expect(render(changed.join("\n")), `line ${at + 1}`).toContainEqual(
        expect.stringMatching(/this sample, or its place, has changed since it was proven \(run npm run prove\)$/),
      );
    }
  });

  it("is refused with a sample left out", () => {
    const without = fixture(name).replace(/```sql proof[\s\S]*?```\n/, "");
    expect(render(without)).not.toEqual([]);
    const last = fixture(name).slice(0, fixture(name).lastIndexOf("```sql proof"));
    expect(render(last)).toContainEqual(expect.stringMatching(/fewer samples than were proven/));
  });

  it("differs from a transcript in which anything was changed that does not vary, even one that is sealed again", () => {
    const { samples, proven } = page();
    const changes = proven.flatMap((sample, index) =>
      [
        ...changesOf(sample.outcome).map((outcome) => ({ digest: sample.digest, outcome })),
        ...(sample.ends ?? []).map((end, at) => ({ ...sample, ends: sample.ends?.with(at, end + 1).sort(ascending) })),
      ].map((changed) => proven.with(index, changed as ProvenSample)),
    );
    expect(changes.length).toBeGreaterThan(5);
    for (const changed of changes) {
      const transcript = transcriptOf({ proven: changed });
      expect(compare(samples, proven, transcript).differences, JSON.stringify(changed)).toHaveLength(1);
    }
  });
});

describe("a transcript that does not say where statements end", () => {
  const page = () => proven.get("results.md") as ProvenPage;
  const old = () => ({ proven: page().proven.map(({ digest, outcome }) => ({ digest, outcome })) });

  it("is stale", () => {
    const { problems } = renderPost(fixture("results.md"), { folder: PROOF_FIXTURES, transcript: transcriptOf(old()) });
    expect(problems).toEqual([
      "post.md:1 this sample was proven before transcripts said where its statements end (run npm run prove)",
    ]);
  });

  it("keeps its results when it is proven again", () => {
    const { samples, proven } = page();
    expect(compare(samples, proven, transcriptOf(old()))).toEqual({ proven, differences: [] });
  });
});

describe("a transcript", () => {
  const content = {
    checked: "2026-01-01",
    versions: { PostgreSQL: "18.4" },
    samples: [{ digest: "d", outcome: { output: "1" } }],
  };

  const sampleOf = (outcome: object) => ({ samples: [{ digest: "d", outcome }] });

  it("is read back as it was written", () => {
    expect(readTranscript("x.proof.json", writeTranscript(content))).toEqual({
      ok: true,
      value: { ...content, seal: sealOf(content) },
    });
  });

  it("is read back whatever order its keys were made in", () => {
    const outcome = { events: [{ results: [], text: "BEGIN;", session: "A" }] };
    const text = writeTranscript({ ...content, samples: [{ outcome, runs: 16, digest: "d" }] });
    expect(readTranscript("x.proof.json", text)).toMatchObject({ ok: true, value: { samples: [{ runs: 16 }] } });
  });

  it("is refused with any character changed that says something", () => {
    const text = writeTranscript(content);
    const places = [...text.matchAll(/\w/g)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom("0", "7", "q", "Z"), (at, character) => {
        fc.pre(text[at] !== character);
        const changed = text.slice(0, at) + character + text.slice(at + 1);
        expect(readTranscript("x.proof.json", changed)).toMatchObject({
          ok: false,
          problems: [{ file: "x.proof.json", hint: "run npm run prove" }],
        });
      }),
    );
  });

  it.each(["", "{", "[]", "null", '{"checked":"2026-01-01"}', `${"[".repeat(1e6)}${"]".repeat(1e6)}`])(
    "is refused that is none (%#)",
    (text) => {
      expect(readTranscript("x.proof.json", text)).toMatchObject({ ok: false, problems: [{ file: "x.proof.json" }] });
    },
  );

  it.each<[string, object]>([
    ["samples.0.outcome.output: has half a character", sampleOf({ output: "\ud800" })],
    ["versions.PostgreSQL: has half a character", { versions: { PostgreSQL: "\udfff" } }],
    ["versions.Postgre\ud800SQL: is no name of a program", { versions: { "Postgre\ud800SQL": "18" } }],
    ["versions.Postgre\u0008SQL: is no name of a program", { versions: { "Postgre\u0008SQL": "18" } }],
    ["samples.0.outcome.output: Invalid input", sampleOf({ output: 1 })],
    ["samples.0.outcome: Invalid input", sampleOf([])],
    ["samples: Invalid input", { samples: {} }],
    ["samples.0.outcome.results.0.rows.0: Invalid input", sampleOf({ results: [{ rows: ["x"] }] })],
    [
      "samples.0.outcome.results.0.rows: has more than 10000 rows",
      sampleOf({ results: [{ rows: Array(200_000).fill(["x"]) }] }),
    ],
    ["samples.0.outcome.exit: Invalid input", sampleOf({ exit: "0" })],
    ["samples.0.ends: are not as many as the results", { samples: [{ digest: "d", ends: [0], outcome: {} }] }],
    [
      "samples.0.ends: are not in their order",
      { samples: [{ digest: "d", ends: [1, 0], outcome: { results: [{}, {}] } }] },
    ],
    ["samples.0.ends.0: Too small", { samples: [{ digest: "d", ends: [-1], outcome: { results: [{}] } }] }],
    ["Unrecognized key", { more: true }],
  ])("is refused though it is sealed, by name: %s", (says, change) => {
    const transcript = readTranscript("x.proof.json", writeTranscript({ ...content, ...change }));
    const message = expect.stringContaining(`is not a transcript: ${says}`);
    expect(transcript).toMatchObject({ ok: false, problems: [{ message }] });
  });
});

/** The outcome with each of its texts, numbers and lists changed in turn, but for what may vary. */
function changesOf(outcome: Outcome): Outcome[] {
  const changes: Outcome[] = [];
  const visit = (value: unknown, replace: (changed: unknown) => unknown): void => {
    const note = (changed: unknown) => changes.push(replace(changed) as Outcome);
    if (typeof value === "string") note(`${value}x`);
    else if (typeof value === "boolean") note(undefined);
    else if (value === null) note("0");
    else if (Array.isArray(value)) {
      if (value.length > 0) note(value.slice(1));
      for (const [index, item] of value.entries()) visit(item, (changed) => replace(value.with(index, changed)));
    } else if (typeof value === "object") {
      for (const [key, item] of Object.entries(value ?? {}))
        visit(item, (changed) => replace({ ...value, [key]: changed }));
    }
  };
  visit(outcome, (changed) => changed);
  return changes;
}
