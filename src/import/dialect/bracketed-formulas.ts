/** Formulas between `\(` and `\)`, or `\[` and `\]` on lines of their own, as Hugo passes them to MathJax, between dollars. */
import { fencedLines } from "./fenced-lines.ts";

/** Code in a line, which stays; a block; a formula in a line. Without Hugo's passthrough the backslashes were doubled. */
const FORMULA =
  /(`+)(?:(?!\1)[\s\S])+?\1|^([ \t]*)\\{1,2}\[([\s\S]+?)\\{1,2}\][ \t]*$|\\{1,2}\((?!\s*\))([^\n]+?)\\{1,2}\)/gm;

export function withDollars(text: string): string {
  if (!/\\[([]/.test(text)) return text;
  const out: string[] = [];
  let prose: string[] = [];
  const flush = () => {
    if (prose.length > 0) out.push(prose.join("\n").replace(FORMULA, dollars));
    prose = [];
  };
  for (const { text: line, isCode } of fencedLines(text)) {
    if (!isCode) prose.push(line);
    else {
      flush();
      out.push(line);
    }
  }
  flush();
  return out.join("\n");
}

function dollars(written: string, _code?: string, indent = "", block?: string, inline?: string): string {
  if (block !== undefined) return ["$$", block.trim(), "$$"].map((line) => indent + line).join("\n");
  return inline === undefined ? written : `$${inline.trim()}$`;
}
