/** Plain words of Markdown, for titles, descriptions and tags. */

/** A sentence of the text, at most sixty characters. */
export function firstWords(body: string): string {
  const prose =
    body
      .split("\n")
      .map((line) => plainText(line.replace(/^[>#*+\-\s]+/, "")))
      .find((line) => /\p{L}/u.test(line) && !/^(import|export)\b/.test(line)) ?? "";
  if (prose.length <= 60) return prose;
  return `${prose.slice(0, 60).replace(/\s+\S*$/, "")}…`;
}

/** Without markup and expressions, on one line. Links have a greatest length, since many brackets may stand open. */
export function plainText(text: string): string {
  return text
    .replace(/\{[{%](?:(?!\{[{%])[\s\S])*?[}%]\}/g, " ")
    .replace(/<!--(?:(?!<!--)[\s\S])*?-->/g, " ")
    .replace(/<\/?[a-z][^<>]*>/gi, "")
    .replace(/!?\[([^\]]{0,500})\]\([^)]{0,2000}\)/g, "$1")
    .replace(/!?\[([^\]]{0,500})\]\[[^\]]{0,500}\]/g, "$1")
    .replace(/(\*\*|__|`+)(?=\S)([^*_`]*?\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)([^*_]*?\S)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\\([\\`*_{}[\]()#+.!<>~|$-])/g, "$1")
    .replace(
      /&(amp|lt|gt|quot|apos|nbsp|#39|hellip|mdash|ndash|rsquo|lsquo|rdquo|ldquo);/g,
      (_, name: string) => ENTITIES[name] ?? "",
    )
    .replace(/\s+/g, " ")
    .trim();
}

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  "#39": "'",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
};

/** A list that kramdown replaces by the table of contents. */
const CONTENTS = /^[*+-] .*\n\{:\s*toc\b.*$/gm;

/** The text before `<!--more-->`, as a description, if it is short. */
export function excerptOf(body: string): string | undefined {
  const [before, after] = body.split(/<!--\s*(?:more|excerpt|truncate)\s*-->/i, 2);
  const plain =
    after === undefined || before === undefined || /```|^( {4}|\t)|\|/m.test(before)
      ? ""
      : plainText(before.replace(CONTENTS, "").replace(/\{:[^}\n]*\}/g, ""));
  return plain && plain.length <= 300 ? plain : undefined;
}
