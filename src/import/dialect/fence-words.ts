/** Translates the info string of a block: `js {1,3} title="x"` → `js title="x" mark=1,3`. Words without a meaning here are dropped. */
import { readFenceInfo } from "../../markdown/fence.ts";
import { ownWord, ownWords } from "../../markdown/foreign-fences.ts";

const LANGUAGE = /^\{?\.?([^\s,={}[\]:"']+)/;
const WORD =
  /\{([^{}]*)\}|\[([^\]]*)\]|:([^\s:=]+)|\/[^/\s][^/]*\/|"([^"]*)"|([^\s=:{}[\],]+)(?:=(?:"([^"]*)"|'([^']*)'|\{([^{}]*)\}|\[([^\]]*)\]|(\S*)))?/g;

/** `length` is the number of its lines, beyond which none can be marked. */
export function ownFenceInfo(info: string, length: number): { info: string; dropped: string[] } {
  // Zola's lists have blanks between their parts: hl_lines=1 3-5,linenos
  const text = info
    .trim()
    .replace(
      /\b(\w+_lines)=(\d[\d\s-]*)(?=,|$)/g,
      (_, key: string, lines: string) => ` ${key}={${lines.trim().replace(/\s+/g, ",")}} `,
    );
  if (!text || isOwn(text, length)) return { info: text.trim(), dropped: [] };
  const language =
    /^[{[]?(?:\d|\s*(?:mark|ins|del|hl_|line|title|file)[\w]*=)/.test(text) || text.startsWith('"')
      ? ""
      : (LANGUAGE.exec(text)?.[1] ?? "");
  const rest = language
    ? text
        .slice(text.indexOf(language) + language.length)
        .replace(/\}$/, (brace) => (text.startsWith("{") ? "" : brace))
    : text;
  const words: string[] = [];
  const dropped: string[] = [];
  for (const match of rest.matchAll(WORD)) {
    const [written, inBraces, inBrackets, behindColon, quoted, key, ...values] = match;
    const value = values.find((one) => one !== undefined);
    const group = inBraces !== undefined || inBrackets !== undefined || behindColon !== undefined;
    let own: string | undefined;
    if (group) own = ownWords(written, false);
    else if (quoted !== undefined) own = /\.\w+$/.test(quoted) ? `title="${quoted}"` : undefined;
    else if (key !== undefined) own = isOwn(`x ${written}`, length) ? written : ownWord(key, value);
    if (own && isOwn(`x ${own}`, length)) words.push(own);
    else if (written.trim()) dropped.push(written);
  }
  const own = [language, ...new Set(words)].filter(Boolean).join(" ");
  return isOwn(own, length) ? { info: own, dropped } : { info: language, dropped: [rest.trim()] };
}

/** True for one that the engine takes as it is, but for words that have a sample run. */
function isOwn(info: string, length: number): boolean {
  const { info: read, problems } = readFenceInfo(info);
  const isPlain =
    !/[`\n]/.test(info) &&
    !["proof", "setup", "hidden", "fresh", "timeline", "races"].some((word) => new RegExp(`\\s${word}\\b`).test(info));
  return (
    problems.length === 0 &&
    isPlain &&
    !read.values.file &&
    !read.values.region &&
    [...read.lines.keys()].every((line) => line <= length)
  );
}
