/** The text of an item as WordPress showed it: blocks, shortcodes, and paragraphs by their empty lines, as HTML. */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import { publicAddress } from "../html/embeds.ts";
import type { Left, SourcePlace } from "../source-site.ts";
import type { Library } from "./library.ts";
import {
  brokenVerse,
  CODE_NAMES,
  captionOf,
  codeOf,
  embedOf,
  figureOf,
  isShortcode,
  LANGUAGES,
  languageOf,
  playerOf,
} from "./shortcode-html.ts";
import { replaceShortcodes, type Shortcode } from "./shortcode-text.ts";
import type { WxrItem } from "./wxr.ts";

export interface BodyOptions {
  readonly library: Library;
  /** Items by their id: reusable blocks are some of them. */
  readonly items: ReadonlyMap<string, WxrItem>;
  readonly left: Left[];
}

/** As long as the text before it, line by line, so that lines of the report are right. */
export function wordpressHtml(item: WxrItem, options: BodyOptions): string {
  const notes: Note[] = [];
  const body = new Body(item, options, notes);
  const html = withFullPictures(body.read(item.content), options.library);
  return html + listOf(notes);
}

/** What is shown where a text goes on, and how pages were divided. */
const MARKS = /<!--\s*(more|nextpage)\b[\s\S]*?-->|<!--noteaser-->/g;

const BLOCK = /<!--\s+(\/)?wp:([a-z][\w-]*(?:\/[\w-]+)?)(?:\s+(\{[\s\S]*?\}))?\s*(\/)?-->/g;

class Body {
  readonly #item: WxrItem;
  readonly #options: BodyOptions;
  readonly #notes: Note[];
  /** The line of the file on which the text begins that is being read. */
  #line: number;
  /** Reusable blocks that are being read. */
  readonly #within: ReadonlySet<string>;

  constructor(item: WxrItem, options: BodyOptions, notes: Note[], within: ReadonlySet<string> = new Set([item.id])) {
    this.#item = item;
    this.#options = options;
    this.#notes = notes;
    this.#within = within;
    this.#line = item.contentLine;
  }

  read(content: string): string {
    return content.includes("<!-- wp:") ? this.#blocks(content) : this.#classic(content);
  }

  /** Text between blocks is as in the classic editor; the text of blocks is HTML already. */
  #blocks(content: string): string {
    let html = "";
    let position = 0;
    const open: { name: string; attributes: Record<string, unknown> }[] = [];
    const add = (text: string): void => {
      const inner = open.at(-1)?.name;
      this.#line = this.#item.contentLine + linesIn(content.slice(0, position));
      if (inner === undefined || inner === "freeform") html += text.trim() === "" ? text : this.#classic(text);
      else if (inner === "shortcode") html += this.#shortcodes(text, true);
      else if (inner === "html" || inner === "code" || inner === "preformatted" || inner === "verse")
        html += inner === "verse" ? brokenVerse(text) : text;
      else html += this.#shortcodes(text, false);
    };
    for (const { 0: comment, 1: isEnd, 2: name = "", 3: json, 4: isVoid, index } of content.matchAll(BLOCK)) {
      add(content.slice(position, index));
      position = index + comment.length;
      const short = name.replace(/^core\//, "");
      const attributes = jsonOf(json);
      if (isEnd) {
        const at = open.findLastIndex((block) => block.name === short);
        const [block] = at === -1 ? [] : open.splice(at);
        if (block && languageOf(block)) html += "</div>";
        continue;
      }
      const block = { name: short, attributes };
      if (isVoid) html += this.#voidBlock(block, index, comment);
      else {
        open.push(block);
        if (languageOf(block)) html += `<div data-language="${escapeMarkup(languageOf(block) ?? "")}">`;
        if (short === "embed" && !content.slice(position, position + 2000).includes("wp-block-embed__wrapper"))
          html += this.#embed(String(attributes["url"] ?? ""));
      }
    }
    add(content.slice(position));
    return this.#withEmbeds(html.replace(MARKS, ""));
  }

