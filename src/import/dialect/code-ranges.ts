/** Where code stands in Markdown: blocks between fences, and spans between backticks. */

/** Start and end of each, in their order. Indented blocks are not among them: only parsing finds those. */
export function codeRanges(text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let fence: { start: number; mark: string } | undefined;
  let proseFrom = 0;
  let position = 0;
  for (const line of text.split("\n")) {
    const end = position + line.length;
    const mark = /^[ \t>]*(?:(?:[-*+]|\d+[.)])\s+)*(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence) {
      if (mark?.[1]?.startsWith(fence.mark) && !mark[2]?.trim()) {
        ranges.push([fence.start, end]);
        fence = undefined;
        proseFrom = end;
      }
    } else if (mark?.[1] && !(mark[1].startsWith("`") && mark[2]?.includes("`"))) {
      ranges.push(...spansIn(text, proseFrom, position));
      fence = { start: position, mark: mark[1] };
    }
    position = end + 1;
  }
  if (fence) ranges.push([fence.start, text.length]);
  else ranges.push(...spansIn(text, proseFrom, text.length));
  return ranges;
}

/** Code spans, of which none goes past an empty line. */
function spansIn(text: string, from: number, to: number): [number, number][] {
  const spans: [number, number][] = [];
  const prose = text.slice(from, to);
  const ticks = /(?<![\\`])(`+)(?!`)/g;
  for (let open = ticks.exec(prose); open; open = ticks.exec(prose)) {
    const mark = open[1] ?? "`";
    const paragraphEnd = /\n[ \t]*\n/g;
    paragraphEnd.lastIndex = open.index;
    const limit = paragraphEnd.exec(prose)?.index ?? prose.length;
    const closing = new RegExp(`(?<!\`)${mark}(?!\`)`, "g");
    closing.lastIndex = open.index + mark.length;
    const close = closing.exec(prose);
    if (!close || close.index > limit) continue;
    const end = close.index + mark.length;
    spans.push([from + open.index, from + end]);
    ticks.lastIndex = end;
  }
  return spans;
}
