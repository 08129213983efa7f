/**
 * `fixtures/languages/<language>[.<what>].txt` is a sample, and `….runs` beside it the same with each run that has a role between
 * brackets: `⟦k SELECT⟧`. Written anew by UPDATE_RUNS=1, to be read before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runsIn } from "../../../src/markdown/languages/language.ts";

const FOLDER = "tests/fixtures/languages";
const samples = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));

it.each(samples)("%s is read as its readers read it", (file) => {
  const language = file.split(".")[0] ?? "";
  const code = readFileSync(`${FOLDER}/${file}`, "utf8");
  const expected = `${FOLDER}/${file.replace(/\.txt$/, ".runs")}`;
  const runs = runsIn(code, language).map(({ role, text }) => (role && text.trim() ? `⟦${role} ${text}⟧` : text));
  if (process.env["UPDATE_RUNS"]) writeFileSync(expected, runs.join(""));
  expect(runs.join("")).toBe(existsSync(expected) ? readFileSync(expected, "utf8") : "");
});
