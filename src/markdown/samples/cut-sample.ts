/** How a sample looks that is cut: one listing under one title, with each answer below its statement. */

import { type Speech, speakerOf } from "../../content/words/words.ts";
import type { FenceInfo } from "../fence.ts";
import { codeHtml, plainListing, scrollsAs } from "../listing.ts";
import { captionHtml, labelOf, marksOfCode, plainTitle } from "../listing-title.ts";
import type { Medium } from "../medium.ts";
import { type Elsewhere, elsewhereIn } from "./elsewhere.ts";
import { outcomeHtml } from "./outcomes.ts";
import type { Piece } from "./pieces.ts";

export function cutSampleHtml(
  pieces: Piece[],
  elsewhere: readonly Elsewhere[],
  info: FenceInfo,
  medium: Medium,
  speech: Speech,
): string {
  const isPage = medium === "page";
  const speak = speakerOf(speech);
  const placeOf = (index: number) =>
    speak("codePart", { code: labelOf(info, speech), part: index + 1, count: pieces.length });
  const parts = pieces.map((piece, index) => {
    const code = isPage ? pieceHtml(piece, info, placeOf(index)) : plainListing(piece.code, info, piece.firstLine);
    const { results, places } = piece;
    const others = elsewhereIn(elsewhere, places, index === pieces.length - 1);
    return code + outcomeHtml({ outcome: { results }, elsewhere: others }, medium, speech);
  });
  if (!isPage) return plainTitle(info) + parts.join("");
  const classes = ["listing", "cut", ...(info.flags.has("numbers") ? ["numbers"] : [])];
  return `<figure${marksOfCode(info, classes)}>\n${captionHtml(info)}${parts.join("")}</figure>\n`;
}

function pieceHtml({ before, code, firstLine }: Piece, info: FenceInfo, place: string): string {
  // Empty lines are copied and counted, though not visible.
  const gap = before.replace(/.*\n/g, (line) => `<span class="gap line">${line}</span>`);
  const html = gap + codeHtml(code, info, firstLine);
  return `<pre ${scrollsAs(place)}><code>${html}</code></pre>\n`;
}
