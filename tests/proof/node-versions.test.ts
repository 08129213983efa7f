/** Samples in TypeScript and JavaScript need a newer Node than a build does. */
import { expect, it } from "vitest";
import { nodeRefusal } from "../../src/proof/programs/run-program.ts";

it.each(["20.19.0", "22.12.0", "23.11.1"])("are not run by Node %s, which says with what they are", (version) => {
  expect(nodeRefusal(version)).toEqual([
    `is a program for Node 24 or later, and this is ${version}`,
    'npx -p node@24 -c "wellformed prove" runs it without changing your own Node',
  ]);
});

it.each(["24.0.0", "25.1.0", "100.0.0"])("are run by Node %s", (version) => {
  expect(nodeRefusal(version)).toBe(undefined);
});
