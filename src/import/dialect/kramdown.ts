/**
 * What kramdown, Goldmark and plugins of markdown-it know, and CommonMark does not: attribute lists, tables of contents, definition lists,
 * abbreviations, and Markdown within HTML by `markdown="1"`.
 */
import { escapeRegExp } from "../../content/text/escape-reg-exp.ts";
import type { Left, SourcePlace } from "../source-site.ts";
import { oneLine } from "../tags/tags.ts";
import { fencedLines } from "./fenced-lines.ts";

type Note = (line: number, construct: string, was: string, now: string, outcome?: Left["outcome"]) => void;

export function withoutKramdown(text: string, place: SourcePlace, left: Left[]): string {
  const note: Note = (line, construct, was, now, outcome = "noted") =>
    left.push({ ...place, line: (place.line ?? 1) + line, construct, outcome, was: oneLine(was), now });
  const steps = [withoutAttributes, withMarkdownInHtml, withDefinitionLists, withAbbreviations];
  return steps.reduce((done, step) => step(done, note), text);
}

const ATTRIBUTE = String.raw`(?:[#.][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"']+)|toc|no_toc|-)`;
const ON_A_LINE = new RegExp(String.raw`^[ \t>]*\{:?[ \t]*:?${ATTRIBUTE}(?:[ \t,]+${ATTRIBUTE})*[ \t]*:?\}[ \t]*$`);
const KRAMDOWN_LINE = /^[ \t>]*\{:[^{}\n]*\}[ \t]*$/;
const KRAMDOWN_INLINE = /(?<=[*_`)\]>\p{L}\p{N}.!?"'])[ \t]?\{:(?!:)[^{}\n]*\}/gu;
const BEHIND_SPAN = new RegExp(String.raw`(?<=[\])*_\x60])\{[ \t]*${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*[ \t]*\}`, "g");
const BEHIND_HEADING = new RegExp(
  String.raw`^([ \t>]*#{1,6}[ \t].*?)[ \t]*\{:?[ \t]*(${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*)[ \t]*\}[ \t]*#*[ \t]*$`,
);
const AT_LINE_END = new RegExp(String.raw`(?<=\S)[ \t]+\{(?=[.#])${ATTRIBUTE}(?:[ \t]+${ATTRIBUTE})*\}[ \t]*$`);
const CONTENTS =
  /^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\](?:\([^)]*\))?|<!-- ?\/?toc ?-->|\{:toc\})[ \t]*$/i;

/** Emphasis, code or a link, and the list behind it. */
const SPOKEN =
  /((?<![*\\])\*\*[^*\n]+\*\*|(?<![*\\])\*[^*\n]+\*|(?<![\w\\])_[^_\n]+_|(?<!\\)`[^`\n]+`|(?<![!\\])\[[^[\]\n]+\](?:\([^()\n]*\))?)(\{:?[^{}\n]*\blang=[^{}\n]*\})/g;

/** The language that an attribute list names, as BCP 47 has it. */
function languageIn(attributes: string): string | undefined {
  const [, quoted, plain] = /(?<![\w-])lang=(?:["']([\w-]+)["']|([\w-]+))/.exec(attributes) ?? [];
  const tag = quoted ?? plain;
  return tag !== undefined && /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(tag) ? tag : undefined;
}

/** True for a line of a paragraph, with no mark of a block at its beginning. */
function isProse(line: string | undefined): boolean {
  return (
    line !== undefined &&
    /^ {0,3}[^\s#>|<`~:{+=-]/.test(line) &&
    !/^ {0,3}(?:\*[ \t]|\d+[.)]|\[\^?[^\]]+\]:|[*_]{3})/.test(line)
  );
}

