/** Of any number of builds that want one folder at one moment, never two have it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { lock } from "../../src/publish/lock.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const out = join(folder, "site");
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

/** Each takes the lock as often as it can, over the traces of dead builds, and writes down when it had it. */
const RUSH = `
  import { appendFileSync, existsSync, writeFileSync } from "node:fs";
  import { lock } from "./src/publish/lock.ts";
  process.send("ready");
  while (!existsSync(process.env.OUT + ".go")) {}
  for (let round = 0; round < 15; round++) {
    writeFileSync(process.env.OUT + ".lock." + (4194304 + round), "");
    try {
      const release = await lock(process.env.OUT);
      appendFileSync(process.env.OUT + ".log", "in " + process.pid + "\\n");
      await new Promise((done) => setTimeout(done, 5));
      appendFileSync(process.env.OUT + ".log", "out " + process.pid + "\\n");
      await release();
    } catch {}
  }`;

it("in four processes that start together, over locks of builds that were killed", async () => {
  const children = Array.from({ length: 4 }, () => {
    const args = ["--import", "tsx", "--input-type=module", "--eval", RUSH];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, OUT: out },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    running.push(child);
    return child;
  });
  const ended = children.map((child) => once(child, "exit"));
  await Promise.all(children.map((child) => once(child, "message")));
  writeFileSync(`${out}.go`, "");
  await Promise.all(ended);
  const log = readFileSync(`${out}.log`, "utf8").trim().split("\n");
  expect(log.length).toBeGreaterThan(8);
  const pairs = log.filter((_, index) => index % 2 === 0).map((line, index) => [line, log[index * 2 + 1]]);
  for (const [first = "", second] of pairs) expect(second).toBe(first.replace("in", "out"));
});

it("in one process, where the second is told so at once", async () => {
  const release = await lock(out);
  await expect(lock(out)).rejects.toThrow("another build");
  await release();
  await (await lock(out))();
});

it("leaves nothing behind, and sweeps up after builds that are gone", async () => {
  writeFileSync(`${out}.lock.4194999`, "");
  await (await lock(out))();
  expect(readdirSync(folder).filter((name) => name.includes(".lock"))).toEqual([]);
});
