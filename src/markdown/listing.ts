/** Renders a block of code: numbered and linked lines, compilers' messages, folded parts. */
import { directionOf } from "../content/text/direction.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { type Speech, say, speakerOf } from "../content/words/words.ts";
import { blockRuns } from "./block-runs.ts";
import { marksIn } from "./code-marks.ts";
import { type Diagnostic, readDiagnostics } from "./diagnostics.ts";
import type { FenceInfo, LineKind, LineRange } from "./fence.ts";
import { highlight, highlightLines, lineCount } from "./highlight.ts";
import { targetHtml, withRanges } from "./line-targets.ts";
import { captionHtml, labelOf, marksOfCode } from "./listing-title.ts";

/** Attributes of an element that may scroll sideways: a name, and a tab stop. */
export function scrollsAs(label: string): string {
  return `tabindex="0" role="group" aria-label="${escapeMarkup(label)}"`;
}

/** Code without highlighting. */
export function plainCode(content: string): string {
  return `<pre><code>${escapeMarkup(content)}</code></pre>\n`;
}

/**
 * The same for a feed, in whose readers only characters can say that lines were added or removed. `firstLine` as in `codeHtml`. A
 * compiler's message is a comment there, and no line of code.
 */
export function plainListing(content: string, { lines, flags }: FenceInfo, firstLine = 0): string {
  const kinds = [...lines.values()];
  if (!kinds.includes("add") && !kinds.includes("del")) return plainCode(content);
  const code = (flags.has("proof") ? content : readDiagnostics(content).code).split("\n");
  let next = 0;
  const marked = content
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => {
      const kind = line === code[next] ? lines.get(firstLine + ++next) : undefined;
      return `${SIGNS[kind ?? "mark"]} ${line}\n`;
    });
  return plainCode(marked.join(""));
}

const SIGNS = { add: "+", del: "-", mark: " " } as const satisfies Record<LineKind, string>;

/** A whole block: `<pre>`, or a `<figure>` where it has a caption or folds. */
export function listingHtml(content: string, info: FenceInfo, speech: Speech): string {
  const read = readListing(content, info, 0);
  const parts = partsOf(read.length, info);
  const label = labelOf(info, speech);
  const caption = captionHtml(info);
  if (parts.every(({ isFolded }) => !isFolded)) {
    const pre = preHtml(read.html(0, read.length), 1, info, label, caption ? {} : info);
    return caption ? `<figure${marksOfCode(info, ["listing"])}>\n${caption}${pre}</figure>\n` : pre;
  }
  const speak = speakerOf(speech);
  const html = parts.map(({ range: [first, last], isFolded }, at) => {
    const name = speak("codePart", { code: label, part: at + 1, count: parts.length });
    const pre = preHtml(read.html(first - 1, last), first, info, name);
    return isFolded ? foldHtml(pre, last - first + 1, speech) : pre;
  });
  return `<figure${marksOfCode(info, ["listing", "cut", "folds"])}>\n${caption}${html.join("")}</figure>\n`;
}

/** The inner HTML of a part of a sample; `firstLine` is the index of its first line in the whole, from 0. */
export function codeHtml(content: string, info: FenceInfo, firstLine: number): string {
  const read = readListing(content, info, firstLine);
  return read.html(0, read.length);
}

function preHtml(
  html: string,
  first: number,
  { flags, runs, start = 1 }: FenceInfo,
  label: string,
  given: Pick<FenceInfo, "label" | "classes"> = {},
): string {
  const isNumbered = flags.has("numbers");
  const classes = [
    ...(isNumbered ? ["numbers"] : []),
    ...(flags.has("wrap") ? ["wrap"] : []),
    ...(runs ? ["ansi"] : []),
  ];
  const from = first + start - 1;
  // Each part starts its own count, since folded lines do not count: see `counterRules`.
  const counts = isNumbered && from !== 1 ? ` data-from="${from}"` : "";
  return `<pre${marksOfCode(given, classes)}${counts} ${scrollsAs(label)}><code>${html}</code></pre>\n`;
}

