/** Styles for paper: pages that are read on a screen don't carry them. */

const ON_PAPER = "@media print{";

/** A minified sheet in two: what holds on screens, and what stands in its blocks of `@media print`, without these. */
export function onScreenAndPaper(sheet: string): { css: string; paper: string } {
  const start = sheet.indexOf(ON_PAPER);
  if (start < 0) return { css: sheet, paper: "" };
  const inside = start + ON_PAPER.length;
  const end = endOfBlock(sheet, inside);
  const rest = onScreenAndPaper(sheet.slice(end + 1));
  return { css: sheet.slice(0, start) + rest.css, paper: sheet.slice(inside, end) + rest.paper };
}

/** The place of the brace that ends the block that `start` is in. */
function endOfBlock(sheet: string, start: number): number {
  let depth = 1;
  for (const { 0: found, index } of sheet.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (found === "{") depth += 1;
    if (found === "}") depth -= 1;
    if (depth === 0) return start + index;
  }
  return sheet.length;
}