function withoutAttributes(text: string, note: Note): string {
  if (!/\{[:.#\w]|toc\]|\}/i.test(text)) return text;
  const lines = fencedLines(text);
  const out: string[] = [];
  for (const [index, { text: line, isCode }] of lines.entries()) {
    if (isCode || /^( {4}|\t)/.test(line)) {
      out.push(line);
      continue;
    }
    if (CONTENTS.test(line)) {
      // A list of which only the contents were made: "* TOC" above "{:toc}".
      if (line.includes("{:") && /^[ \t]*(?:[-*+]|\d+\.)[ \t]/.test(out.at(-1) ?? "")) out.pop();
      note(index, "table of contents", line, "nothing");
      continue;
    }
    if ((ON_A_LINE.test(line) && /[#.=:]|toc/.test(line)) || KRAMDOWN_LINE.test(line)) {
      const id = /#([\w:-]+)/.exec(line)?.[1];
      const previous = out.at(-1) ?? "";
      const lang = languageIn(line);
      if (lang !== undefined && isProse(previous)) {
        let first = out.length - 1;
        while (isProse(out[first - 1])) first--;
        out[first] = `<span lang="${lang}">${out[first]}`;
        out[out.length - 1] = `${out.at(-1)?.trimEnd()}</span>`;
        note(index, "attribute list", line, `lang="${lang}"`);
        continue;
      }
      if (/\btoc\b/.test(line) && /^[ \t]*(?:[-*+]|\d+\.)[ \t]/.test(previous)) out.pop();
      else if (id && /^[ \t]*#{1,6}[ \t]/.test(previous)) out[out.length - 1] = `${previous} {#${id}}`;
      note(index, "attribute list", line, id ? `the id ${id}, without the rest` : "nothing");
      continue;
    }
    const [, heading, attributes = ""] = BEHIND_HEADING.exec(line) ?? [];
    if (heading !== undefined) {
      const id = /#([\w:.-]+)/.exec(attributes)?.[1];
      if (attributes !== `#${id}`) note(index, "attribute list", `{${attributes}}`, id ? `the id ${id}` : "nothing");
      out.push(id ? `${heading} {#${id}}` : heading);
      continue;
    }
    const dropped = (written: string) => {
      note(index, "attribute list", written, "nothing");
      return "";
    };
    const spoken = line.replace(SPOKEN, (written: string, inner: string, attributes: string) => {
      const lang = languageIn(attributes);
      if (lang === undefined) return written;
      note(index, "attribute list", attributes, `lang="${lang}"`);
      return `<span lang="${lang}">${inner}</span>`;
    });
    const clean = spoken.replace(KRAMDOWN_INLINE, dropped).replace(BEHIND_SPAN, dropped).replace(AT_LINE_END, dropped);
    out.push(clean);
  }
  return out.join("\n");
}

const MARKDOWN =
  /^([ \t]*)<(\w+)((?:[^<>"']|"[^"]*"|'[^']*')*?)\s+(?:markdown|parse)=["']?(?:1|block|span|raw)?["']?((?:[^<>"']|"[^"]*"|'[^']*')*)>(.*)$/;

function withMarkdownInHtml(text: string, note: Note): string {
  if (!/(markdown|parse)=/.test(text)) return text;
  const open: string[] = [];
  const out: string[] = [];
  for (const [index, { text: line, isCode }] of fencedLines(text).entries()) {
    const [, indent = "", name = "", before = "", after = "", rest = ""] =
      (isCode ? undefined : MARKDOWN.exec(line)) ?? [];
    if (name) {
      note(index, "markdown=1", line, "an empty line behind the tag");
      const closing = rest.indexOf(`</${name}>`);
      out.push(`${indent}<${name}${before}${after}>`, "");
      if (closing === -1) {
        open.push(name);
        if (rest.trim()) out.push(rest.trim());
      } else out.push(rest.slice(0, closing).trim(), "", `</${name}>${rest.slice(closing + name.length + 3)}`);
      continue;
    }
    const last = open.at(-1);
    const closing = last && !isCode ? line.indexOf(`</${last}>`) : -1;
    if (last === undefined || closing === -1) {
      out.push(line);
      continue;
    }
    open.pop();
    const inner = line.slice(0, closing).trim();
    out.push(...(inner ? [inner] : []), "", line.slice(closing));
  }
  return out.join("\n");
}

/** `term` above `: what it is`; a definition goes on in indented lines. */
function withDefinitionLists(text: string, note: Note): string {
  if (!/^ {0,3}: +\S/m.test(text)) return text;
  const lines = fencedLines(text);
  // Code at the margin ends a list, and indented code is part of a definition.
  const prose = lines.map(({ text: line, isCode }) => (isCode && !/^( {2,}|\t)/.test(line) ? "`" : line));
  const out: string[] = [];
  for (let index = 0; index < lines.length; index++) {
    const list = definitionListAt(prose, index);
    if (!list || lines[index]?.isCode) {
      out.push(lines[index]?.text ?? "");
      continue;
    }
    note(index, "definition list", lines[index]?.text ?? "", "<dl>");
    out.push("<dl>", ...list.items, "</dl>", "");
    index = list.end - 1;
  }
  return out.join("\n");
}

function definitionListAt(lines: readonly string[], start: number): { items: string[]; end: number } | undefined {
  const items: string[] = [];
  let index = start;
  for (;;) {
    const terms: string[] = [];
    let at = index;
    while (isTerm(lines[at]) && terms.length < 5) terms.push(lines[at++]?.trim() ?? "");
    if (lines[at]?.trim() === "" && /^ {0,3}: +\S/.test(lines[at + 1] ?? "") && terms.length === 1) at++;
    if (terms.length === 0 || !/^ {0,3}: +\S/.test(lines[at] ?? "")) break;
    for (const term of terms) items.push(...(hasMarks(term) ? ["<dt>", "", term, "", "</dt>"] : [`<dt>${term}</dt>`]));
    while (/^ {0,3}: +\S/.test(lines[at] ?? "")) {
      const body = [(lines[at++] ?? "").replace(/^ {0,3}: +/, "")];
      while (
        at < lines.length &&
        (/^( {2,}|\t)\S/.test(lines[at] ?? "") ||
          (isTerm(lines[at]) && !/^ {0,3}: /.test(lines[at + 1] ?? "") && lines[at - 1]?.trim() !== "") ||
          (lines[at]?.trim() === "" && /^( {2,}|\t)\S/.test(lines[at + 1] ?? "")))
      ) {
        body.push((lines[at++] ?? "").replace(/^( {1,4}|\t)/, ""));
      }
      items.push(
        ...(body.length === 1 && !hasMarks(body[0] ?? "")
          ? [`<dd>${body[0]}</dd>`]
          : ["<dd>", "", ...body, "", "</dd>"]),
      );
      if (lines[at]?.trim() === "" && /^ {0,3}: +\S/.test(lines[at + 1] ?? "")) at++;
    }
    index = at;
    let next = at;
    while (lines[next]?.trim() === "") next++;
    if (!isTerm(lines[next]) || !/^ {0,3}: +\S/.test(lines[next + 1] ?? "")) break;
    index = next;
  }
  return items.length > 0 ? { items, end: index } : undefined;
}

/** True for a text that Markdown has to read. */
function hasMarks(text: string): boolean {
  return /[*_`[\]<>&!~^$\\]|https?:/.test(text);
}

function isTerm(line: string | undefined): boolean {
  return line !== undefined && /^ {0,3}[^\s:#>|<`~-]/.test(line) && !/^ {0,3}(?:[-*+]|\d+[.)])\s/.test(line);
}

const ABBREVIATION = /^ {0,3}\*\[([^\]\n]+)\]:[ \t]*(.*)$/;

/** Each is spelled out at its first use in the text. */
function withAbbreviations(text: string, note: Note): string {
  if (!text.includes("*[")) return text;
  const meanings = new Map<string, string>();
  const lines = fencedLines(text);
  const kept = lines.filter(({ text: line, isCode }, index) => {
    const [, short, long = ""] = (isCode ? undefined : ABBREVIATION.exec(line)) ?? [];
    if (!short) return true;
    meanings.set(short, long.trim());
    note(index, "abbreviation", line, "<abbr> at its first use");
    return false;
  });
  for (const [short, long] of meanings) {
    if (!long) continue;
    const word = new RegExp(`(?<![\\p{L}\\p{N}_/<"'\`=[(#-])${escapeRegExp(short)}(?![\\p{L}\\p{N}_"'\`\\]=])`, "u");
    const at = kept.findIndex(
      ({ text: line, isCode }) => !isCode && word.test(line) && !/^[ \t]*(#|<|\[|\|| {4})|[`<]/.test(line),
    );
    const line = kept[at];
    if (line)
      kept[at] = {
        ...line,
        text: line.text.replace(
          word,
          `<abbr title="${long.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}">${short}</abbr>`,
        ),
      };
  }
  return kept.map(({ text: line }) => line).join("\n");
}
