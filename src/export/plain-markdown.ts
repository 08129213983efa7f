/** An entry's Markdown as other engines read it: links by address, and what came out of its samples as blocks below them. */
import { posix } from "node:path";
import type { Entry } from "../content/entry.ts";
import type { Outcome, Transcript } from "../content/samples/transcript.ts";
import type { Speech } from "../content/words/words.ts";
import { withTargets } from "../feeds/whole-markdown.ts";
import { htmlToMarkdown } from "../import/html/html-to-markdown.ts";
import { outcomeHtml } from "../markdown/samples/outcomes.ts";
import { timelineHtml } from "../markdown/samples/timelines.ts";
import { withoutGalleries } from "./plain-galleries.ts";

export interface PlainOptions {
  /** Site-relative paths of pages by their content files. */
  readonly pages: ReadonlyMap<string, string>;
  /** Those of their translations into the entry's language, to which links without an anchor lead. */
  readonly translated: ReadonlyMap<string, string>;
  readonly transcript: Transcript | undefined;
  /** The words of what came out, in the entry's language. */
  readonly speech: Speech;
}

export function plainMarkdown(
  source: string,
  entry: Entry,
  { pages, translated, transcript, speech }: PlainOptions,
): string {
  // Code from files beside the page stands in it as a whole.
  const whole = /^ {0,3}(?:`{3,}|~{3,}).*\bfile=/m.test(source) ? entry.body.markdown() : source;
  const led = withTargets(whole, (target) => {
    const [, name = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(target) ?? [];
    if (name === "" || /^[a-z][a-z\d+.-]*:|^\//i.test(name)) return target;
    const file = posix.join(posix.dirname(entry.file), unencoded(name)).normalize("NFC");
    const path = (rest === "" ? translated.get(file) : undefined) ?? pages.get(file);
    return path === undefined ? target : path + rest;
  });
  return withResults(withoutGalleries(led), transcript, speech);
}

const FENCE = /^([ \t>]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)^[ \t>]*\2[`~]*[ \t]*$/gm;
/** Words behind a language that only say how it is proven. */
const PROVING =
  /\s+(?:proof|setup|hidden|fresh|timeline|races|fails|varies|since|before|as)(?:=(?:"[^"]*"|\S+))?(?=\s|$)/g;

/** In the order of the samples, in which the transcript has them too. */
function withResults(markdown: string, transcript: Transcript | undefined, speech: Speech): string {
  let number = 0;
  const shown = markdown.replace(FENCE, (block: string, indent: string, marks: string, info: string, code: string) => {
    if (!/\sproof(?=\s|$)/.test(info)) return block;
    const sample = transcript?.samples[number++];
    if (/\shidden(?=\s|$)/.test(info)) return GONE;
    const plain = block.replace(info, info.replace(PROVING, ""));
    const isShown = sample !== undefined && !/\ssetup(?=\s|$)/.test(info) && marks !== "";
    const result = isShown ? resultOf(sample.outcome, code, speech) : "";
    return result === "" ? plain : `${plain}\n\n${result.replace(/^(?=.)/gm, indent)}`;
  });
  return shown.replaceAll(new RegExp(`\\n*${GONE}\\n*`, "g"), "\n\n");
}

/** Stands for a block that is not shown (Unicode, noncharacters). */
const GONE = "\uFDD1";

function resultOf(outcome: Outcome, code: string, speech: Speech): string {
  const isTimeline = outcome.events !== undefined || outcome.races !== undefined;
  const html = isTimeline
    ? timelineHtml(code, { outcome, title: undefined }, "feed", speech)
    : outcomeHtml({ outcome }, "feed", speech);
  return htmlToMarkdown(html, { place: { file: "" } }).markdown.trim();
}

function unencoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
