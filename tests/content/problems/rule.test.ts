/** The table of rules is documented, word for word. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES, type Rule, shownFor } from "../../../src/content/problems/rule.ts";

const document = readFileSync("docs/rules.md", "utf8").split("\n");
const rules = Object.entries(RULES).map(([name, { says }]) => ({ name, says, shows: shownFor(name as Rule) }));

const fixes = Object.entries(RULES).flatMap(([name, row]) => ("fixes" in row ? `- \`${name}\`: ${row.fixes}` : []));

describe("docs/rules.md", () => {
  it("has what can be fixed", () => {
    expect(document.filter((line) => /^- `[\w-]+`: /.test(line))).toEqual(fixes);
  });

  it.each(rules)("has $name", ({ name, says, shows }) => {
    expect(document).toContain(`| \`${name}\` | ${says} |${shows ? ` ${shows} |` : ""}`);
  });

  it("has no other", () => {
    const named = document.flatMap((line) => /^\| `([\w-]+)` \|/.exec(line)?.[1] ?? []);
    expect(named).toEqual(rules.toSorted((a, b) => Number(!a.shows) - Number(!b.shows)).map(({ name }) => name));
  });
});

it.each(rules)("$name is written in small letters and hyphens", ({ name }) => {
  expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
