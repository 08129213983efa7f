/** `wellformed rerun` on a real server that is somebody's own: what it finds, and what it leaves alone. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { samplesFile } from "../../src/content/samples/samples-file.ts";
import { sealOf, type Transcript } from "../../src/content/samples/transcript.ts";
import { type ProvenPage, transcriptOf, useServer } from "../support/proven-page.ts";
import { renderPost } from "../support/render-post.ts";
import { runCommand } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const { url, ask, prove } = useServer({ own: true });
const folder = useTemporaryFolder();
const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");

const PAGE = [
  fence("sql proof setup", "CREATE ROLE app LOGIN;", "CREATE TABLE job (id int, state text);", "GRANT ALL ON job TO app;"),
  fence("sql proof hidden as=app", "INSERT INTO job VALUES (1, 'ready'), (2, 'done');"),
  fence("sql proof as=app", "SELECT id, state FROM job ORDER BY id;", "SELECT current_user, current_database();"),
  fence("sql proof", "SELECT current_user;"),
  fence("sql proof timeline as=app", "A: BEGIN;", "A: UPDATE job SET state = 'x' WHERE id = 1;", "B: SELECT state FROM job WHERE id = 1 FOR UPDATE;", "A: ROLLBACK;"),
  fence("sql proof timeline races", "A: BEGIN; UPDATE job SET state = 'a' WHERE id = 1;", "B: UPDATE job SET state = 'b' WHERE id = 1;", "C: UPDATE job SET state = 'c' WHERE id = 1;", "A: COMMIT;"),
  fence('ts proof title="count.ts"', 'import pg from "pg";', 'const pool = new pg.Pool({ user: "app" });', "console.log((await pool.query('SELECT count(*) FROM job')).rows);", "await pool.end();"),
].join("\n"); // biome-ignore format: one sample a line

let proven: ProvenPage;
let shared: string;

/** The file of that page as its author would have written it, had other things come out. */
function share(page: ProvenPage, change: (transcript: Transcript) => void = () => {}): string {
  const transcript = { ...transcriptOf(page), versions: { PostgreSQL: "18.4", Node: process.versions.node } };
  change(transcript);
  transcript.seal = sealOf(transcript);
  const issues = "https://github.com/name/blog/issues/new";
  const { samples } = page;
  return samplesFile({ page: "https://example.org/x/", title: "Jobs", issues, samples, transcript }) ?? "";
}

function rerun(text: string, ...args: string[]) {
  const file = join(folder, "samples.json");
  writeFileSync(file, text);
  return runCommand("rerun", [file, "--server", url(), ...args], {});
}

const everything = () =>
  ask("SELECT datname FROM pg_database UNION ALL SELECT rolname FROM pg_roles ORDER BY 1").then((rows) => rows.flat());

beforeAll(async () => {
  proven = await prove(PAGE, "shared.md");
  expect(proven.problems).toEqual([]);
  shared = share(proven);
});

