/** The text of an item as WordPress showed it: blocks, shortcodes, and paragraphs by their empty lines, as HTML. */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import type { Left } from "../source-site.ts";
import { lineCounter } from "../tags/paired.ts";
import { oneLine } from "../tags/tags.ts";
import { Footnotes, footnotesBlock } from "./footnotes.ts";
import { objectIn } from "./json.ts";
import type { Library } from "./library.ts";
import { linkTo } from "./shortcode-html.ts";
import { Shortcodes } from "./shortcodes.ts";
import type { WxrItem } from "./wxr.ts";

export interface BodyOptions {
  readonly library: Library;
  /** Items by their id: reusable blocks are some of them. */
  readonly items: ReadonlyMap<string, WxrItem>;
  readonly left: Left[];
}

export function wordpressHtml(item: WxrItem, options: BodyOptions): string {
  const footnotes = new Footnotes();
  const html = new BodyReader(item, options, footnotes).read();
  return withFullPictures(html, options.library) + footnotes.list();
}

// No pattern here reads past where it could begin anew, so that none looks at a text twice for what is never closed.

/** Where an excerpt ends, and where pages were divided. */
const MARKS = /<!--\s*(more|nextpage)\b(?:(?!<!--)[\s\S])*?-->|<!--noteaser-->/g;

const BLOCK_COMMENT = /<!--\s+(\/)?wp:([a-z][\w-]*(?:\/[\w-]+)?)(?:\s+(\{(?:(?!<!--|-->)[\s\S])*\}))?\s*(\/)?-->/g;

/** What has line breaks of its own, and the tags and comments between texts; the second group is the element's name. */
const NOT_TEXT =
  /(<(pre|script|style|textarea|svg|object|iframe|math)\b[^<>]*>(?:(?!<\2\b)[\s\S])*?<\/\2\s*>|<!--(?:(?!<!--)[\s\S])*?-->|<[a-zA-Z/][^<>]*>)/gi;

/** A block by its name without `core/`, and what its comment says of it. */
interface Block {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

class BodyReader {
  readonly #item: WxrItem;
  readonly #options: BodyOptions;
  readonly #footnotes: Footnotes;
  readonly #shortcodes: Shortcodes;
  readonly #linesBefore: (index: number) => number;
  /** Ids of the items around this text: a reusable block may hold itself. */
  readonly #within: ReadonlySet<string>;

  constructor(item: WxrItem, options: BodyOptions, footnotes: Footnotes, within: ReadonlySet<string> = new Set()) {
    this.#item = item;
    this.#options = options;
    this.#footnotes = footnotes;
    this.#shortcodes = new Shortcodes(item, options, footnotes);
    this.#linesBefore = lineCounter(item.content);
    this.#within = new Set([...within, item.id]);
  }

  read(): string {
    const { content, contentLine } = this.#item;
    return content.includes("<!-- wp:") ? this.#blocks(content) : this.#classic(content, contentLine);
  }

  #blocks(content: string): string {
    let html = "";
    let position = 0;
    const open: Block[] = [];
    for (const { 0: comment, 1: isEnd, 2: fullName = "", 3: json = "", 4: isVoid, index } of content.matchAll(
      BLOCK_COMMENT,
    )) {
      html += this.#textIn(open.at(-1), content.slice(position, index), position);
      position = index + comment.length;
      const block = { name: fullName.replace(/^core\//, ""), attributes: objectIn(json) };
      if (isEnd) {
        const at = open.findLastIndex(({ name }) => name === block.name);
        const [ended] = at === -1 ? [] : open.splice(at);
        if (ended && languageOf(ended)) html += "</div>";
      } else if (isVoid) {
        html += this.#voidBlock(block, index, comment);
      } else {
        open.push(block);
        const language = languageOf(block);
        if (language) html += `<div data-language="${escapeMarkup(language)}">`;
        const isBare = !content.slice(position, position + 2000).includes("wp-block-embed__wrapper");
        if (block.name === "embed" && isBare) html += linkTo(String(block.attributes["url"] ?? ""));
      }
    }
    html += this.#textIn(open.at(-1), content.slice(position), position);
    return withEmbeds(html.replace(MARKS, ""));
  }

  /** Text between blocks is as in the classic editor; the text of blocks is HTML already. */
  #textIn(block: Block | undefined, text: string, position: number): string {
    const line = this.#lineAt(position);
    switch (block?.name) {
      case undefined:
      case "freeform":
        return text.trim() === "" ? text : this.#classic(text, line);
      case "html":
      case "code":
      case "preformatted":
        return text;
      case "verse":
        return verseOf(text);
      case "file":
        return withoutButton(text);
      case "image":
      case "gallery":
        return this.#shortcodes.replaceIn(this.#withoutOwnPages(block, text, position), line);
      default:
        return this.#shortcodes.replaceIn(text, line);
    }
  }

