/** The site at the top of the repository may be anyone's: the tests of the engine have sites of their own to look at. */
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What may look at it: the tests that are about it, and what builds it for them. */
const OF_THE_EXAMPLE =
  /^tests\/(example\/|bench\/|browser\/example-site|independence|with-another-site|support\/(example-site|build-shared-sites))/;
/** An import of its settings, its built pages, or a path of its content as the first part of a string that reads files. */
const LOOKS =
  /\.\.\/_data\/|\bexampleSite\b|(readFileSync|readdirSync|globSync|cpSync|readProofs|existsSync)\(\s*\[?["'`](\.["'`]|posts|projects|_data)/;

it("no other test looks at the site at the top", () => {
  const files = globSync("tests/**/*.ts").map((file) => file.replaceAll("\\", "/"));
  expect(files.filter((file) => OF_THE_EXAMPLE.test(file)).length).toBeGreaterThan(5);
  const others = files.filter((file) => !OF_THE_EXAMPLE.test(file) && !file.startsWith("tests/fixtures/"));
  expect(others.filter((file) => LOOKS.test(readFileSync(file, "utf8")))).toEqual([]);
});
