import type { Syntax } from "./syntaxes.ts";

/** Markdown within a block of HTML, whose text is not read as Markdown. */
export const IN_HTML: readonly Syntax[] = [
  { mark: "](", pattern: /(?<![\w\]])!?\[[^[\]\n]+\]\([^()\s]+\)/g },
  { mark: "```", pattern: /^ {0,3}`{3,}.*$/gm },
  { mark: "~~~", pattern: /^ {0,3}~{3,}.*$/gm },
  { mark: "**", pattern: /(?<![\w*])\*\*[^\s*][^*\n]*\*\*/g },
  { mark: "`", pattern: /`[^`\n]+`/g },
].map((one) => ({
  ...one,
  instead: "leave an empty line behind the tag before it, so that it is read as Markdown",
  shownBy: "&#42; for *, &#96; for ` or &#91; for [",
}));