function foldHtml(pre: string, count: number, speech: Speech): string {
  const { text, lang } = say(speech, "foldedLines", { count });
  // A figure of code runs from left to right in any text.
  const isolated =
    directionOf(lang ?? speech.language) === "rtl" ? `<bdi>${escapeMarkup(text)}</bdi>` : escapeMarkup(text);
  return `<details>\n<summary${lang ? ` lang="${lang}"` : ""}>${isolated}</summary>\n${pre}</details>\n`;
}

interface Listing {
  /** The number of lines of code, without compilers' messages. */
  length: number;
  /** The HTML of lines from `from`, counted from 0, up to but not including `to`. */
  html(from: number, to: number): string;
}

function readListing(content: string, info: FenceInfo, firstLine: number): Listing {
  const { code, diagnostics } = info.flags.has("proof")
    ? { code: content, diagnostics: NO_DIAGNOSTICS }
    : readDiagnostics(content);
  const runs = info.runs ?? blockRuns(code, info.language);
  const marks = marksIn(code, info, firstLine);
  const length = lineCount(code);
  const isByLine =
    info.flags.has("numbers") || info.lines.size > 0 || diagnostics.size > 0 || info.targets !== undefined;
  // Most blocks are written whole, and need no lines.
  let known: string[] | undefined;
  const lines = () => {
    known ??= highlightLines(runs, marks);
    return known;
  };
  const html = (from: number, to: number) => {
    if (isByLine) return byLine(lines(), from, to, { info, firstLine, diagnostics });
    if (from > 0 || to < length) return `${lines().slice(from, to).join("\n")}\n`;
    return highlight(runs, marks);
  };
  return { length, html };
}

const NO_DIAGNOSTICS: ReadonlyMap<number, readonly Diagnostic[]> = new Map();

interface Numbering {
  info: FenceInfo;
  firstLine: number;
  diagnostics: ReadonlyMap<number, readonly Diagnostic[]>;
}

function byLine(
  lines: readonly string[],
  from: number,
  to: number,
  { info, firstLine, diagnostics }: Numbering,
): string {
  const { lines: kinds, targets, start = 1 } = info;
  const html = lines.slice(from, to).map((line, index) => {
    const at = from + index;
    const number = firstLine + at + 1;
    const kind = kinds.get(number);
    const { id, link } = targetHtml(number + start - 1, targets);
    const said = (diagnostics.get(at) ?? []).map((diagnostic) => diagnosticHtml(diagnostic));
    return `<span class="line${kind ? ` ${kind}` : ""}"${id}>${link}${line}\n</span>${said.join("")}`;
  });
  return withRanges(html, firstLine + from + start, targets);
}

/** Classes of code whose colours suit the kinds of message. */
const COLOURS = { error: " k", warning: " n", hint: "" } as const satisfies Record<Diagnostic["kind"], string>;

/** In an output element, which copying leaves out. */
function diagnosticHtml({ kind, html }: Diagnostic): string {
  return `<span class="line said${COLOURS[kind]}"><span class="o">${html}\n</span></span>`;
}

/** With a bare `fold`: how many lines stay visible, and the fewest that are worth folding. */
const SHOWN = 10;
const LEAST_FOLDED = 5;

interface Part {
  /** Counted from 1. */
  range: LineRange;
  isFolded: boolean;
}

function partsOf(length: number, { flags, folds }: FenceInfo): Part[] {
  const whole: LineRange = [SHOWN + 1, length];
  const folded = flags.has("fold") && length >= SHOWN + LEAST_FOLDED ? [whole] : folds;
  const parts: Part[] = [];
  let next = 1;
  for (const [first, last] of folded) {
    if (first > length) break;
    if (first > next) parts.push({ range: [next, first - 1], isFolded: false });
    next = Math.min(last, length) + 1;
    parts.push({ range: [first, next - 1], isFolded: true });
  }
  if (next <= length || parts.length === 0) parts.push({ range: [next, length], isFolded: false });
  return parts;
}
