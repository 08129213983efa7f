/** What makes a fresh clone ready. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
let [clone, clones] = ["", 0];

/** Notes that it was called, and takes a while to install what the lockfile names. */
const NPM = `#!/bin/sh
echo called >> calls
sleep 1
mkdir -p node_modules
cp package-lock.json node_modules/.package-lock.json
`;

beforeEach(() => {
  clone = join(folder, `clone-${clones++}`);
  mkdirSync(join(clone, "src/commands"), { recursive: true });
  mkdirSync(join(clone, "bin"));
  mkdirSync(join(clone, ".cache"));
  copyFileSync("src/commands/setup.js", join(clone, "src/commands/setup.js"));
  writeFileSync(join(clone, "package.json"), '{ "type": "module" }');
  writeFileSync(join(clone, "package-lock.json"), '{ "packages": { "node_modules/a": { "integrity": "sha512-a" } } }');
  writeFileSync(join(clone, "bin/npm"), NPM);
  chmodSync(join(clone, "bin/npm"), 0o755);
});

function setUp(): ChildProcess {
  const env = { ...process.env, PATH: `${join(clone, "bin")}:${process.env["PATH"]}` };
  return spawn(process.execPath, [join(clone, "src/commands/setup.js")], { env, stdio: "ignore" });
}

const lockFile = () => join(clone, ".cache/installing");
const calls = () => readFileSync(join(clone, "calls"), "utf8");

describe("two commands in a fresh clone", () => {
  it("install its packages once, and both wait for that", async () => {
    const ends = await Promise.all([once(setUp(), "exit"), once(setUp(), "exit")]);
    expect(ends.map(([code]) => code)).toEqual([0, 0]);
    expect(calls()).toBe("called\n");
    expect(existsSync(lockFile())).toBe(false);
  });

  it("do not wait for one that was killed", async () => {
    const gone = spawn(process.execPath, ["-e", ""]);
    await once(gone, "exit");
    writeFileSync(lockFile(), String(gone.pid));
    expect(await once(setUp(), "exit")).toEqual([0, null]);
    expect(calls()).toBe("called\n");
  });
});
