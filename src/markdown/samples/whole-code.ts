/** Code and what came out of it, written into a page's Markdown for readers who take it along without the files beside it. */
import type { Token } from "markdown-it";
import type { FenceInfo } from "../fence.ts";

export interface WholeBlock {
  /** The first line of the fence and the first line after it, counted from 0 in the Markdown. */
  start: number;
  end: number;
  /** The fence's marker and its info string, as the author wrote them. */
  fence: string;
  info: string;
  language: string;
  /** The code, or its pieces, each with what came out of it as text, which is empty where nothing is shown. */
  parts: { code: string; outcome: string }[];
  /** True for code that the Markdown itself does not have. */
  isElsewhere: boolean;
}

export function wholeBlockOf({ map, markup, info, content }: Token, { language, values }: FenceInfo): WholeBlock {
  const [start, end] = map ?? [0, 0];
  const parts = [{ code: content, outcome: "" }];
  return { start, end, fence: markup, info, language, parts, isElsewhere: values.file !== undefined };
}

/** The Markdown with such blocks written out. */
export function withWholeCode(source: string, blocks: WholeBlock[]): string {
  const written = blocks.filter(({ parts, isElsewhere }) => isElsewhere || parts.some(({ outcome }) => outcome));
  if (written.length === 0) return source;
  const lines = source.split("\n");
  for (const block of written.toSorted((one, other) => other.start - one.start)) {
    const { start, end, fence } = block;
    const opening = lines[start] ?? "";
    const marks = opening.slice(0, Math.max(0, opening.indexOf(fence)));
    const [first = "", ...rest] = linesOf(block);
    lines.splice(start, end - start, marks + first, ...rest.map((line) => (marksBelow(marks) + line).trimEnd()));
  }
  return lines.join("\n");
}

function linesOf({ fence, info, language, parts }: WholeBlock): string[] {
  return parts.flatMap(({ code, outcome }, index) => [
    ...(index > 0 ? ["", ...fenced(code, fence, language)] : fenced(code, fence, info)),
    ...(outcome ? ["", ...fenced(outcome.trimEnd(), "```", "text")] : []),
  ]);
}

/** What a line of the same quotation, item or footnote has in front of it. */
function marksBelow(marks: string): string {
  return marks.replace(/\[\^[^\]]*\]: */, "    ").replace(/[^>\s]/g, " ");
}

/** Between fences that are longer than any in the text, which would end it. */
function fenced(text: string, fence: string, info: string): string[] {
  const sign = fence.charAt(0);
  const runs = text.match(new RegExp(`${sign}{3,}`, "g")) ?? [];
  const length = runs.reduce((longest, run) => Math.max(longest, run.length + 1), fence.length);
  return [sign.repeat(length) + info, ...text.replace(/\n$/, "").split("\n"), sign.repeat(length)];
}
