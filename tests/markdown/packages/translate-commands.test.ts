/**
 * `fixtures/packages/commands.txt` has commands for npm, each with the same for pnpm, Yarn and Bun on the lines below it, as their own
 * documentation has them; `-` is what a tool can't do.
 */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shellParts, shellText } from "../../../src/markdown/packages/shell-words.ts";
import { translateCommands } from "../../../src/markdown/packages/translate-commands.ts";

const ROWS = readFileSync("tests/fixtures/packages/commands.txt", "utf8")
  .trim()
  .split("\n\n")
  .map((row) => row.split("\n"));

function translated(command: string, manager: "pnpm" | "yarn" | "bun"): string {
  const translation = translateCommands(command, manager);
  return { text: "text" in translation ? translation.text : "", cannot: "-", unknown: "?" }[translation.kind];
}

it.each(ROWS)("%s", (npm = "", ...others) => {
  expect([translated(npm, "pnpm"), translated(npm, "yarn"), translated(npm, "bun")]).toEqual(others);
});

describe("a command that is not known", () => {
  it.each([
    ...["npm fund", "npm install --force", "npm exec -c 'eslint .'", "npm link", "npm ls --depth=0", "npx", "npm"],
    ...[
      "npx -p typescript",
      "npm run build --watch",
      "npm test -w",
      "npm pack x",
      "npm constructor",
      "npx --cache x y",
    ],
  ])("is named, and not guessed: %s", (command) => {
    for (const manager of ["pnpm", "yarn", "bun"] as const)
      expect(translateCommands(`cd x && ${command} # y`, manager)).toEqual({ kind: "unknown", command });
  });
});

describe("any text", () => {
  const words = "npm npx install -D x -- && || | ; & ( ) \" ' \\ # $( \\\n".split(" ");
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.constantFrom(...words, " ", "\n", "  "), { maxLength: 20 }).map((all) => all.join("")),
  );

  it("is the sum of its parts", () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(shellText(shellParts(one))).toBe(one);
      }),
      { numRuns: 2000 },
    );
  });

  it("without a command for npm stays as it is", () => {
    const other = text.filter((one) => !/np[mx]/.test(one));
    fc.assert(
      fc.property(other, (one) => {
        expect(translateCommands(one, "yarn")).toEqual({ kind: "text", text: one });
      }),
    );
  });
});