describe("a page that holds", () => {
  it("is run as nobody's superuser, in a database of its own, and leaves nothing", async () => {
    const before = await everything();
    const { code, output } = await rerun(shared, "--yes", "--programs");
    expect(output).toContain("role app");
    expect(output).toMatch(
      /PostgreSQL 18\.\d+, Node \S+: (7 the same|6 the same, 1 with a further outcome of a race)\n/,
    );
    expect(code).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it("is run as its author ran it, if the reader wants that", async () => {
    const before = await everything();
    expect(await rerun(shared, "--yes", "--superuser")).toMatchObject({
      code: 0,
      output: expect.stringMatching(/: [56] the same, .*1 not run\n[\s\S]*--programs allows it/),
    });
    expect(await everything()).toEqual(before);
  });

  it("is not run before the reader has said so", async () => {
    const before = await everything();
    expect(await rerun(shared)).toMatchObject({ code: 2, output: expect.stringContaining("write --yes") });
    const { code, output } = await rerun(shared, "--dry-run");
    expect(output).toContain("--- sample 2: sql, as app\nINSERT INTO job VALUES (1, 'ready'), (2, 'done');");
    expect(code).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it("is not run where its roles are somebody's already", async () => {
    await ask("CREATE ROLE app");
    try {
      const { code, output } = await rerun(shared, "--yes");
      expect(output).toContain("the server has what the samples would make, and keeps it: app");
      expect(code).toBe(2);
      expect(await ask("SELECT rolname FROM pg_roles WHERE rolname = 'app'")).toEqual([["app"]]);
    } finally {
      await ask("DROP ROLE app");
    }
  });
});

describe("a page that says something else", () => {
  it.each<[string, (transcript: Transcript) => void, RegExp]>([
    ["another value", ({ samples }) => void replaceIn(samples[2], "ready", "stale"), /- {3}1 \| stale\n.*\+ {3}1 \| ready/],
    ["another role", ({ samples }) => void replaceIn(samples[3], "postgres", "alice"), /- {2}alice\n.*\+ {2}postgres/],
    ["another order", ({ samples }) => void samples[4]?.outcome.events?.reverse(), /- .*BEGIN/],
    ["no wait", ({ samples }) => delete samples[4]?.outcome.events?.[2]?.waitsFor, /\+ {7}waits for A/],
    ["a program's other output", ({ samples }) => void replaceIn(samples[6], "count: '2'", "count: '3'"), /- \[ \{ count: '3'/],
  ])("%s: the difference is shown, and an issue is written", async (_, change, difference) => {
    const text = share(proven, change);
    const issue = join(folder, "issue.md");
    const { code, output } = await rerun(text, "--yes", "--programs", "--issue", issue);
    expect(output).toMatch(difference);
    expect(output).toMatch(/\b[56] the same, 1 with another result/);
    expect(code).toBe(1);
    const written = readFileSync(issue, "utf8");
    expect(written).toMatch(/^# Jobs: another result on PostgreSQL 18\.\d+\n/);
    expect(written).toContain("| Server | PostgreSQL 18.");
    expect(written).toContain("```diff\n");
    expect(output).toContain("https://github.com/name/blog/issues/new?title=Jobs");
  }); // biome-ignore format: one difference a line
});

describe("a page of somebody who means no good", () => {
  const touched = join(folder, "touched");
  const attempts = [
    `COPY (SELECT 1) TO PROGRAM 'touch ${touched}';`,
    "SELECT pg_read_file('/etc/hostname');",
    "ALTER SYSTEM SET work_mem = '1MB';",
    "CREATE DATABASE theirs;",
    "ALTER ROLE postgres NOLOGIN;",
    "SET SESSION AUTHORIZATION postgres;",
    "CREATE ROLE boss SUPERUSER;",
    "GRANT pg_execute_server_program TO CURRENT_USER;",
    "CREATE EXTENSION dblink;",
    "CREATE FUNCTION system(cstring) RETURNS int LANGUAGE c AS 'libc.so.6', 'system';",
  ];

  it("can do nothing to the server, its files and its machine", async () => {
    // Whoever writes such a file gets its digests right.
    const { samples } = renderPost(attempts.map((sql) => fence("sql proof fresh", sql)).join("\n"));
    const proven = samples.map(({ digest }) => ({ digest, ends: [0], outcome: { results: [{ tag: "DONE" }] } }));
    const transcript = transcriptOf({ proven });
    const file = samplesFile({ page: "https://example.org/x/", title: "Jobs", samples, transcript }) ?? "";
    const before = await everything();
    const { output } = await rerun(file, "--yes");
    expect(output).toMatch(new RegExp(`: ${attempts.length} not run`));
    expect(existsSync(touched)).toBe(false);
    expect(await everything()).toEqual(before);
    expect(await ask("SHOW work_mem")).toEqual([["4MB"]]);
  });

  it("can't log in as a role that it did not make", async () => {
    const text = share(await prove(fence("sql proof as=postgres", "SELECT current_user;"), "as.md"));
    const { output } = await rerun(text, "--yes");
    expect(output).toContain('the role "postgres" was not made by the samples');
  });

  it("can't write to the reader's terminal what it likes", async () => {
    const text = shared.replace('"title": "Jobs"', `"title": "Jobs \\u001b[2J"`);
    const { output } = await rerun(text, "--dry-run");
    expect(output).toContain("Jobs ␛[2J");
  });
});

it("a file that is none is refused, as is a server that can't be used so", async () => {
  expect(await rerun("{}", "--yes")).toMatchObject({ code: 2, output: expect.stringContaining("is no samples.json") });
  const changed = shared.replace("FOR UPDATE", "FOR SHARE");
  expect(await rerun(changed, "--yes")).toMatchObject({
    code: 2,
    output: expect.stringContaining("was changed since it was written"),
  });
  expect(await rerun(shared, "--yes", "--on", "14")).toMatchObject({
    code: 2,
    output: expect.stringContaining("--on asks for PostgreSQL 14, and --server is 18."),
  });
});

function replaceIn(part: unknown, from: string, to: string): void {
  if (typeof part !== "object" || part === null) throw new Error("there is no such sample");
  const changed = JSON.parse(JSON.stringify(part).replace(from, to));
  expect(changed).not.toEqual(part);
  Object.assign(part, changed);
}

it("a server that can't be reached is named, and nothing is run", async () => {
  const file = join(folder, "samples.json");
  writeFileSync(file, shared);
  // Nothing listens on port 1.
  const run = await runCommand("rerun", [file, "--yes", "--server", "postgres://ada@127.0.0.1:1"], {});
  expect(run.code).toBe(2);
  expect(run.output).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 can't be used: connect ECONNREFUSED 127\.0\.0\.1:1$/m);
  expect(run.output).not.toMatch(/^ +at /m);
});
