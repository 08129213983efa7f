import type { Syntax } from "./syntaxes.ts";

/** Markdown within a block of HTML, whose text is not read as Markdown; a backslash would be shown there, too. */
export const IN_HTML: readonly Syntax[] = [
  { mark: "](", pattern: /(?<![\w\]])!?\[[^[\]\n]+\]\([^()\s]+\)/g, shownBy: "&#91;" },
  { mark: "```", pattern: /^ {0,3}`{3,}.*$/gm, shownBy: "&#96;" },
  { mark: "~~~", pattern: /^ {0,3}~{3,}.*$/gm, shownBy: "&#126;" },
  { mark: "**", pattern: /(?<![\w*])\*\*[^\s*][^*\n]*\*\*/g, shownBy: "&#42;" },
  { mark: "`", pattern: /`[^`\n]+`/g, shownBy: "&#96;" },
].map((one) => ({ ...one, instead: "leave an empty line behind the tag before it, so that it is read as Markdown" }));
