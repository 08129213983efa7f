/**
 * The engine runs on the oldest Node that `package.json` names. tsc knows which methods of JavaScript it has; what it has of
 * its own modules is in a fixture, which that Node has written: the names that each exports.
 */
import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const EXPORTS = JSON.parse(readFileSync("tests/fixtures/node-20.19.json", "utf8")) as Record<string, string[]>;
/** What runs in this repository only, in browsers, and in the newer Node that samples need. */
const ELSEWHERE = /^src\/(commands\/(compile|fonts|setup)\b|theme\/client\/|proof\/clients\/sqlite-shell\b)/;
/** Of browsers' interfaces, which tsc knows for all: what that Node lacks. */
const LACKING = /\bURL\.parse\(|\bnew WebSocket\(|\bnavigator\./;

const files = globSync("src/**/*.{ts,tsx,js}")
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !ELSEWHERE.test(file));

it("has all that is imported from its modules", () => {
  const missing = files.flatMap((file) =>
    importsOf(file)
      .filter(({ from, name }) => !EXPORTS[from]?.includes(name))
      .map(({ from, name }) => `${file}: ${name} of ${from}`),
  );
  expect(missing).toEqual([]);
});

it("has all that is used of browsers' interfaces", () => {
  const wrong = files.filter((file) =>
    LACKING.test(readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "")),
  );
  expect(wrong).toEqual([]);
});

it("is the one that the fixture is of", () => {
  const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as { engines: { node: string } };
  expect(engines.node).toBe(">=20.19");
});

/** Values that are imported by name, not types. */
function importsOf(file: string): { from: string; name: string }[] {
  const imports = readFileSync(file, "utf8").matchAll(/^import (?!type)(?:\w+, )?\{([^}]*)\} from "(node:[^"]+)"/gm);
  return [...imports].flatMap(([, names = "", from = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith("type "))
      .map((name) => ({ from, name: name.split(" as ")[0] ?? name })),
  );
}
