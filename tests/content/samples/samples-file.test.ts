/** The file of a page's samples: what is written is what is read, and nothing that was changed on the way. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DigestedSample, digestOf, type Sample } from "../../../src/content/samples/sample.ts";
import {
  newIssueAddress,
  readSamplesFile,
  type SharedPage,
  samplesFile,
  samplesPath,
} from "../../../src/content/samples/samples-file.ts";
import { sealOf, type Transcript } from "../../../src/content/samples/transcript.ts";

const Text = fc.string({ unit: "binary" }).map((text) => text.toWellFormed());
const AnySample = fc.record(
  {
    language: fc.constantFrom("sql", "ts", "js", "sh"),
    code: fc.array(Text).map((lines) => lines.join("\n")),
    line: fc.integer({ min: 1, max: 10_000 }),
    timeline: fc.boolean(),
    races: fc.constant(true as const),
    fresh: fc.boolean(),
    as: fc.constantFrom(undefined, "app", "app user"),
    fails: fc.array(fc.constantFrom("42501", "23505", "1")),
    messages: fc.array(Text),
    varies: fc.array(fc.constantFrom("pid", "all")),
    file: fc.constantFrom(undefined, "claim.ts", "sample-1.sh"),
    since: fc.constantFrom(16, 18),
    before: fc.constantFrom(16, 18),
  },
  { requiredKeys: ["language", "code", "line", "timeline", "fresh", "as", "fails", "varies", "file"] },
);

function pageOf(samples: Sample[], output = "1\n"): SharedPage {
  let digest = "";
  const digested = samples.map((sample): DigestedSample => {
    digest = digestOf(sample, digest);
    return { ...sample, digest };
  });
  const content: Omit<Transcript, "seal"> = {
    checked: "2026-11-22",
    versions: { PostgreSQL: "18.4" },
    samples: digested.map((sample) => ({ digest: sample.digest, outcome: { output } })),
  };
  const transcript = { ...content, seal: sealOf(content) };
  return { page: "https://example.org/posts/x/", title: "X", samples: digested, transcript };
}

const plain: Sample = {
  ...{ language: "sql", code: "SELECT 'a';\nSELECT 2;\n", line: 3, timeline: false, fresh: false, as: undefined },
  ...{ fails: [], varies: [], file: undefined },
};
const textOf = (page: SharedPage) => samplesFile(page) ?? "";

describe("the file of a page's samples", () => {
  it("is read as it was written, whatever the samples are", () => {
    fc.assert(
      fc.property(fc.array(AnySample, { minLength: 1, maxLength: 4 }), Text, (samples, output) => {
        const page = pageOf(samples, output);
        expect(readSamplesFile("x", textOf(page))).toEqual({ ok: true, value: page });
      }),
    );
  });

  it("has each line of code in a line of its own, and the command that runs it", () => {
    expect(textOf(pageOf([plain]))).toContain(`"SELECT 'a';",\n    "SELECT 2;"`);
    expect(JSON.parse(textOf(pageOf([plain]))).run).toBe("npx wellformed rerun https://example.org/posts/x/");
  });

  it("is not made where the transcript is of other samples", () => {
    const { transcript } = pageOf([plain]);
    expect(samplesFile({ ...pageOf([{ ...plain, code: "SELECT 3;" }]), transcript })).toBeUndefined();
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["code that was changed", (text) => text.replace("SELECT 2", "SELECT 3"), /was changed since it was written/],
    ["a result that was changed", (text) => text.replace('"1\\n"', '"2\\n"'), /was changed since it was written/],
    ["no JSON", (text) => text.slice(1), /is not JSON/],
    ["a path as a file's name", (text) => text.replace('"line": 3', '"line": 3, "file": "../x.js"'), /no file's name/],
    ["a language that nobody runs", (text) => text.replace('"sql"', '"cobol"'), /samples.0.language/],
    ["an address for issues that is none", (t) => t.replace('"title"', '"issues": "javascript:x", "title"'), /issues/],
    ["no samples", (text) => text.replace(/"samples": \[\n {2}\{[\s\S]*?\n {2}\}\n \]/, '"samples": []'), /samples/],
    ["something else", () => "[]", /is no samples.json/],
  ])("with %s is refused", (_, change, message) => {
    const text = textOf(pageOf([plain]));
    expect(change(text)).not.toBe(text);
    expect(readSamplesFile("x", change(text))).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(message) }],
    });
  });

  it("is refused, and no more, whatever it says", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readSamplesFile("x", text).ok).toBe(false);
      }),
    );
  });
});

it.each([
  ["/posts/x/", "/posts/x/samples.json"],
  ["/2016/x.html", "/2016/x/samples.json"],
  ["/2016/My-Post", "/2016/My-Post/samples.json"],
  ["/", "/samples.json"],
])("the file of %s is %s", (page, file) => {
  expect(samplesPath(page)).toBe(file);
});

it.each([
  ["https://github.com/name/blog/edit/main/{file}", "https://github.com/name/blog/issues/new"],
  ["https://codeberg.org/name/blog/_edit/main/{file}", "https://codeberg.org/name/blog/issues/new"],
  ["https://git.example/name/blog/src/branch/main/{file}", "https://git.example/name/blog/issues/new"],
  ["https://gitlab.com/group/sub/blog/-/edit/main/{file}", "https://gitlab.com/group/sub/blog/-/issues/new"],
  ["https://example.org/change?page={file}", undefined],
  [undefined, undefined],
])("issues of a site that is edited at %s are opened at %s", (edit, issues) => {
  expect(newIssueAddress(edit)).toBe(issues);
});
