/** The words of a Markdown text, read by hand and without a parser, so that what a parser loses is missed. */
import { parsePiece, textOf } from "./html.ts";

/** Chinese and Japanese have no spaces between words, and lines are joined without one: there, each character is one. */
const UNSPACED = "[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}]";
const WORD = new RegExp(`(?=[\\p{L}\\p{N}])${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}])+`, "gu");

/** Words that are meant to be read, or lead somewhere: none of comments, of names of footnotes and definitions, or of lists. */
export function wordsOfMarkdown(markdown: string): string[] {
  const text = markdown
    .replace(/<!--[\s\S]*?-->/g, "")
    // Of a directive, the label is read.
    .replace(/^([ >]*(?:[-*+] )*):{2,}[a-z-]+(?:\[(.*)\])?(?:\{[^{}\n]*\})?[ \t]*$/gm, "$1 $2")
    .replace(/(?<![\p{L}\p{N}_:]):(?:kbd|abbr)\[([^[\]\n]*)\](?:\{(?:title="([^"\n]*)")?\})?/gu, "$1 $2")
    .replace(/^[ >]*(?:[-*+] |\d+[.)] )*[ >]*(?:`{3,}|~{3,}).*$/gm, " ")
    .replace(/^[ >]*(?:[-*+][ \t]+)*\d{1,9}[.)](?=\s)/gm, " ")
    .replace(/^([ >]*(?:[-*+]|\d+[.)])[ \t]+)\[[xX]\]/gm, "$1")
    .replace(/\\(?:text|tag)\b/g, " ")
    .replace(/\[\^[^\]\n]*\]:?/g, " ")
    .replace(/(?<=\])\[[^\]]*\]/g, " ")
    // The same definition twice is one.
    .replace(/^(\[[^\]\n]+\]:.*)$(?=[\s\S]*^\1$)/gm, " ")
    .replace(/^[ >]*\[(?:\/\/|comment)\]:.*$/gm, " ")
    // Of files beside the text only their names' places are known.
    .replace(/(?<=\]\()(?!https?:)[^()\s]+/g, " ")
    .replace(/^([ >]*\[[^\]\n]+\]:[ \t]*)(?!https?:)\S+\.\w+/gm, "$1 ")
    .replace(/^([ >]*)\[[^\]\n]+\]:/gm, "$1 ")
    .replace(/(?<=\b(?:src|href|srcset|poster|cite)\s*=\s*["']?)(?!https?:)[^"'\s>]+/g, " ")
    // When a file is shown or loaded is for browsers, and the page may say it in another way.
    .replace(/(?<=<(?:source|img)\b[^>]*)\s(?:media|loading)="[^"]*"/g, " ")
    .replace(/&(?:#\w+|\w+);/g, (reference) => textOf(parsePiece(reference)));
  return wordsIn(unencoded(text));
}

/** All words of some HTML, addresses and other attributes among them. */
export function wordsOfSource(html: string): string[] {
  // Colours may divide a word.
  const plain = html.replace(/<pre[\s\S]*?<\/pre>/g, (code) => code.replace(/<\/?span\b[^>]*>/g, ""));
  return wordsIn(unencoded(plain.replace(/&(?:quot|lt|gt);/g, " ").replace(/&amp;/g, "&")));
}

/** The words of some HTML that a reader sees. */
export function visibleWords(html: string): string[] {
  const text = html.replace(/<sup\b[^>]*><a [^>]*href="[^"#]*#fn-[\s\S]*?<\/sup>/g, " ");
  const apart = text.replace(
    /<\/?(?!\/?(?:a|abbr|b|code|del|em|i|ins|kbd|mark|q|s|samp|span|strong|sub|sup|u|var)\b)[a-z]/g,
    " $&",
  );
  return wordsIn(textOf(parsePiece(apart)));
}

export function wordsIn(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(WORD) ?? [];
}

/** Which words are in one list more often than in the other. */
export function missingFrom(found: string[], wanted: string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  return wanted.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

function unencoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
