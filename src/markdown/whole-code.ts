/** Code and what came out of it, written into a page's Markdown for readers who take it along without the files beside it. */
import type { Token } from "markdown-it";

export interface WholeBlock {
  /** Lines of the fence, counted from 0 in the Markdown, and the first one behind it. */
  start: number;
  end: number;
  /** As the author wrote them: what the fence is made of, and what stands behind it. */
  fence: string;
  info: string;
  code: string;
  /** As text; empty where nothing is shown. */
  outcome: string;
  /** True for code that the Markdown itself does not have. */
  isElsewhere: boolean;
}

export function wholeBlockOf({ map, markup, info, content }: Token, isElsewhere: boolean): WholeBlock {
  const [start, end] = map ?? [0, 0];
  return { start, end, fence: markup, info, code: content, outcome: "", isElsewhere };
}

/** The Markdown with such blocks written out. */
export function withWholeCode(source: string, blocks: WholeBlock[]): string {
  const written = blocks.filter(({ outcome, isElsewhere }) => outcome || isElsewhere);
  if (written.length === 0) return source;
  const lines = source.split("\n");
  for (const block of written.toReversed()) {
    const { start, end, fence, info, code, outcome } = block;
    const opening = lines[start] ?? "";
    const marks = opening.slice(0, Math.max(0, opening.indexOf(fence)));
    const [first = "", ...rest] = [
      ...fenced(code, fence, info),
      ...(outcome ? ["", ...fenced(outcome.trimEnd(), "```", "text")] : []),
    ];
    lines.splice(start, end - start, marks + first, ...rest.map((line) => (marksBelow(marks) + line).trimEnd()));
  }
  return lines.join("\n");
}

/** What a line of the same quotation, item or footnote has in front of it. */
function marksBelow(marks: string): string {
  return marks.replace(/\[\^[^\]]*\]: */, "    ").replace(/[^>\s]/g, " ");
}

/** Between fences that are longer than any in the text, which would end it. */
function fenced(text: string, fence: string, info: string): string[] {
  const sign = fence[0] as string;
  const runs = text.match(new RegExp(`${sign}{3,}`, "g")) ?? [];
  const length = runs.reduce((longest, run) => Math.max(longest, run.length + 1), fence.length);
  return [sign.repeat(length) + info, ...text.replace(/\n$/, "").split("\n"), sign.repeat(length)];
}
