/**
 * The text of one entry, until the engine takes it: rewritten in place; where that is not enough, by way of the HTML that its own engine
 * made; and what is refused even then as plain text, block by block. No text is given up.
 */
import { syntaxProblem } from "../checks/syntax.ts";
import type { Problem } from "../content/problems/problem.ts";
import { success } from "../content/problems/result.ts";
import type { MarkdownContext, Notes } from "../markdown/extension.ts";
import { notesOf } from "../markdown/render.ts";
import { type AnchorLink, addressesOf } from "./addresses.ts";
import { withCallouts, withoutOurNames } from "./dialect/containers.ts";
import { withoutEmbedNames } from "./dialect/embeds.ts";
import { type FencedLine, fencedLines } from "./dialect/fenced-lines.ts";
import { withoutKramdown } from "./dialect/kramdown.ts";
import { rewriteMarkdown } from "./dialect/rewrite.ts";
import type { Rewriting } from "./dialect/rewriting.ts";
import { htmlToMarkdown } from "./html/html-to-markdown.ts";
import type { Media, PlacedFile } from "./media.ts";
import { oldPage } from "./old-page.ts";
import type { Plan, Planned } from "./plan.ts";
import { repair, withFragments } from "./repair.ts";
import type { Left, MarkdownDialect } from "./source-site.ts";
import { linkOf } from "./tags/shapes.ts";
import { oneLine } from "./tags/tags.ts";
import { lostWords, wordsOfHtml, wordsOfNotes } from "./words-compared.ts";

export interface Converting {
  readonly plan: Plan;
  readonly media: Media;
  readonly parse: Rewriting["parse"];
  /** The render context that all pages share. */
  readonly context: Pick<MarkdownContext, "siteUrl" | "draw" | "lang"> & {
    resolver(planned: Planned): MarkdownContext["resolve"];
  };
}

export interface Converted {
  readonly planned: Planned;
  readonly markdown: string;
  readonly left: readonly Left[];
  readonly files: ReadonlySet<PlacedFile>;
  readonly anchorLinks: readonly AnchorLink[];
  /** Ids that links can target. */
  readonly anchors: ReadonlySet<string>;
  /** Words that no line of the report accounts for. */
  readonly lost: readonly string[];
  /** Problems that remain; empty unless the importer has a fault. */
  readonly problems: readonly Problem[];
  /** True for a text that went by way of HTML. */
  readonly isByHtml: boolean;
}

const MOST_ROUNDS = 12;

export async function convertEntry(planned: Planned, converting: Converting): Promise<Converted> {
  try {
    return await converted(planned, converting);
  } catch (error) {
    // One text that something trips over is no reason to lose all others.
    const message = error instanceof Error ? error.message : String(error);
    const { entry } = planned;
    const was = oneLine(`${message}: ${entry.body.text}`);
    const place = { file: entry.file, line: entry.body.line };
    const left: Left[] = [
      { ...place, construct: "text that can't be read", outcome: "left", was, now: "its words alone" },
    ];
    const html =
      entry.body.format === "html" ? entry.body.text.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "") : entry.body.text;
    const text = plainBlock(html) || entry.title || "…";
    return settled(text, { planned, converting, left, files: new Set(), anchorLinks: [], isByHtml: false });
  }
}

async function converted(planned: Planned, converting: Converting): Promise<Converted> {
  const direct = planned.entry.body.format === "html" ? undefined : await attempt(planned, converting, "direct");
  if (direct && direct.problems.length === 0) return direct;
  const byHtml = await attempt(planned, converting, "html");
  if (byHtml.problems.length === 0) return byHtml;
  return neutral(byHtml, planned, converting);
}

type Way = "direct" | "html";

