/** What a machine refuses is said in a line, without a stack that would lead into the engine. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeFault } from "../../src/commands/report/describe-fault.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();

describe("a fault of the machine is a line", () => {
  it.runIf(existsSync("/dev/full"))("that says what is full, also where another error has it as its cause", () => {
    const error = thrownBy(() => writeFileSync("/dev/full", "text"));
    const line = "A file can't be written: no space is left on the disk (ENOSPC)";
    expect(describeFault(error)).toBe(line);
    expect(describeFault(new Error("Eleventy could not write", { cause: error }))).toBe(line);
  });

  it.skipIf(process.platform === "win32")("that names a program which can't be started", () => {
    const program = join(folder, "program");
    writeFileSync(program, "");
    chmodSync(program, 0o644);
    const error = thrownBy(() => execFileSync(program));
    expect(describeFault(error)).toBe(`${program} can't be started: permission is denied (EACCES)`);
  });
});

it.each([
  ["a file that is missing", () => readFileSync(join(folder, "missing"))],
  ["what is no array", () => new Array(-1)],
])("any other has its stack: %s", (_what, fail) => {
  expect(describeFault(thrownBy(fail))).toContain("\n    at ");
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
