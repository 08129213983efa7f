/** Versions of the engine, in dependencies and in order. */
import { expect, it } from "vitest";
import { compareVersions, versionIn } from "../../src/upgrade/version.ts";

it.each([
  ["1.2.3", "1.2.3"],
  ["^0.2.0", "0.2.0"],
  ["~10.20.30", "10.20.30"],
  ["file:wellformed-0.2.0.tgz", "0.2.0"],
  ["file:../packed/wellformed-0.3.0-beta.1.tgz", "0.3.0-beta.1"],
  ["https://example.org/wellformed-1.0.0.tgz", "1.0.0"],
  ["1.0.0-rc.2", "1.0.0-rc.2"],
  ["latest", undefined],
  ["file:../engine", undefined],
  ["", undefined],
])("of %s is %s", (spec, version) => {
  expect(versionIn(spec)).toBe(version);
});

it("are in their order", () => {
  const ordered = [
    "0.1.0",
    "0.2.0-beta.1",
    "0.2.0-beta.2",
    "0.2.0",
    "0.2.1",
    "0.10.0",
    "1.0.0-rc.1",
    "1.0.0",
    "10.0.0",
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  expect(compareVersions("1.2.3", "1.2.3")).toBe(0);
});