async function attempt(planned: Planned, converting: Converting, way: Way): Promise<Converted> {
  const { entry } = planned;
  const { plan, media, parse } = converting;
  const left: Left[] = [];
  const files = new Set<PlacedFile>();
  const anchorLinks: AnchorLink[] = [];
  const addresses = addressesOf({ plan, media, from: planned, left, files, anchors: anchorLinks });
  const given: MarkdownDialect = entry.body.dialect ?? {};
  const place = { file: entry.file, line: entry.body.line };
  const title = entry.title ?? "";
  let text: string;
  if (way === "direct") {
    text = rewriteMarkdown(entry.body.text, { dialect: given, place, title, addresses, left, parse });
  } else {
    const { format, text: source } = entry.body;
    const html =
      format === "html" ? source : oldPage(withoutKramdown(withCallouts(source, place, left, false), place, left));
    const converted = htmlToMarkdown(html, { place, describe: addresses.describe });
    // Lines of the HTML are not those of the text that it was made from.
    left.push(...converted.left.map((one) => (format === "html" ? one : { ...one, line: undefined })));
    const markdown = converted.markdown
      .replace(/^((?:> ?)*)\\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\?\]/gm, "$1[!$2]")
      .replace(/^([ \t>]*#{1,6} .*)\\\{#([\w-]+)\}$/gm, "$1{#$2}");
    text = rewriteMarkdown(markdown, {
      dialect: {
        ...(given.anchors && { anchors: given.anchors }),
        math: true,
        ...(given.contentRoot !== undefined && { contentRoot: given.contentRoot }),
      },
      place,
      title,
      addresses,
      left,
      parse,
    });
  }
  const link = entry.link ?? (text.trim() ? undefined : entry.canonical);
  const withLink = [link && /^https?:/.test(link) ? linkOf(link) : "", tidy(text)].filter(Boolean).join("\n\n");
  return settled(withLink || entry.description || title || "…", {
    planned,
    converting,
    left,
    files,
    anchorLinks,
    isByHtml: way === "html",
  });
}

interface Attempt {
  planned: Planned;
  converting: Converting;
  left: Left[];
  files: ReadonlySet<PlacedFile>;
  anchorLinks: readonly AnchorLink[];
  isByHtml: boolean;
}

/** Repaired as long as that helps. */
async function settled(
  given: string,
  { planned, converting, left, files, anchorLinks, isByHtml }: Attempt,
): Promise<Converted> {
  let text = tidy(given);
  let notes = notesFor(text, planned, converting, files);
  for (let round = 0; round < MOST_ROUNDS && notes.problems.length > 0; round++) {
    const better = repair(text, notes.problems, 1);
    if (!better || better.text === text) break;
    text = better.text;
    left.push(
      ...better.noted.map(({ construct, was, now, line }) => ({
        file: planned.entry.file,
        line: planned.entry.body.line + line,
        construct,
        outcome: "noted" as const,
        was: oneLine(was),
        now,
      })),
    );
    notes = notesFor(text, planned, converting, files);
  }
  if (notes.problems.length === 0) {
    const fragments = await fragmentsIn(notes);
    if (fragments.length > 0) {
      text = withFragments(text, fragments, 1);
      notes = notesFor(text, planned, converting, files);
    }
  }
  const { body } = planned.entry;
  const before = wordsOfHtml(
    body.format === "html" ? body.text : oldPage(withoutEmbedNames(withoutOurNames(body.text))),
  );
  return {
    ...{ planned, left, files, anchorLinks, isByHtml },
    markdown: text,
    anchors: new Set(notes.anchors),
    lost: lostWords(before, [...wordsOfNotes(notes), ...titleWords(planned)], left),
    problems: notes.problems,
  };
}

function titleWords({ entry }: Planned): string[] {
  return wordsOfHtml(entry.title ?? "");
}

async function fragmentsIn({ fences }: Notes) {
  const checked = await Promise.all(fences.map(async (fence) => ({ fence, problem: await syntaxProblem(fence) })));
  return checked.flatMap(({ fence, problem }) => (problem ? [{ fence, problem }] : []));
}

/** The engine's notes on a text. A fault within the engine becomes a problem of the text. */
function notesFor(text: string, planned: Planned, { context }: Converting, files: ReadonlySet<PlacedFile>): Notes {
  const { file, path, entry } = planned;
  const resolveOthers = context.resolver(planned);
  const names = new Set([...files].map((one) => one.file));
  const lang = entry.language ?? context.lang;
  return notesOf(text, {
    ...{ file, path, lang, firstLine: 1, siteUrl: context.siteUrl },
    ...(context.draw && { draw: context.draw }),
    resolve: (target) => {
      const asset = targetFile(target, planned);
      if (asset !== undefined && names.has(asset))
        return success({ kind: "asset", file: asset, path: `${path}${asset.split("/").at(-1)}` });
      return resolveOthers(target);
    },
  });
}

function targetFile(target: string, { folder }: Planned): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|^#|\.md(#|$)/i.test(target)) return undefined;
  const parts = `${folder}/${target}`.split("/");
  const out: string[] = [];
  for (const part of parts) {
    if (part === "..") out.pop();
    else if (part !== "." && part !== "") out.push(part);
  }
  return out.join("/");
}

