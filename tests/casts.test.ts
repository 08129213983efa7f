/** `as` tells the compiler what it can't see. Each has a reason beside it, on its line or the one above, and there are few. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const MOST = 15;

/** Biome reads the syntax; what it finds besides are `as const` and imports under another name. */
const search = ["search", "--max-diagnostics=none", "`$value as $type`", "src"];
const found = execFileSync(process.execPath, ["node_modules/@biomejs/biome/bin/biome", ...search], {
  encoding: "utf8",
  env: { ...process.env, NO_COLOR: "1" },
});

const casts = [...new Set(found.match(/^src\/\S+:\d+(?=:\d+ search)/gm))].flatMap((place) => {
  const [file = "", line = ""] = place.split(":");
  const lines = readFileSync(file, "utf8").split("\n");
  const [above = "", code = ""] = lines.slice(Number(line) - 2, Number(line));
  const count = code.match(/\bas (?!const\b)(?=[\w({[])/g)?.length ?? 0;
  if (/^import\b/.test(code)) return [];
  return count > 0 ? [{ place, count, hasReason: /\/\/|\*\//.test(above) || /\/\/ /.test(code) }] : [];
});

it("are found", () => expect(casts).not.toEqual([]));

it(`are ${MOST} at most`, () => {
  expect(casts.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(MOST);
});

it("have a reason beside them", () => {
  expect(casts.filter(({ hasReason }) => !hasReason).map(({ place }) => place)).toEqual([]);
});
