/** Raw HTML in Markdown as the engine takes it: other elements renamed, unwrapped or left out, other attributes dropped, each noted. */
import { oneLine } from "../tags/tags.ts";
import { embedAddress } from "./embeds.ts";

/** What the cleaner needs to know of the text around it. */
export interface HtmlContext {
  /** The address to write for a link; undefined for one that leads nowhere. */
  link(href: string, line: number): string | undefined;
  /** The address to write for a picture or a film; undefined where there is none. */
  media(src: string, line: number): string | undefined;
  note(construct: string, outcome: "noted" | "left", was: string, now: string, line: number): void;
}

const words = (text: string) => new Set(text.split(" "));

/** What the engine has. */
const ALLOWED = words(
  "a abbr aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark meter ol p picture pre progress q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr",
);
const ATTRIBUTES = words(
  "abbr alt cite class colspan controls datetime decoding dir download fetchpriority height high href hreflang id kind label lang loading loop low max media min muted open optimum poster preload reversed rowspan scope src srclang start title type value width",
);
const RENAMED = new Map([
  ["strike", "del"],
  ["tt", "code"],
  ["acronym", "abbr"],
  ["h1", "h2"],
  ["dir", "ul"],
  ["menu", "ul"],
  ["xmp", "pre"],
  ["listing", "pre"],
  ["image", "img"],
]);
/** Their tags go, and what stands in them stays. */
const UNWRAPPED = words(
  "font center big nobr article header footer main nav hgroup address label fieldset legend form button body html marquee blink search picture-wrapper amp-img g-emoji data slot output dialog basefont",
);
/** They go with all that stands in them. */
const DROPPED = words(
  "script style svg canvas math object applet frameset template head title select textarea map datalist noscript noframes",
);
/** The same, of those without an end. */
const DROPPED_VOID = words("link meta base input area param frame embed bgsound keygen isindex");
/** Of those whose tags go, the ones that may stand within a word. */
const INLINE = /^(font|big|nobr|blink|g-emoji|data|slot|label)$/;
const VOID = words("br hr img wbr source track col");

const TAG = /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

export class HtmlCleaner {
  readonly #context: HtmlContext;
  /** The element that is left out at the moment, and how deep it is nested in others of its name. */
  #dropping: { name: string; depth: number } | undefined;
  /** Names of the elements that are open. */
  readonly #open: string[] = [];

  constructor(context: HtmlContext) {
    this.#context = context;
  }

  /** True while what stands in an element that goes is passed. */
  get isDropping(): boolean {
    return this.#dropping !== undefined;
  }

  /** A piece of HTML, `line` counted in the text. Text between its tags stays as it is. */
  clean(html: string, line: number): string {
    let out = "";
    let position = 0;
    for (const match of html.matchAll(TAG)) {
      if (!this.#dropping) out += html.slice(position, match.index);
      position = match.index + match[0].length;
      out += this.#tag(match, line + html.slice(0, match.index).split("\n").length - 1);
    }
    if (!this.#dropping) out += html.slice(position).replace(/<(?=[A-Za-z/!?])/g, "&lt;");
    return out;
  }

  #tag([written, slash, givenName = "", attributeText = ""]: RegExpMatchArray, line: number): string {
    if (givenName === "") return this.#comment(written, line);
    const given = givenName.toLowerCase();
    if (this.#dropping) return this.#passDropped(given, slash === "/", attributeText);
    const name = RENAMED.get(given) ?? given;
    if (slash) return this.#close(name, given);
    if (DROPPED_VOID.has(name)) return this.#embedOrNothing(given, written, attributesIn(attributeText), line);
    if (name === "iframe" || DROPPED.has(name)) {
      const isAlone = /\/\s*$/.test(attributeText) && name !== "script";
      if (!isAlone) this.#dropping = { name, depth: 1 };
      return this.#embedOrNothing(given, written, attributesIn(attributeText), line);
    }
    if (UNWRAPPED.has(name)) {
      this.#context.note(`<${given}>`, "noted", written, "its content", line);
      return INLINE.test(name) ? "" : " ";
    }
    if (!ALLOWED.has(name)) {
      this.#context.note("unknown element", "noted", written, "the same as text", line);
      return written.replace("<", "&lt;");
    }
    if (name !== given) this.#context.note(`<${given}>`, "noted", written, `<${name}>`, line);
    return this.#open_(name, attributesIn(attributeText), written, line);
  }

  #comment(written: string, line: number): string {
    if (!this.#dropping && /^<!--/.test(written) && !/^<!--\s*(more|excerpt|truncate|toc)?\s*-->$/i.test(written))
      this.#context.note("HTML comment", "noted", written, "nothing", line);
    return "";
  }

  #passDropped(name: string, isClosing: boolean, attributes: string): string {
    const dropping = this.#dropping;
    if (!dropping || name !== dropping.name || /\/\s*$/.test(attributes)) return "";
    dropping.depth += isClosing ? -1 : 1;
    if (dropping.depth === 0) this.#dropping = undefined;
    return "";
  }

  #close(name: string, given: string): string {
    if (given === "br") return "<br>";
    if (UNWRAPPED.has(name)) return INLINE.test(name) ? "" : " ";
    if (VOID.has(name) || DROPPED.has(name) || DROPPED_VOID.has(name) || name === "iframe") return "";
    if (!ALLOWED.has(name)) return `&lt;/${given}>`;
    const at = this.#open.lastIndexOf(name);
    if (at === -1) return name === "p" ? " " : `</${name}>`;
    this.#open.splice(at, 1);
    return `</${name}>`;
  }

