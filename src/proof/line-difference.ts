/** What has to be removed from a text, and added to it, to make it another one, line by line in their order. */

/** `-` is of the first text, `+` of the second. */
export interface ChangedLine {
  sign: "-" | "+";
  text: string;
}

/** The shortest such list, from a longest common subsequence of lines. Texts are those of outcomes: some hundred lines at most. */
export function lineDifference(was: string, is: string): ChangedLine[] {
  const [one, other] = [was, is].map((text) => text.trimEnd().split("\n"));
  const [before = [], after = []] = [one, other];
  const lengths = commonLengths(before, after);
  const changes: ChangedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [gone, come] = [before[i], after[j]];
    if (gone !== undefined && gone === come) {
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
  return changes.filter(({ text }) => text !== "");
}

/** For each pair of places, how many lines the texts share behind them. */
function commonLengths(before: string[], after: string[]): number[][] {
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
