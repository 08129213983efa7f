/** A sample that proves nothing is stopped and reported, whatever it does; nothing that it started or made stays. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "../../src/proof/limits.ts";
import { useServer } from "../support/proven-page.ts";

const { prove, ask } = useServer();
const fence = (info: string, ...lines: string[]) => [`\`\`\`${info}`, ...lines, "```", ""].join("\n");

const PAGES = fence("sql proof hidden", "CREATE EXTENSION pageinspect;");

const CASES: [name: string, markdown: string, problem: RegExp][] = [
  [
    "versions of rows without the extension that lists them",
    fence("sql proof timeline versions=t", "A: SELECT 1;"),
    /^page.md:2 the sample shows versions of rows, .* \(write CREATE EXTENSION pageinspect in a hidden sample above\)$/,
  ],
  [
    "versions of rows of no table",
    PAGES + fence("sql proof timeline versions=t", "A: SELECT 1;"),
    /^page.md:5 the sample shows versions of "t", which is no table/,
  ],
  [
    "versions of the rows of a large table",
    PAGES +
      fence("sql proof hidden", "CREATE TABLE t AS SELECT generate_series(1, 10000);") +
      fence("sql proof timeline versions=t", "A: SELECT 1;"),
    /^page.md:8 the sample shows versions of "t", which is larger than 65536 bytes/,
  ],
  [
    "an error that was not announced",
    fence("sql proof", "SELECT 1 / 0;"),
    /^page.md:2 the sample failed with 22012: division by zero \(write fails=22012 if it is meant to\)$/,
  ],
  [
    "another error than was announced",
    fence("sql proof fails=42P01,22012", "SELECT 1 / 0;"),
    /^page.md:2 the sample failed with 22012: division by zero/,
  ],
  [
    "an error that did not come",
    fence("sql proof fails=40001", "SELECT 1;"),
    /^page.md:2 the sample was to fail with 40001, and did not/,
  ],
  [
    "the second sample of two",
    fence("sql proof", "SELECT 1;") + fence("sql proof", "SELECT 2;", "SELECT x;"),
    /^page.md:5 the sample failed with 42703: column "x" does not exist/,
  ],
  [
    "a statement that hangs",
    fence("sql proof", "SELECT pg_sleep(60);"),
    /^page.md:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "a statement that catches its own end",
    fence(
      "sql proof",
      "DO $$ BEGIN PERFORM pg_sleep(60);",
      "EXCEPTION WHEN query_canceled THEN PERFORM pg_sleep(60); END $$;",
    ),
    /^page.md:2 the sample ran for 1.5 s and was stopped in the wait event Timeout: PgSleep \(make it end\)$/,
  ],
  [
    "a flood of rows",
    fence("sql proof", "SELECT generate_series(1, 100000000);"),
    /^page.md:2 the sample gives more than 200 rows \(add a LIMIT\)$/,
  ],
  [
    "a flood of characters",
    fence("sql proof", "SELECT repeat('x', 1000) FROM generate_series(1, 100);"),
    /^page.md:2 the sample gives more than 1000 characters/,
  ],
  [
    "COPY from nowhere",
    fence("sql proof", "COPY pg_class FROM STDIN;"),
    /^page.md:2 the sample COPY FROM STDIN has nothing to read/,
  ],
  [
    "a role that is not there",
    fence("sql proof as=nobody", "SELECT 1;"),
    /^page.md:2 the sample could not run: .*role "nobody" does not exist/,
  ],
  [
    "a connection that the sample ends",
    fence("sql proof", "SELECT pg_terminate_backend(pg_backend_pid());"),
    /^page.md:2 the sample failed with 57P01/,
  ],
  [
    "a session that waits at the end",
    fence("sql proof timeline", "A: SELECT pg_advisory_lock(1);", "B: SELECT pg_advisory_lock(1);"),
    /^page.md:3 the sample is a timeline at whose end B still waits$/,
  ],
  [
    "a program that hangs",
    fence("ts proof", "setInterval(() => {}, 1000);"),
    /^page.md:2 the sample ran for 1.5 s and was stopped/,
  ],
  [
    "a program that floods its output",
    fence("js proof", "for (;;) console.log('again and again');"),
    /^page.md:2 the sample prints more than 1000 characters/,
  ],
  ["a program that fails", fence("js proof", "process.exit(3);"), /^page.md:2 the sample failed with 3/],
  [
    "a program that reads other files",
    fence("js proof", 'import { readFileSync } from "node:fs";', 'readFileSync("/etc/passwd");'),
    /^page.md:2 the sample failed with 1: .*ERR_ACCESS_DENIED/,
  ],
  [
    "a program that starts others",
    fence("js proof", 'import { execSync } from "node:child_process";', 'execSync("id");'),
    /^page.md:2 the sample failed with 1: .*ERR_ACCESS_DENIED/,
  ],
  [
    "a shell that nobody allowed",
    fence("sh proof", "id"),
    /^page.md:2 the sample is a shell's, which may not run \(proofs.shell in _data\/site.ts allows it\)$/,
  ],
];

describe("a sample that proves nothing", () => {
  const usual = { ...LIMITS };
  beforeAll(() => {
    LIMITS.milliseconds = 1500;
    LIMITS.output = 1000;
  });
  afterAll(() => Object.assign(LIMITS, usual));

  it.each(CASES)("is reported: %s", async (_name, markdown, problem) => {
    const { problems } = await prove(markdown);
    expect(problems.map((text) => text.replace(/\s+/g, " "))).toEqual([expect.stringMatching(problem)]);
  });
});

describe("what a page leaves behind", () => {
  it("is gone: databases, roles, sessions", async () => {
    const count =
      "SELECT (SELECT count(*) FROM pg_database), (SELECT count(*) FROM pg_roles), (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')";
    const before = await ask(count);
    const page = [
      fence("sql proof", "CREATE ROLE one LOGIN;", "CREATE ROLE two IN ROLE one;"),
      fence(
        "sql proof",
        "CREATE TABLE t AS SELECT 1 AS a;",
        "ALTER TABLE t OWNER TO one;",
        "CREATE DATABASE another OWNER two;",
      ),
      fence("sql proof as=one", "BEGIN;", "LOCK TABLE t;"),
      fence("sql proof timeline", "A: BEGIN;", "A: SELECT 1;"),
    ].join("\n");
    expect((await prove(page)).problems).toEqual([]);
    expect(await ask(count)).toEqual(before);
  });

  it("does not meet the next page", async () => {
    const page = fence("sql proof", "CREATE ROLE app;", "CREATE TABLE t (id int);");
    expect((await prove(page, "one.md")).problems).toEqual([]);
    expect((await prove(page, "two.md")).problems).toEqual([]);
  });
});

describe("where shells may run", () => {
  const { prove: proveShell } = useServer({ mayRunShell: true });

  it("what one started ends with it", async () => {
    const name = `wellformed-${process.pid}`;
    const { problems } = await proveShell(fence("sh proof", `sh -c 'sleep 600; : ${name}' &`, "echo started"));
    expect(problems).toEqual([]);
    await pause(100);
    const { outcomes } = await proveShell(fence("sh proof", `ps -eo args | grep '${name}' | grep -v grep | wc -l`));
    expect(outcomes).toEqual([{ output: "0" }]);
  });
});