  /** A block without a text of its own: a program made what it showed. */
  #voidBlock(
    { name, attributes }: { name: string; attributes: Record<string, unknown> },
    index: number,
    comment: string,
  ): string {
    if (name === "block") return this.#reusable(String(attributes["ref"] ?? ""), index, comment);
    if (name === "footnotes") return this.#footnotes();
    if (name === "embed" || name.startsWith("core-embed/")) return this.#embed(String(attributes["url"] ?? ""));
    if (/^(spacer|separator|nextpage|more|page-break)$/.test(name)) return name === "separator" ? "<hr>" : "";
    // Some plugins keep their code in the comment alone.
    const code = attributes["code"] ?? attributes["content"];
    if (typeof code === "string" && /code|highlight|syntax/.test(name))
      return `<pre${languageOf({ name, attributes }) ? ` data-language="${escapeMarkup(languageOf({ name, attributes }) ?? "")}"` : ""}>${escapeText(code)}</pre>`;
    this.#left("block that a program fills", index, comment, "nothing", `wp:${name}`);
    return "";
  }

  #reusable(id: string, index: number, comment: string): string {
    const item = this.#options.items.get(id);
    if (!item || this.#within.has(id)) {
      this.#left("reusable block", index, comment, "nothing");
      return "";
    }
    return new Body(item, this.#options, this.#notes, new Set([...this.#within, id])).read(item.content);
  }

  /** Their texts are no part of the content. */
  #footnotes(): string {
    const written = this.#item.meta.get("footnotes")?.[0];
    const notes = written ? parsedJson(written) : undefined;
    if (!Array.isArray(notes)) return "";
    const items = notes.flatMap((note: unknown) => {
      if (typeof note !== "object" || note === null || !("id" in note) || !("content" in note)) return [];
      const id = escapeMarkup(String(note.id));
      return [`<li id="${id}">${String(note.content)} <a href="#${id}-link">↩</a></li>`];
    });
    return `<ol class="wp-block-footnotes">${items.join("")}</ol>`;
  }

  #embed(url: string): string {
    return /^https?:/.test(url) ? `<p><a href="${escapeMarkup(publicAddress(url))}">${escapeText(url)}</a></p>` : "";
  }

  /** A bare address in a block of embedding. */
  #withEmbeds(html: string): string {
    return html.replace(
      /(<div class="wp-block-embed__wrapper">)\s*(https?:\/\/[^\s<]+)\s*(<\/div>)/g,
      (_, start: string, url: string, end: string) => `${start}${this.#embed(url.replace(/&amp;/g, "&"))}${end}`,
    );
  }

  /** Line ends are line breaks, and two of them end a paragraph; blocks of HTML and code stay. */
  #classic(content: string): string {
    const html = this.#shortcodes(content.replace(MARKS, ""), true);
    const parts = html.split(
      /(<(pre|script|style|textarea|svg|object|iframe|math)\b[^>]*>[\s\S]*?<\/\2\s*>|<!--[\s\S]*?-->|<[a-zA-Z/][^<>]*>)/gi,
    );
    // With two groups, each part that matches is followed by the name of its element.
    return parts
      .filter((_, index) => index % 3 !== 2)
      .map((part, index) => (index % 2 === 1 ? part : part.replace(/\n/g, "<br>\n")))
      .join("");
  }

  /** `isClassic` where line ends count; elsewhere the text is HTML. */
  #shortcodes(text: string, isClassic: boolean): string {
    const withFormulas = text.replace(
      /\$latex\s+([^$]+?)\$/g,
      (_, tex: string) => `<img class="latex" alt="${escapeMarkup(tex.replace(/&amp;/g, "&"))}" src="x">`,
    );
    return replaceShortcodes(withFormulas, (shortcode) => this.#shortcode(shortcode, isClassic, text));
  }

  #shortcode(shortcode: Shortcode, isClassic: boolean, text: string): string | undefined {
    const { name, attributes, content, written } = shortcode;
    const inner = () => this.#shortcodes(content ?? "", isClassic);
    const value = (...names: string[]) =>
      names.map((one) => attributes.get(one)).find((one) => one !== undefined && one !== "");
    const first = () => value("url", "src", "href", "link", "0") ?? content?.replace(/<[^>]*>/g, "").trim();
    if (name === "caption" || name === "wp_caption") return captionOf(shortcode, inner());
    if (name === "gallery") return this.#gallery(attributes);
    if (name === "playlist") return this.#media(idsIn(value("ids", "include")));
    if (name === "audio" || name === "video") return playerOf(name, attributes, content);
    if (name === "embed") return this.#embed(first() ?? "");
    if (/^(latex|math|tex)$/.test(name) && content !== undefined)
      return `<img class="latex" alt="${escapeMarkup(content.trim())}" src="x">`;
    if (/^(efn_note|ref|footnote|fn|mfn|sidenote|note_ref)$/.test(name) && content !== undefined)
      return this.#note(inner());
    if (CODE_NAMES.test(name) || (LANGUAGES.test(name) && content !== undefined)) return codeOf(shortcode);
    const embed = embedOf(name, first());
    if (embed) {
      this.#options.left.push({
        ...this.#place(text, shortcode.index),
        construct: "embed",
        outcome: "noted",
        was: written,
        now: `a link to ${embed}`,
      });
      return this.#embed(embed);
    }
    if (/^(latexpage|toc|ez-toc|nextpage|more)$/.test(name)) return "";
    if (!isShortcode(shortcode)) return undefined;
    this.#options.left.push({
      ...this.#place(text, shortcode.index),
      construct: "shortcode",
      outcome: "left",
      was: written,
      now: content === undefined ? "nothing" : "what stands in it",
      tag: name,
    });
    return content === undefined ? "" : inner();
  }

  #note(html: string): string {
    const name = `wp-note-${this.#notes.length + 1}`;
    this.#notes.push({ name, html });
    return `<sup><a id="${name}-link" href="#${name}">${this.#notes.length}</a></sup>`;
  }

  #gallery(attributes: ReadonlyMap<string, string>): string {
    const { library } = this.#options;
    const chosen = idsIn(attributes.get("ids") ?? attributes.get("include"));
    const left = new Set(idsIn(attributes.get("exclude")));
    const own = () =>
      library.of(this.#item.id).filter(({ id, url }) => !left.has(id) && /\.(avif|gif|jpe?g|png|webp)$/i.test(url));
    const pictures = chosen.length > 0 ? chosen.map((id) => library.byId(id)) : own();
    const missing = pictures.filter((one) => one === undefined).length;
    if (missing > 0 || pictures.length === 0) {
      const was = `[gallery${[...attributes].map(([name, value]) => ` ${name}="${value}"`).join("")}]`;
      const now =
        pictures.length > missing ? `the ${pictures.length - missing} pictures that the export has` : "nothing";
      this.#options.left.push({
        file: this.#item.file,
        line: this.#item.contentLine,
        construct: "pictures of a gallery that are not in the export",
        outcome: "left",
        was,
        now,
      });
    }
    return pictures.flatMap((one) => (one ? [figureOf(one)] : [])).join("");
  }

  #media(ids: readonly string[]): string {
    const files = ids.flatMap((id) => this.#options.library.byId(id) ?? []);
    return files
      .map(({ url }) => `<p><a href="${escapeMarkup(url)}">${escapeText(url.split("/").at(-1) ?? url)}</a></p>`)
      .join("");
  }

  /** Of a block's comment, at a place in the whole content. */
  #left(construct: string, index: number, was: string, now: string, tag?: string): void {
    const line = this.#item.contentLine + linesIn(this.#item.content.slice(0, index));
    this.#options.left.push({
      file: this.#item.file,
      line,
      construct,
      outcome: "left",
      was: oneLine(was),
      now,
      ...(tag && { tag }),
    });
  }

  #place(text: string, index: number): SourcePlace {
    return { file: this.#item.file, line: this.#line + linesIn(text.slice(0, index)) };
  }
}

function idsIn(list: string | undefined): string[] {
  return (list ?? "").split(/[\s,]+/).filter(Boolean);
}

/** A footnote that stood in the text. */
interface Note {
  readonly name: string;
  readonly html: string;
}

function listOf(notes: readonly Note[]): string {
  if (notes.length === 0) return "";
  const items = notes.map(({ name, html }) => `<li id="${name}">${html} <a href="#${name}-link">↩</a></li>`);
  return `<ol>${items.join("")}</ol>`;
}

/** Pictures in their full size, with what the library says that they show. */
function withFullPictures(html: string, library: Library): string {
  return html.replace(/<(img|a)\b[^>]*>/gi, (tag) =>
    tag.replace(
      /(\s(?:src|href|data-orig-file)\s*=\s*)(["'])(.*?)\2/gi,
      (whole, start: string, quote: string, address: string) => {
        const found = library.byAddress(address) ?? (/^<a/i.test(tag) ? library.byLink(address) : undefined);
        return found ? `${start}${quote}${escapeMarkup(found.url)}${quote}` : whole;
      },
    ),
  );
}

function jsonOf(text: string | undefined): Record<string, unknown> {
  const value = text === undefined ? undefined : parsedJson(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
