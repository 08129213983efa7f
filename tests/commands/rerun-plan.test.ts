/** What `wellformed rerun` says before it runs anything: true of every sample, of programs and of the network. */
import { expect, it } from "vitest";
import { type Planned, planText, type RerunPlan } from "../../src/commands/rerun/rerun-plan.ts";
import { SAMPLE_LANGUAGES, type SampleLanguage } from "../../src/content/samples/languages.ts";

function plan(languages: readonly SampleLanguage[], options: Partial<RerunPlan> = {}): string[] {
  const page: Planned = {
    title: "Jobs",
    page: "https://example.org/x/",
    samples: languages.map((language) => ({ language })),
  };
  const usual = { address: undefined, programs: false, superuser: false, made: { roles: [], databases: [] } };
  return planText(page, { ...usual, canConfine: true, ...options }).split("\n");
}

it("a page of SQL", () => {
  expect(plan(["sql", "sql"])).toEqual([
    "Jobs (https://example.org/x/)",
    "runs: 2 samples of SQL",
    "makes and drops: a database on a server of its own, which goes with it",
    "The SQL runs as the owner of that database, who is no superuser.",
  ]);
});

it("programs are left out unless they are asked for, and psql and shells are never run", () => {
  const languages: SampleLanguage[] = ["sql", "ts", "http", "ts", "psql", "sh", "psql"];
  expect(plan(languages)).toEqual(
    expect.arrayContaining([
      "runs: 1 sample of SQL",
      "runs with --programs: 2 samples of ts, 1 sample of http",
      "never runs: 2 samples of psql, 1 sample of sh",
    ]),
  );
  expect(plan(languages, { programs: true })).toEqual(
    expect.arrayContaining([
      "runs: 1 sample of SQL, 2 samples of ts, 1 sample of http",
      "never runs: 2 samples of psql, 1 sample of sh",
    ]),
  );
});

it("every language is in one of the lines", () => {
  const named = (lines: string[]) => lines.flatMap((line) => [...line.matchAll(/samples? of (\w+)/g)].map(([, name]) => name?.toLowerCase()));
  expect(named(plan(SAMPLE_LANGUAGES)).toSorted()).toEqual(SAMPLE_LANGUAGES.toSorted());
  expect(named(plan(SAMPLE_LANGUAGES, { programs: true })).toSorted()).toEqual(SAMPLE_LANGUAGES.toSorted());
}); // biome-ignore format: one step a line

it("programs that are confined have no network; others do", () => {
  const address = { host: "db.example.org", port: 5432, user: "postgres", password: undefined };
  const confined = "Programs run as you, without a network; they write to a folder of their own, and can read what you can.";
  const open = "Programs run as you; Node keeps them to a folder, except SQLite's files, but not from the network.";
  expect(plan(["ts"], { programs: true }).at(-1)).toBe(confined);
  expect(plan(["ts"], { programs: true, canConfine: false }).at(-1)).toBe(open);
  expect(plan(["ts"], { programs: true, address }).at(-1)).toBe(open);
  expect(plan(["ts"]).join()).not.toContain("Programs run");
  expect(plan(["psql"], { programs: true }).join()).not.toContain("Programs run");
}); // biome-ignore format: one case a line

it("characters that a terminal would obey are shown", () => {
  const made = { roles: ["a\u001b[2J"], databases: ["shop"] };
  expect(plan(["sql"], { made, superuser: true }).slice(-2)).toEqual([
    "makes and drops: a database on a server of its own, which goes with it; role a␛[2J; database shop",
    "The SQL runs as a superuser, who can read files and start programs where the server is.",
  ]);
});
