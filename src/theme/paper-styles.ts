/** Separates the styles for print, so that pages load them in a file of their own. */

const ON_PAPER = "@media print{";

/** Splits a minified sheet into the contents of its `@media print` blocks and everything else. */
export function onScreenAndPaper(sheet: string): { css: string; paper: string } {
  const start = sheet.indexOf(ON_PAPER);
  if (start < 0) return { css: sheet, paper: "" };
  const inside = start + ON_PAPER.length;
  const end = endOfBlock(sheet, inside);
  const rest = onScreenAndPaper(sheet.slice(end + 1));
  return { css: sheet.slice(0, start) + rest.css, paper: sheet.slice(inside, end) + rest.paper };
}

/** The offset of the brace that closes the block that `start` is in. */
function endOfBlock(sheet: string, start: number): number {
  let depth = 1;
  for (const { 0: found, index } of sheet.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (found === "{") depth += 1;
    if (found === "}") depth -= 1;
    if (depth === 0) return start + index;
  }
  return sheet.length;
}
