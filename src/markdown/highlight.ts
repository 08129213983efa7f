/** Code as HTML with few, short classes. */
import { escapeText } from "../content/text/escape.ts";
import type { CodeRun } from "./languages/code-run.ts";
import { runsIn } from "./languages/language.ts";

/** Highlighted HTML, or escaped text in a language that is not known. */
export function highlight(code: string, language: string): string {
  return toHtml(runsIn(code, language));
}

/** The same, line by line; no element reaches over a line's end. */
export function highlightLines(code: string, language: string): string[] {
  const lines: CodeRun[][] = [[]];
  for (const { role, text } of runsIn(code.replace(/\n$/, ""), language)) {
    const [first = "", ...rest] = text.split("\n");
    lines.at(-1)?.push({ role, text: first });
    for (const line of rest) lines.push([{ role, text: line }]);
  }
  return lines.map(toHtml);
}

function toHtml(runs: CodeRun[]): string {
  let html = "";
  let open: string | undefined;
  for (const { role, text } of runs) {
    const next = text.trim() === "" && open ? open : role;
    if (next !== open) html += (open ? "</span>" : "") + (next ? `<span class="${next}">` : "");
    open = next;
    html += escapeText(text);
  }
  return open ? `${html}</span>` : html;
}
