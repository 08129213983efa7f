/** What a block of code is called: above it, and to those who hear a page. */
import { escapeMarkup } from "../content/text/escape.ts";
import { type Speech, speakerOf } from "../content/words/words.ts";
import type { FenceInfo } from "./fence.ts";
import { marksOf } from "./marks.ts";
import { BETWEEN } from "./references/label.ts";

/** Its number; a file's name where the fence has no title; and the role that runs it. */
export function titleOf({ values, runAs, numbered }: FenceInfo): string | undefined {
  const title = [values.title ?? values.file, runAs].filter(Boolean).join(", ");
  return [numbered, title].filter(Boolean).join(BETWEEN) || undefined;
}

/** The title where the block shows it itself: that of a tab is the tab's label. */
export function shownTitle(info: FenceInfo): string | undefined {
  return info.isLabelled ? undefined : titleOf(info);
}

/** `class` and `id` of the element that shows it. */
export function marksOfCode({ label, classes }: Pick<FenceInfo, "label" | "classes">, own: readonly string[]): string {
  return marksOf({ id: label, classes }, own);
}

export function labelOf(info: FenceInfo, speech: Speech): string {
  const { language } = info;
  const speak = speakerOf(speech);
  return titleOf(info) ?? (language ? speak("codeIn", { language }) : speak("code"));
}

export function captionHtml(info: FenceInfo): string {
  const title = shownTitle(info);
  return title ? `<figcaption>${escapeMarkup(title)}</figcaption>\n` : "";
}

export function plainTitle(info: FenceInfo): string {
  const title = shownTitle(info);
  return title ? `<p><em>${escapeMarkup(title)}</em></p>\n` : "";
}