  #open_(name: string, attributes: [string, string][], written: string, line: number): string {
    const kept: [string, string][] = [];
    const dropped: string[] = [];
    for (const [key, value] of attributes) {
      const own = this.#attribute(name, key, value, line);
      if (own) kept.push(own);
      else dropped.push(key);
    }
    for (const key of new Set(dropped.filter((one) => !/^(href|src|srcset)$/.test(one)))) {
      this.#context.note(`attribute ${key}`, "noted", oneLine(written), `<${name}> without it`, line);
    }
    const has = (key: string) => kept.some(([one]) => one === key);
    if (name === "source") {
      // Of a picture, the img has one that all browsers show.
      if (!has("src")) return "";
    }
    if (name === "img") {
      const alt = kept.find(([key]) => key === "alt")?.[1];
      if (!has("src")) {
        this.#context.note("picture", "left", written, alt ? "its description" : "nothing", line);
        return alt ?? "";
      }
      if (alt === undefined) {
        this.#context.note("picture without a description", "noted", written, 'alt=""', line);
        kept.push(["alt", ""]);
      }
    }
    if ((name === "video" || name === "audio") && !has("controls")) kept.push(["controls", ""]);
    if (!VOID.has(name)) this.#open.push(name);
    return `<${name}${kept.map(([key, value]) => (value === "" && key !== "alt" ? ` ${key}` : ` ${key}="${value.replaceAll('"', "&quot;")}"`)).join("")}>`;
  }

  /** Undefined for one that is dropped. */
  #attribute(element: string, key: string, value: string, line: number): [string, string] | undefined {
    if (key === "name" && element === "a" && /^\S+$/.test(value)) return ["id", value];
    if (key === "classname") return ["class", value];
    if (key === "align" || key === "style" || key === "srcset" || !ATTRIBUTES.has(key)) return undefined;
    if (key === "id" && (!/^\S+$/.test(value) || /^fn(ref)?-\d|^page\./.test(value))) return undefined;
    if (key === "loading" && !/^(lazy|eager)$/i.test(value)) return undefined;
    if (key === "decoding" && !/^(async|sync|auto)$/i.test(value)) return undefined;
    if (key === "fetchpriority" && !/^(high|low|auto)$/i.test(value)) return undefined;
    if (key === "href") {
      const href = this.#context.link(value, line);
      return href === undefined ? undefined : [key, href];
    }
    if (key === "src" || key === "poster") {
      const src = this.#context.media(value, line);
      return src === undefined ? undefined : [key, src];
    }
    if (key === "cite") return /^https?:\/\/\S+$/.test(value) ? [key, value] : undefined;
    return [key, value];
  }

  #embedOrNothing(name: string, written: string, attributes: [string, string][], line: number): string {
    const value = (key: string) => attributes.find(([one]) => one === key)?.[1];
    const source = value("src") ?? value("data-src") ?? value("data") ?? "";
    const address = /^(iframe|embed|object|frame|script)$/.test(name) ? embedAddress(source) : undefined;
    const link = address === undefined || this.#open.includes("a") ? undefined : this.#context.link(address.url, line);
    if (link === undefined || (name === "script" && !address?.isKnown)) {
      this.#context.note(`<${name}>`, name === "noscript" ? "noted" : "left", written, "nothing", line);
      return "";
    }
    this.#context.note(`<${name}>`, "noted", written, link, line);
    const text = value("title")?.trim() || address?.name || link;
    return `<a href="${link.replaceAll('"', "%22")}">${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</a>`;
  }
}

/** Names in lower case, each once; values as they were written. */
function attributesIn(text: string): [name: string, value: string][] {
  const seen = new Map<string, string>();
  for (const [, name = "", double, single, bare] of text.replace(/\/\s*$/, "").matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase();
    if (!seen.has(key)) seen.set(key, double ?? single ?? bare ?? "");
  }
  return [...seen];
}
