/** A unified diff, as `git apply` and `patch` read it, of two texts that differ within lines. */

/** Lines of context around a change. */
const CONTEXT = 3;

/** Both have the same number of lines; what is shown has a line feed at each end. */
export function textDiff(file: string, before: string, after: string): string {
  const [old, now] = [linesIn(before), linesIn(after)];
  const changed = old.flatMap((line, index) => (line === now[index] ? [] : [index]));
  const hunks: { from: number; to: number }[] = [];
  for (const index of changed) {
    const [from, to] = [Math.max(0, index - CONTEXT), Math.min(old.length, index + CONTEXT + 1)];
    const last = hunks.at(-1);
    if (last && from <= last.to) last.to = to;
    else hunks.push({ from, to });
  }
  return [
    `--- a/${file}\n+++ b/${file}\n`,
    ...hunks.flatMap(({ from, to }) => {
      const place = `${from + 1},${to - from}`;
      return [`@@ -${place} +${place} @@\n`, ...hunkLines(old.slice(from, to), now.slice(from, to))];
    }),
  ].join("");
}

/** Of lines that have changed one after another, the old ones come first. */
function hunkLines(old: readonly string[], now: readonly string[]): string[] {
  const shown: string[] = [];
  let added: string[] = [];
  old.forEach((line, index) => {
    const other = now[index] ?? "";
    if (line === other) {
      shown.push(...added, ` ${ended(line)}`);
      added = [];
    } else {
      shown.push(`-${ended(line)}`);
      added.push(`+${ended(other)}`);
    }
  });
  return [...shown, ...added];
}

/** Each with its line feed, which the last one may lack. */
function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function ended(line: string): string {
  return line.endsWith("\n") ? line : `${line}\n\\ No newline at end of file\n`;
}
