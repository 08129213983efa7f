/**
 * HTML that a visitor wrote, such as a comment, as HTML that may stand in a page: a short list of elements without attributes but
 * for where links lead, each closed in its place; of everything else the text stays. Nothing is passed on as it was written.
 */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import { readHtml, type Tag } from "./html-reader.ts";

const INLINE: Readonly<Record<string, string>> = {
  ...{
    a: "a",
    b: "strong",
    strong: "strong",
    i: "em",
    em: "em",
    code: "code",
    tt: "code",
    del: "del",
    s: "del",
    strike: "del",
  },
  ...{ sub: "sub", sup: "sup", q: "q", kbd: "kbd" },
};
const BLOCK: Readonly<Record<string, string>> = {
  ...{ p: "p", blockquote: "blockquote", pre: "pre", ul: "ul", ol: "ol", li: "li" },
  ...{ h1: "p", h2: "p", h3: "p", h4: "p", h5: "p", h6: "p" },
};
/** Not shown, with all that stands in them. */
const UNSHOWN = new Set(
  "script style template iframe object embed svg math noscript textarea select title head video audio canvas form".split(
    " ",
  ),
);
/** Each ends a paragraph where it begins or ends. */
const BREAKS = new Set("div section article table tr td th dl dt dd figure center hr".split(" "));
const MOST_OPEN = 20;

export function visitorHtml(html: string): string {
  const writer = new Writer();
  for (const piece of readHtml(html)) {
    if (typeof piece === "string") writer.text(piece);
    else writer.tag(piece);
  }
  return writer.end();
}

class Writer {
  #html = "";
  #open: string[] = [];
  #unshown: string[] = [];

  text(text: string): void {
    if (this.#unshown.length > 0 || text === "") return;
    if (text.trim() === "" && !this.#isInText()) return;
    this.#needText();
    const isCode = this.#open.includes("pre");
    this.#html += escapeText(isCode ? text : text.replace(/\s+/g, " "));
  }

  tag(tag: Tag): void {
    const { name, closing } = tag;
    if (UNSHOWN.has(name)) this.#passUnshown(name, closing);
    else if (this.#unshown.length > 0) return;
    else if (name === "br") this.#break();
    else if (BREAKS.has(name)) this.#closeTo(this.#open.findLastIndex((one) => /^(blockquote|li)$/.test(one)) + 1);
    else if (Object.hasOwn(INLINE, name)) this.#inline(INLINE[name] ?? "", tag);
    else if (Object.hasOwn(BLOCK, name)) this.#block(BLOCK[name] ?? "", closing);
  }

  end(): string {
    this.#closeTo(0);
    return this.#html.replace(/(?:<br>\s*)+(?=<\/p>)/g, "").replace(/<(\w+)>\s*<\/\1>/g, "");
  }

  #passUnshown(name: string, closing: boolean): void {
    if (name === "embed") return;
    if (!closing) this.#unshown.push(name);
    else this.#unshown = this.#unshown.slice(0, Math.max(0, this.#unshown.lastIndexOf(name)));
  }

  #break(): void {
    if (this.#open.includes("pre")) this.#html += "\n";
    else if (this.#isInText()) this.#html += "<br>";
  }

  #inline(name: string, { closing, attributes }: Tag): void {
    const at = this.#open.lastIndexOf(name);
    if (closing) {
      const isOwn = at !== -1 && this.#open.slice(at).every((one) => Object.values(INLINE).includes(one));
      if (isOwn) this.#closeTo(at);
      return;
    }
    if (at !== -1 || this.#open.length >= MOST_OPEN) return;
    const href = attributes.find(([key]) => key === "href")?.[1].trim();
    if (name === "a" && !(href && /^https?:\/\//i.test(href) && URL.canParse(href))) return;
    this.#needText();
    this.#open.push(name);
    this.#html +=
      name === "a" && href ? `<a href="${escapeMarkup(new URL(href).href)}" rel="nofollow ugc noopener">` : `<${name}>`;
  }

  #block(name: string, closing: boolean): void {
    if (closing) {
      const at = this.#open.lastIndexOf(name);
      if (at !== -1) this.#closeTo(at);
      return;
    }
    if (this.#open.length >= MOST_OPEN) return;
    const list = this.#open.findLastIndex((one) => /^(ul|ol)$/.test(one));
    if (name === "li") {
      // An item outside of a list is a paragraph.
      if (list === -1) {
        this.#block("p", false);
        return;
      }
      this.#closeTo(list + 1);
    } else {
      this.#closeTo(this.#open.findLastIndex((one) => /^(blockquote|li)$/.test(one)) + 1);
    }
    this.#open.push(name);
    this.#html += `<${name}>`;
  }

  /** Text stands in a paragraph, a list's item or code. */
  #needText(): void {
    if (this.#isInText()) return;
    const last = this.#open.at(-1);
    const name = last === "ul" || last === "ol" ? "li" : "p";
    this.#open.push(name);
    this.#html += `<${name}>`;
  }

  #isInText(): boolean {
    return this.#open.some((one) => /^(p|pre|li)$/.test(one)) && !/^(ul|ol|blockquote)$/.test(this.#open.at(-1) ?? "");
  }

  #closeTo(length: number): void {
    while (this.#open.length > length) this.#html += `</${this.#open.pop()}>`;
  }
}