/** Without more than one empty line outside of code, and with no blanks at its ends. */
function tidy(text: string): string {
  const lines = fencedLines(text.replace(/^\uFEFF/, ""));
  const kept = lines.filter(({ text: line, isCode }, index) => {
    const next = lines[index + 1];
    // Indented code has empty lines of its own.
    return isCode || line.trim() !== "" || next === undefined || next.text.trim() !== "" || isIndented(lines, index);
  });
  return kept
    .map(({ text: line }) => line)
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd();
}

function isIndented(lines: readonly FencedLine[], index: number): boolean {
  const next = lines.slice(index).find(({ text }) => text.trim() !== "");
  return next !== undefined && /^(?: {4}|\t)/.test(next.text);
}

/** The blocks in which problems are, as plain text. */
async function neutral(converted: Converted, planned: Planned, converting: Converting): Promise<Converted> {
  let current = converted;
  for (let round = 0; round < MOST_ROUNDS && current.problems.length > 0; round++) {
    const lines = new Set(current.problems.map(({ line = 1 }) => line));
    const root = converting.parse(current.markdown);
    const pieces: string[] = [];
    const left = [...current.left];
    let position = 0;
    let isChanged = false;
    for (const node of root.children) {
      const { start, end } = node.position ?? { start: undefined, end: undefined };
      if (!start || !end) continue;
      if (![...lines].some((line) => line >= start.line && line <= end.line)) continue;
      const source = current.markdown.slice(start.offset ?? 0, end.offset ?? 0);
      const problem = current.problems.find(({ line = 1 }) => line >= start.line && line <= end.line);
      const shown = round < 2 ? plainBlock(source) : "";
      pieces.push(current.markdown.slice(position, start.offset ?? 0), shown);
      position = end.offset ?? position;
      isChanged = true;
      left.push({
        file: planned.entry.file,
        line: undefined,
        construct: "text that the engine refuses",
        outcome: "left",
        was: oneLine(round < 2 ? `${problem?.message ?? ""}: ${source}` : source),
        now: round < 2 ? "its words alone" : "nothing",
      });
    }
    if (!isChanged) break;
    pieces.push(current.markdown.slice(position));
    current = await settled(pieces.join("") || planned.entry.title || "…", {
      planned,
      converting,
      left,
      files: current.files,
      anchorLinks: current.anchorLinks,
      isByHtml: current.isByHtml,
    });
  }
  return current;
}

/** The words of a block, with no mark that means anything; its lines stay apart. */
function plainBlock(source: string): string {
  const text = source.replace(/<!--[\s\S]*?-->/g, "").replace(/<\/?[a-zA-Z][^<>]*>/g, " ");
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/[ \t]+/g, " ")
        .trim()
        .replace(/[!-/:-@[-`{-~]/g, "\\$&"),
    )
    .filter((line) => line.trim())
    .join("\\\n");
}
