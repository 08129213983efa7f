/**
 * Ids of lines of code: `#jobs.sql-L12`, and `#jobs.sql-L3-L7` for several. A listing with `links` has an id on every line and a link at
 * every number; others have ids only on the lines that their page links to.
 */
import type { StateCore, Token } from "markdown-it";
import { escapeMarkup } from "../content/text/escape.ts";
import { readDiagnostics } from "./diagnostics.ts";
import { type Extension, envOf, noteProblem } from "./extension.ts";
import type { FenceInfo, LineRange } from "./fence.ts";
import { infoKey } from "./fence-of.ts";
import { lineCount } from "./highlight.ts";

/** The linked lines of one listing, by their displayed numbers. */
export interface LineTargets {
  /** The beginning of the ids: the title, with hyphens for spaces. */
  name: string;
  isEvery: boolean;
  lines: ReadonlySet<number>;
  ranges: readonly LineRange[];
}

export const lineTargets: Extension = {
  parse: (md) => md.core.ruler.push("line_targets", readTargets),
};

const ANCHOR = /^(.+?)-L(\d{1,6})(?:-L(\d{1,6}))?$/;

/** Runs last, when all links and all code are known. */
function readTargets({ tokens, env: anyEnv }: StateCore): void {
  const env = envOf(anyEnv);
  const { context, notes } = env;
  const linked = notes.links.flatMap(({ path, anchor = "" }) => {
    const [, name, from, to] = (path === context.path && ANCHOR.exec(anchor)) || [];
    return name === undefined ? [] : [{ name, from: Number(from), to: to === undefined ? undefined : Number(to) }];
  });
  for (const [name, token] of listingsByName(tokens, env)) {
    const info = infoKey.need(token);
    const isEvery = info.flags.has("links");
    const [first, last] = numbersOf(token, info);
    const own = linked.filter((link) => link.name === name && link.from >= first && (link.to ?? link.from) <= last);
    const single = own.filter(({ to }) => to === undefined).map(({ from }) => from);
    const lines = new Set(isEvery ? Array.from({ length: last - first + 1 }, (_, at) => first + at) : single);
    const several = own.flatMap(({ from, to = from }): LineRange[] => (to > from ? [[from, to]] : []));
    const ranges = [...new Map(several.map((range) => [range.join(), range])).values()];
    if (lines.size === 0 && ranges.length === 0) continue;
    infoKey.set(token, { ...info, targets: { name, isEvery, lines, ranges } });
    notes.anchors.push(...[...lines].map((line) => idOf(name, line)), ...ranges.map((range) => idOf(name, ...range)));
  }
}

/** If several listings have one name, links go to the first. */
function listingsByName(tokens: readonly Token[], env: ReturnType<typeof envOf>): Map<string, Token> {
  const listings = new Map<string, Token>();
  for (const token of tokens) {
    const info = token.type === "fence" || token.type === "pieces" ? infoKey.get(token) : undefined;
    const name = (info?.values.title ?? info?.values.file)?.trim().replace(/\s+/g, "-");
    if (!info || !name) continue;
    if (!listings.has(name)) listings.set(name, token);
    else if (info.flags.has("links"))
      noteProblem(
        env,
        "code-info",
        token.map?.[0],
        `"${name}" is the title of another block, too`,
        "links need one of their own",
        "links",
      );
  }
  return listings;
}

/** The displayed numbers of the first and the last line. */
function numbersOf({ content }: Token, { flags, start = 1 }: FenceInfo): LineRange {
  const { code } = flags.has("proof") ? { code: content } : readDiagnostics(content);
  return [start, start + lineCount(code) - 1];
}

function idOf(name: string, from: number, to?: number): string {
  return `${name}-L${from}${to === undefined ? "" : `-L${to}`}`;
}

/** A line's `id` attribute, and the link at its number, which is not a tab stop. Both are empty for a line that is not linked. */
export function targetHtml(number: number, targets: LineTargets | undefined): { id: string; link: string } {
  if (!targets?.lines.has(number)) return { id: "", link: "" };
  const id = escapeMarkup(idOf(targets.name, number));
  const link = targets.isEvery ? `<a href="#${id}" aria-label="${number}" tabindex="-1"></a>` : "";
  return { id: ` id="${id}"`, link };
}

/**
 * Joins lines of HTML, wrapping each linked range in an element; `first` is the number of the first line. A range that overlaps another,
 * or ends outside of these lines, only has an empty element where it begins.
 */
export function withRanges(lines: readonly string[], first: number, targets: LineTargets | undefined): string {
  if (!targets || targets.ranges.length === 0) return lines.join("");
  const last = first + lines.length - 1;
  const opening = new Map<number, string>();
  const closing = new Map<number, number>();
  const around: LineRange[] = [];
  for (const [from, to] of targets.ranges.toSorted(([a, b], [c, d]) => a - c || d - b)) {
    if (from < first || from > last) continue;
    const isWhole = to <= last && around.every(([, end]) => from > end || to <= end);
    const tag = `<span${isWhole ? ' class="lines"' : ""} id="${escapeMarkup(idOf(targets.name, from, to))}">`;
    opening.set(from, (opening.get(from) ?? "") + tag + (isWhole ? "" : "</span>"));
    if (isWhole) closing.set(to, (closing.get(to) ?? 0) + 1);
    if (isWhole) around.push([from, to]);
  }
  return lines
    .map((line, at) => (opening.get(first + at) ?? "") + line + "</span>".repeat(closing.get(first + at) ?? 0))
    .join("");
}
