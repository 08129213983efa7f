/** What a compiler says of a line, written below it as a comment. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDiagnostics } from "../../src/markdown/diagnostics.ts";
import { parsePiece, textOf } from "../support/html.ts";

function said(line: string): string | undefined {
  const { code, diagnostics } = readDiagnostics(`x\n${line}\n`);
  const [diagnostic] = diagnostics.get(0) ?? [];
  expect(code).toBe(diagnostic ? "x\n" : `x\n${line}\n`);
  return diagnostic && `${diagnostic.kind}|${textOf(parsePiece(diagnostic.html))}`;
}

describe("a comment in the form of", () => {
  it.each([
    ["//   ^^^ error: gone", "error|     ^^^ error: gone"],
    ["# ^ warning: old", "warning|  ^ warning: old"],
    ["-- ^^ HINT: Try another.", "hint|   ^^ hint: Try another."],
    [";; ^ note: a", "hint|   ^ note: a"],
    ["% ~~~ help: a", "hint|  ~~~ help: a"],
    ["/* ^ error: a */", "error|   ^ error: a"],
    ["(* ^ error: a *)", "error|   ^ error: a"],
    ["{- ^ error: a -}", "error|   ^ error: a"],
    ["<!-- ^ error: a -->", "error|     ^ error: a"],
    ["' ^ error: a", "error|  ^ error: a"],
    ["\t// ^ error: a", "error|\t   ^ error: a"],
    ["// ^ error[E0382]: a", "error|   ^ error[E0382]: a"],
    ["// ^ error TS2322: a < b", "error|   ^ error TS2322: a < b"],
    ["//    ^? const x: 1", "hint|      ^ const x: 1"],
  ])("%s is a diagnostic", (line, expected) => expect(said(line)).toBe(expected));

  it.each([
    ...["// error: a", "// ^^^ see above", "^^^ error: a", "// ^^^ error:", "x // ^ error: a", "// --- error: a"],
    ...["// a ^ error: b", "# ~/x error: y", "// ^ erroneous: a", "// ^?", "#"],
  ])("%s is a comment", (line) => expect(said(line)).toBeUndefined());
});

it("on the first line is a comment: there is no line that it could be about", () => {
  expect(readDiagnostics("// ^ error: a\nx\n").diagnostics.size).toBe(0);
});

it("lines keep their order and their text, whatever they are", () => {
  const line = fc.oneof(fc.string(), fc.constantFrom("// ^ error: a", "# ~~ note: b", "x ^ y", ""));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const content = lines.join("\n");
      const { code, diagnostics } = readDiagnostics(content);
      const count = [...diagnostics.values()].flat().length;
      expect(code.split("\n").length + count).toBe(content.split("\n").length);
      expect(content.split("\n")).toEqual(expect.arrayContaining(code.split("\n")));
    }),
    { numRuns: 1000 },
  );
});
