/** The lines to remove from a text and to add to it to make another one. */

/** `-` marks a line of the first text, `+` one of the second, and no mark one of both. */
export interface ComparedLine {
  sign: "-" | "+" | " ";
  text: string;
}

/** Without empty lines. Texts are those of outcomes: some hundred lines at most. */
export function lineDifference(was: string, is: string): ComparedLine[] {
  const linesOf = (text: string) => text.trimEnd().split("\n");
  return comparedLines(linesOf(was), linesOf(is)).filter(({ sign, text }) => sign !== " " && text !== "");
}

/** All lines of both texts, by a longest common subsequence. */
export function comparedLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const lengths = commonLengths(before, after);
  const changes: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]];
    if (gone !== undefined && gone === come) {
      changes.push({ sign: " ", text: gone });
      i++;
      j++;
    } else if (come === undefined || (gone !== undefined && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      changes.push({ sign: "-", text: gone ?? "" });
      i++;
    } else {
      changes.push({ sign: "+", text: come });
      j++;
    }
  }
  return changes;
}

/** For each pair of places, how many lines the texts share after them. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = lengths[i] ?? [];
      row[j] =
        before[i] === after[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  return lengths;
}

function at(lengths: number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
