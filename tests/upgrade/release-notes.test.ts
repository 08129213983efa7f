/** What the change log has for owners of sites, and that it is one that can be read. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { byHand } from "../../src/upgrade/release-notes.ts";

const LOG = `# Change log

## 0.10.0

### By hand

- Last.

## 0.3.0 (2027-01-02)

- A feature.

### By hand

- First, which goes on
  in a second line.
- Second.

### Also

- Not this.

## 0.2.0

- Nothing by hand.
`;

it("is every point between two versions, oldest first", () => {
  expect(byHand(LOG, "0.2.0", "0.10.0")).toEqual(["First, which goes on in a second line.", "Second.", "Last."]);
  expect(byHand(LOG, "0.3.0", "0.10.0")).toEqual(["Last."]);
  expect(byHand(LOG, "0.1.0", "0.2.0")).toEqual([]);
});

it("has the version of the package", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  expect(readFileSync("CHANGELOG.md", "utf8")).toMatch(new RegExp(`^## ${version.replaceAll(".", "\\.")}\\b`, "m"));
});
