/** Markdown outside of its code, for tags that mean something there alone. */

/** Blocks, the last of which may have no end, and spans. */
export const CODE =
  /^ {0,3}(?<fence>`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`)/gm;

/** Changes what stands between blocks and spans of code; `line` counts the lines before a part. */
export function outsideCode(markdown: string, change: (part: string, line: number) => string): string {
  let result = "";
  let position = 0;
  let line = 0;
  const add = (end: number): void => {
    const part = markdown.slice(position, end);
    result += change(part, line);
    line += part.split("\n").length - 1;
  };
  for (const { 0: code, index } of markdown.matchAll(CODE)) {
    add(index);
    result += code;
    line += code.split("\n").length - 1;
    position = index + code.length;
  }
  add(markdown.length);
  return result;
}