  /** A picture's own page is not in the new site; where the block does not say that a link leads there, it stays. */
  #withoutOwnPages({ attributes }: Block, text: string, position: number): string {
    if (!/^(attachment|post)$/.test(String(attributes["linkDestination"] ?? attributes["linkTo"]))) return text;
    return text.replace(/<a\b[^<>]*>(\s*<img\b[^<>]*>\s*)<\/a>/g, (link, picture: string, at: number) => {
      const place = { file: this.#item.file, line: this.#lineAt(position + at) };
      const construct = "link to a picture's own page";
      this.#options.left.push({ ...place, construct, outcome: "noted", was: oneLine(link), now: "the picture" });
      return picture;
    });
  }

  /** A block without a text of its own: a program made what it showed. */
  #voidBlock(block: Block, index: number, comment: string): string {
    const { name, attributes } = block;
    if (name === "block") return this.#reusable(String(attributes["ref"] ?? ""), index, comment);
    if (name === "footnotes") return footnotesBlock(this.#item);
    if (name === "embed" || name.startsWith("core-embed/")) return linkTo(String(attributes["url"] ?? ""));
    if (name === "separator") return "<hr>";
    if (/^(spacer|nextpage|more|page-break)$/.test(name)) return "";
    // Some plugins keep their code in the comment alone.
    const code = attributes["code"] ?? attributes["content"];
    if (typeof code === "string" && /code|highlight|syntax/.test(name)) {
      const language = languageOf(block);
      return `<pre${language ? ` data-language="${escapeMarkup(language)}"` : ""}>${escapeText(code)}</pre>`;
    }
    this.#noteLost({ construct: "block that a program fills", tag: `wp:${name}` }, index, comment);
    return "";
  }

  #reusable(id: string, index: number, comment: string): string {
    const item = this.#options.items.get(id);
    if (item && !this.#within.has(id)) return new BodyReader(item, this.#options, this.#footnotes, this.#within).read();
    this.#noteLost({ construct: "reusable block" }, index, comment);
    return "";
  }

  /** Line ends are line breaks, and two of them end a paragraph; blocks of HTML and code stay. */
  #classic(content: string, line: number): string {
    const html = this.#shortcodes.replaceIn(content.replace(MARKS, ""), line);
    // The pattern has two groups, so that text, other and a name follow each other in turn.
    return html
      .split(NOT_TEXT)
      .filter((_, index) => index % 3 !== 2)
      .map((part, index) => (index % 2 === 1 ? part : part.replace(/\n/g, "<br>\n")))
      .join("");
  }

  #noteLost(left: Pick<Left, "construct" | "tag">, index: number, comment: string): void {
    const { file } = this.#item;
    this.#options.left.push({
      ...left,
      file,
      line: this.#lineAt(index),
      outcome: "left",
      was: oneLine(comment),
      now: "nothing",
    });
  }

  #lineAt(index: number): number {
    return this.#item.contentLine + this.#linesBefore(index);
  }
}

function languageOf({ name, attributes }: Block): string | undefined {
  if (!/code|highlight|syntax|prism|enlighter/.test(name)) return undefined;
  const value = attributes["language"] ?? attributes["lang"] ?? attributes["mode"];
  return typeof value === "string" && /^[\w+#.-]+$/.test(value) ? value : undefined;
}

/** Poetry is no code. Blanks before a line, and several within it, are kept as ones that do not collapse. */
function verseOf(text: string): string {
  return text.replace(/<pre\b[^<>]*>((?:(?!<pre\b)[\s\S])*?)<\/pre>/g, (_, verse: string) => {
    const lines = verse
      .replace(/<br\s*\/?>\n?/g, "\n")
      .replaceAll("\t", "    ")
      .split("\n");
    const spaced = lines.map((line) =>
      line.trimEnd().replace(/^ +| {2,}/g, (blanks) => "\u00A0".repeat(blanks.length)),
    );
    return `<p>${spaced.join("<br>\n")}</p>`;
  });
}

/** A file's second link, which is a button of the theme's, and the id by which the button is described. */
function withoutButton(text: string): string {
  return text
    .replace(/<a\b([^<>]*)>(?:(?!<a\b)[\s\S])*?<\/a>/g, (link, attributes: string) =>
      attributes.includes("wp-block-file__button") ? "" : link,
    )
    .replace(/\sid="wp-block-file--media-[^"]*"/g, "");
}

/** Blocks of embeds hold a bare address. */
function withEmbeds(html: string): string {
  return html.replace(
    /(<div class="wp-block-embed__wrapper">)\s*(https?:\/\/[^\s<]+)\s*(<\/div>)/g,
    (_, start: string, url: string, end: string) => `${start}${linkTo(url.replace(/&amp;/g, "&"))}${end}`,
  );
}

/** Pictures in their full size: texts show and link smaller copies. */
function withFullPictures(html: string, library: Library): string {
  return html.replace(/<(img|a)\b[^<>]*>/gi, (tag) =>
    tag.replace(
      /(\s(?:src|href|data-orig-file)\s*=\s*)(["'])(.*?)\2/gi,
      (whole, start: string, quote: string, address: string) => {
        const found = library.byAddress(address) ?? (/^<a/i.test(tag) ? library.byLink(address) : undefined);
        return found ? `${start}${quote}${escapeMarkup(found.url)}${quote}` : whole;
      },
    ),
  );
}
