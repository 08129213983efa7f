/** `check --watch` checks again after every change, and ends with whoever has started it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { Report } from "../../src/commands/report/report-schema.ts";
import { AT, copyFixture } from "../support/built-fixture.ts";
import { isGroupAlive } from "../support/dev-server.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";
import { wellformedCommand } from "../support/wellformed-command.ts";

const folder = useTemporaryFolder();
const running: ChildProcess[] = [];
const PATIENCE = { timeout: 50_000, interval: 50 };
let site: string;
let sites = 0;

beforeEach(() => {
  sites += 1;
  site = join(folder, String(sites));
  copyFixture("windows", site);
});

afterAll(() => {
  for (const { pid } of running) if (pid && isGroupAlive(pid)) process.kill(-pid, "SIGKILL");
});

function watch(...args: string[]) {
  const words = ["check", "--watch", "--site", site, "--at", AT, ...args];
  const child = spawn(process.execPath, wellformedCommand(words), {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  let [printed, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors += text;
  });
  const reports = () => {
    const whole = printed.slice(0, printed.lastIndexOf("\n") + 1);
    return whole
      .split("\n")
      .filter(Boolean)
      .map((line) => Report.parse(JSON.parse(line)));
  };
  return { child, printed: () => printed, errors: () => errors, reports };
}

const fieldsIn = (report: Report | undefined) => report?.problems.map(({ field }) => field);
const filesIn = (report: Report | undefined) => report?.problems.map(({ file }) => file);

describe("with --format json", () => {
  it("prints a line for each check, each a whole report by the schema", async () => {
    const { reports, errors } = watch("--format", "json");
    await vi.waitFor(() => expect(reports()).toHaveLength(1), PATIENCE);
    expect(filesIn(reports()[0])).toEqual([]);

    const post = join(site, "posts/wrong.md");
    writeFileSync(post, "---\nTitle: A\ndate: 2026-01-01\ndescription: B\n---\n\nText.\n");
    await vi.waitFor(() => expect(filesIn(reports().at(-1))).toContain("posts/wrong.md"), PATIENCE);
    expect(reports().at(-1)?.problems).toContainEqual(
      expect.objectContaining({
        rule: "front-matter",
        severity: "error",
        range: { start: { line: 2, column: 1 }, end: { line: 2, column: 6 } },
        fix: {
          edits: [{ range: { start: { line: 2, column: 1 }, end: { line: 2, column: 7 } }, text: "title:" }],
        },
      }),
    );

    writeFileSync(post, readFileSync(post, "utf8").replace("Title:", "title:"));
    await vi.waitFor(() => expect(filesIn(reports().at(-1))).toEqual([]), PATIENCE);
    expect(errors()).toBe("");
  });

  it("reads changed settings, and goes on after some that can't be read", async () => {
    const { reports } = watch("--format", "json");
    await vi.waitFor(() => expect(reports()).toHaveLength(1), PATIENCE);
    const settings = join(site, "_data/site.ts");
    const whole = readFileSync(settings, "utf8");
    writeFileSync(settings, "export default { title: ");
    await vi.waitFor(() => expect(JSON.stringify(reports().at(-1))).toContain("_data/site.ts"), PATIENCE);
    writeFileSync(settings, whole.replace("language:", "langauge:"));
    await vi.waitFor(() => expect(fieldsIn(reports().at(-1))).toContain("langauge"), PATIENCE);
    writeFileSync(settings, whole);
    await vi.waitFor(() => expect(filesIn(reports().at(-1))).toEqual([]), PATIENCE);
  });
});

describe("for people", () => {
  it("says what is wrong when that changes", async () => {
    const { printed } = watch();
    await vi.waitFor(() => expect(printed()).toMatch(/^Nothing is wrong\.\n|and \d+ warnings?\.\n$/), PATIENCE);
    writeFileSync(join(site, "posts/empty.md"), "no front matter");
    await vi.waitFor(() => expect(printed()).toContain("posts/empty.md:1 does not begin with front matter"), PATIENCE);
  });
});

describe("the end", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("comes with %s, for all that it has started", async (signal) => {
    const { child, printed } = watch("--format", "json");
    await vi.waitFor(() => expect(printed()).not.toBe(""), PATIENCE);
    child.kill(signal);
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    await vi.waitFor(() => expect(isGroupAlive(child.pid ?? 0)).toBe(false), PATIENCE);
  });

  it("comes when nobody reads any more", async () => {
    const { child, printed } = watch("--format", "json");
    await vi.waitFor(() => expect(printed()).not.toBe(""), PATIENCE);
    const exit = once(child, "exit");
    child.stdout.destroy();
    writeFileSync(join(site, "posts/empty.md"), "no front matter");
    await exit;
    await vi.waitFor(() => expect(isGroupAlive(child.pid ?? 0)).toBe(false), PATIENCE);
  });
});
