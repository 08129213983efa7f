import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { StageReport } from "../../src/commands/report/stage-report.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => vi.useRealTimers());

function reportOn(isTTY: boolean, inCi = false) {
  const written: string[] = [];
  const report = new StageReport({ isTTY, write: (text) => written.push(text) }, inCi);
  const pass = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
  return { report, written, pass };
}

describe("on a terminal", () => {
  it("says nothing of what takes less than two seconds", () => {
    const { report, written, pass } = reportOn(true);
    report.begin("Rendering texts", 3);
    pass(1900);
    report.advance();
    report.end();
    expect(written).toEqual([]);
  });

  it("says the stage, how many of how many, and how long the rest will take; and takes it away again", () => {
    const { report, written, pass } = reportOn(true);
    report.begin("Rendering texts", 2000);
    for (let text = 0; text < 500; text++) {
      pass(10);
      report.advance();
    }
    expect(written.at(-1)?.slice(4)).toMatch(/^Rendering texts \d+ of 2,000, about 15 s more$/);
    report.begin("Checking");
    expect(written.at(-1)).toBe("\r\u001b[KChecking");
    report.end();
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("is not written to all the time", () => {
    const { report, written, pass } = reportOn(true);
    report.begin("Rendering texts", 100_000);
    pass(3000);
    for (let text = 0; text < 10_000; text++) report.advance();
    expect(written).toHaveLength(1);
  });
});

describe("elsewhere", () => {
  it("is a line for each stage in CI, once it takes long", () => {
    const { report, written, pass } = reportOn(false, true);
    report.begin("Reading files");
    pass(1000);
    report.begin("Rendering texts", 1200);
    pass(2500);
    report.end();
    expect(written).toEqual(["Rendering texts, 1,200: 2.5 s\n"]);
  });

  it("is nothing without either", () => {
    const { report, written, pass } = reportOn(false);
    report.begin("Reading files");
    pass(9000);
    report.advance();
    report.end();
    expect(written).toEqual([]);
  });
});

it("is a table of where the time went", () => {
  const { report, pass } = reportOn(false);
  report.begin("Rendering texts", 1200);
  pass(1500);
  report.begin("Checking");
  pass(250);
  report.end();
  expect(report.profile).toMatch(
    /^Rendering texts +1,200 +1\.50 s .*\nChecking +0\.25 s .*\n\d+ MB at most in this process$/,
  );
});
