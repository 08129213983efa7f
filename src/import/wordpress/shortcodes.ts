/** Shortcodes of an item's text as HTML. What has no counterpart is noted in the report, and leaves its content. */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import type { Left } from "../source-site.ts";
import { lineCounter } from "../tags/paired.ts";
import type { Footnotes } from "./footnotes.ts";
import type { Library } from "./library.ts";
import {
  CODE_NAMES,
  captionOf,
  codeOf,
  embedOf,
  figureOf,
  isShortcode,
  LANGUAGES,
  linkTo,
  playerOf,
} from "./shortcode-html.ts";
import { replaceShortcodes, type Shortcode } from "./shortcode-text.ts";
import type { WxrItem } from "./wxr.ts";

const DEEPEST = 20;

export class Shortcodes {
  readonly #item: WxrItem;
  readonly #library: Library;
  readonly #left: Left[];
  readonly #footnotes: Footnotes;

  constructor(item: WxrItem, { library, left }: { library: Library; left: Left[] }, footnotes: Footnotes) {
    this.#item = item;
    this.#library = library;
    this.#left = left;
    this.#footnotes = footnotes;
  }

  /** `line` is the text's first one in the export file; `depth` counts the shortcodes around it. What stands deeper is left as it is. */
  replaceIn(text: string, line: number, depth = 0): string {
    if (depth > DEEPEST) return text;
    const withFormulas = text.replace(/\$latex\s([^$]+)\$/g, (_, tex: string) =>
      formula(tex.trim().replace(/&amp;/g, "&")),
    );
    const linesBefore = lineCounter(withFormulas);
    return replaceShortcodes(withFormulas, (shortcode) => {
      const content = (): string => this.replaceIn(shortcode.content ?? "", line, depth + 1);
      const note = (left: Pick<Left, "construct" | "outcome" | "now" | "tag">): void => {
        const at = line + linesBefore(shortcode.index);
        this.#left.push({ ...left, file: this.#item.file, line: at, was: shortcode.written });
      };
      return this.#htmlOf(shortcode, content, note);
    });
  }

  /** Undefined where brackets stand around what is no shortcode. */
  #htmlOf(
    shortcode: Shortcode,
    inner: () => string,
    note: (left: Pick<Left, "construct" | "outcome" | "now" | "tag">) => void,
  ): string | undefined {
    const { name, attributes, content } = shortcode;
    const address = (): string | undefined =>
      firstOf(attributes, "url", "src", "href", "link", "0") ?? content?.replace(/<[^<>]*>/g, "").trim();
    if (name === "caption" || name === "wp_caption") return captionOf(shortcode, inner());
    if (name === "gallery") return this.#gallery(attributes);
    if (name === "playlist") return this.#playlist(idsIn(firstOf(attributes, "ids", "include")));
    if (name === "audio" || name === "video") return playerOf(name, attributes, content);
    if (name === "embed") return linkTo(address() ?? "");
    if (/^(latex|math|tex)$/.test(name) && content !== undefined) return formula(content.trim());
    if (/^(efn_note|ref|footnote|fn|mfn|sidenote|note_ref)$/.test(name) && content !== undefined)
      return this.#footnotes.add(inner());
    if (CODE_NAMES.test(name) || (LANGUAGES.test(name) && content !== undefined)) return codeOf(shortcode);
    const embed = embedOf(name, address());
    if (embed) {
      note({ construct: "embed", outcome: "noted", now: `a link to ${embed}` });
      return linkTo(embed);
    }
    if (/^(latexpage|toc|ez-toc|nextpage|more)$/.test(name)) return "";
    if (!isShortcode(shortcode)) return undefined;
    const now = content === undefined ? "nothing" : "its content";
    note({ construct: "shortcode", outcome: "left", now, tag: name });
    return content === undefined ? "" : inner();
  }

  /** The pictures that it names, or else all that were uploaded for this item. */
  #gallery(attributes: ReadonlyMap<string, string>): string {
    const chosen = idsIn(attributes.get("ids") ?? attributes.get("include"));
    const excluded = new Set(idsIn(attributes.get("exclude")));
    const uploaded = () =>
      this.#library
        .of(this.#item.id)
        .filter(({ id, url }) => !excluded.has(id) && /\.(avif|gif|jpe?g|png|webp)$/i.test(url));
    const pictures = chosen.length > 0 ? chosen.map((id) => this.#library.byId(id)) : uploaded();
    const found = pictures.flatMap((picture) => picture ?? []);
    if (found.length < pictures.length || found.length === 0) {
      this.#left.push({
        file: this.#item.file,
        line: this.#item.contentLine,
        construct: "pictures of a gallery that are not in the export",
        outcome: "left",
        was: `[gallery${[...attributes].map(([name, value]) => ` ${name}="${value}"`).join("")}]`,
        now: found.length > 0 ? `the ${found.length} pictures that the export has` : "nothing",
      });
    }
    const figures = found.map(figureOf).join("");
    return found.length > 1 ? `<figure class="wp-block-gallery">${figures}</figure>` : figures;
  }

  #playlist(ids: readonly string[]): string {
    const files = ids.flatMap((id) => this.#library.byId(id) ?? []);
    return files
      .map(({ url }) => `<p><a href="${escapeMarkup(url)}">${escapeText(url.split("/").at(-1) ?? url)}</a></p>`)
      .join("");
  }
}

/** The first of these attributes that says something. */
function firstOf(attributes: ReadonlyMap<string, string>, ...names: string[]): string | undefined {
  return names.map((name) => attributes.get(name)).find((value) => value !== undefined && value !== "");
}

/** As WordPress.com marks formulas; `html/formulas.ts` reads the TeX of such images. */
function formula(tex: string): string {
  return `<img class="latex" alt="${escapeMarkup(tex)}" src="x">`;
}

function idsIn(list: string | undefined): string[] {
  return (list ?? "").split(/[\s,]+/).filter(Boolean);
}
