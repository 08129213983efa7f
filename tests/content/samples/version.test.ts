/** Versions by their labels: how they are written together, and which of them a page and a sample are for. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Sample } from "../../../src/content/samples/sample.ts";
import {
  KNOWN_VERSIONS,
  namedVersions,
  otherVersions,
  runsOn,
  SYSTEMS,
  versionOf,
  versionsText,
} from "../../../src/content/samples/version.ts";

const pg = (...majors: number[]) => majors.map((major) => `PostgreSQL ${major}`);

describe("several versions are written", () => {
  it.each<[string, string[]]>([
    ["PostgreSQL 14–18", pg(18, 17, 16, 15, 14)],
    ["PostgreSQL 14, 16–17", pg(17, 14, 16)],
    ["PostgreSQL 9", pg(9)],
    ["PostgreSQL 14–15, Node 24, 26", [...pg(15, 14), "Node 26", "Node 24"]],
    ["", ["SQLite 3"]],
  ])("as %s", (text, labels) => {
    expect(versionsText(labels)).toBe(text);
  });
});

it("those that are known are those of the engine's releases", () => {
  const { optionalDependencies } = JSON.parse(readFileSync("src/proof/releases/package.json", "utf8"));
  const names = Object.keys(optionalDependencies).map((key) => key.split("-").slice(0, 2).join("-"));
  const known = SYSTEMS.flatMap((system) => KNOWN_VERSIONS[system].map((major) => `${system.toLowerCase()}-${major}`));
  expect(known).toEqual([...new Set(names)]);
});

it("a label is a system and a major version", () => {
  expect(versionOf("Node 26")).toEqual({ system: "Node", major: 26 });
  for (const text of ["Node", "26", "Node 26.1", "Oracle 23", "node 26"]) expect(versionOf(text)).toBeUndefined();
});

describe("a sample is for", () => {
  const sample = (of: Partial<Sample>): Sample => ({
    ...{ language: "sql", code: "", line: 1, timeline: false, fresh: false, as: undefined, fails: [], varies: [] },
    ...{ file: undefined, ...of },
  });

  it.each<[string, Partial<Sample>, number[]]>([
    ["all versions", {}, [14, 15, 16, 17, 18]],
    ["those since one", { since: 16 }, [16, 17, 18]],
    ["those before one", { before: 16 }, [14, 15]],
    ["those between two", { since: 15, before: 17 }, [15, 16]],
    ["all PostgreSQLs, where it is a program for newer Nodes", { language: "ts", since: 20 }, [14, 15, 16, 17, 18]],
  ])("%s", (_name, of, majors) => {
    expect([14, 15, 16, 17, 18].filter((PostgreSQL) => runsOn(sample(of), { PostgreSQL, Node: 24 }))).toEqual(majors);
  });
});

describe("beside the first version a page is for", () => {
  const named = namedVersions({ postgres: [18, 14, 16], node: [24, 26] });

  it("all that the site names, of what its samples are in", () => {
    expect(otherVersions(named, new Set(["sql"]), undefined)).toEqual(
      [16, 14].map((major) => ({ system: "PostgreSQL", major })),
    );
    expect(otherVersions(named, new Set(["js"]), undefined)).toEqual([{ system: "Node", major: 26 }]);
    expect(otherVersions(named, new Set(["sh"]), undefined)).toEqual([]);
  });

  it("none below its floor, and every Node", () => {
    expect(otherVersions(named, new Set(["sql", "ts"]), 15)).toEqual([
      { system: "PostgreSQL", major: 16 },
      { system: "Node", major: 26 },
    ]);
  });

  it("none, where the site names none", () => {
    expect(otherVersions(namedVersions({}), new Set(["sql", "ts"]), undefined)).toEqual([]);
  });
});
