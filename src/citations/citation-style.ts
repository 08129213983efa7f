/** Formats citations and bibliographies by a CSL style, through citeproc-rs. Of its HTML only text, emphasis and links are kept. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Citeproc from "@citeproc-rs/wasm";
import { z } from "zod";
import type { Citation, CitationStyle, Cite, CslItem, Formatted, OwnCitationStyle } from "../content/citation.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { escapeMarkup, escapeText } from "../content/text/escape.ts";
import { cslLocale, withEtAl } from "./csl-locale.ts";
import { OTHERS } from "./others.ts";

/** A style's CSL, and the file that problems name. */
export interface StyleSource {
  readonly file: string;
  readonly csl: string;
}

const PACKAGE = "@citeproc-rs/wasm";
/** Elements that are kept in citations and bibliographies, besides links. */
const ELEMENTS: ReadonlySet<string> = new Set(["i", "b", "sup", "sub"]);
const TAG = /<(\/?)([a-z]+)([^<>]*)>|&(?:#x?[\da-f]+|\w+);|[<>&"]/gi;

let loaded: typeof Citeproc | undefined;

const load: () => typeof Citeproc = () => createRequire(import.meta.url)(PACKAGE);

/** One of the styles that come with the engine. */
export function ownStyle(name: OwnCitationStyle): StyleSource {
  const file = `${name}.csl`;
  return { file, csl: readFileSync(new URL(`styles/${file}`, import.meta.url), "utf8") };
}

/**
 * Loads a style; `version` is the digest of its CSL. Fails for invalid CSL, for a dependent style (one that only names its parent),
 * and where citeproc-rs is not installed.
 */
export function citationStyle({ file, csl }: StyleSource, version: string): Result<CitationStyle> {
  try {
    loaded ??= load();
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND";
    if (!isMissing) throw error;
    return failure({ message: "citations need a package that is not installed", file, hint: `npm install ${PACKAGE}` });
  }
  const { parseStyleMetadata } = loaded;
  try {
    const meta = parseStyleMetadata(csl);
    if (meta.info.parent) {
      const hint = `use the style that it names: ${meta.info.parent.href}`;
      return failure({ file, message: "is a style that only names another", hint });
    }
    // Only a driver reports errors in the style.
    new loaded.Driver({ style: csl, format: "html" }).free();
    const isNote = meta.class === "note";
    return success({
      isNote,
      version,
      format: (citations, items, lang) => format({ file, csl }, citations, items, lang),
    });
  } catch (error) {
    return failure({ file, message: `is no CSL style: ${faultIn(error)}`, ...lineIn(error, csl) });
  }
}

function format(
  { file, csl }: StyleSource,
  citations: readonly Citation[],
  items: readonly CslItem[],
  lang: string,
): Result<Formatted> {
  if (!loaded) throw new Error("the package of citations was not loaded");
  try {
    const driver = new loaded.Driver({
      ...{ style: withLocale(csl, lang), format: "html", localeOverride: localeTag(lang), fetcher: NO_LOCALES },
    });
    try {
      driver.insertReferences(items.map((item) => ({ ...item })));
      driver.initClusters(
        citations.map((citation, index) => ({
          id: String(index),
          cites: citation.cites.map(citeOf),
          ...modeOf(citation),
        })),
      );
      driver.setClusterOrder(
        citations.map(({ note }, index) => ({ id: String(index), ...(note !== undefined && { note }) })),
      );
      const { allClusters, bibEntries } = driver.fullRender();
      const clusters = new Map(Object.entries(allClusters));
      return success({
        citations: citations.map((citation, index) => {
          const made = withEtAl(safeHtml(clusters.get(String(index)) ?? ""), lang);
          return made.startsWith(UNNAMED)
            ? (authorsOf(citation, items, lang) + made.slice(UNNAMED.length)).trim()
            : made;
        }),
        entries: bibEntries.map(({ id, value }) => ({ key: id, html: withEtAl(safeHtml(value), lang) })),
      });
    } finally {
      driver.free();
    }
  } catch (error) {
    return failure({ file, message: `citations can't be written by this style: ${faultIn(error)}` });
  }
}

/** What the processor prints for an author in a style that names none, such as a numeric one. */
const UNNAMED = "[NO_PRINTED_FORM]";

/** The authors' family names, or the title of a work without authors. */
function authorsOf({ cites: [cite] }: Citation, items: readonly CslItem[], lang: string): string {
  const item = items.find(({ id }) => id === cite?.key);
  const names = z.array(Name).safeParse(item?.["author"] ?? item?.["editor"]).data ?? [];
  const words = names.map(
    (name) => name.literal ?? [name["non-dropping-particle"], name.family].filter(Boolean).join(" "),
  );
  const shown = words.length > 3 ? [words[0] ?? "", OTHERS] : words;
  const title = item?.["title"];
  const list = withEtAl(escapeText(new Intl.ListFormat(lang).format(shown)), lang);
  return list || (typeof title === "string" ? safeHtml(title) : "");
}

const Name = z.object({
  literal: z.string().optional(),
  family: z.string().optional(),
  "non-dropping-particle": z.string().optional(),
});

function citeOf({ key, prefix, suffix, locator, withoutAuthor }: Cite): Citeproc.Cite {
  return {
    id: key,
    // Escaped, since the processor reads HTML in affixes.
    ...(prefix && { prefix: `${escapeText(prefix)} ` }),
    ...(suffix && { suffix: /^[,;:.]/.test(suffix) ? escapeText(suffix) : `, ${escapeText(suffix)}` }),
    ...(locator && { locator: locator.locator, label: locator.label }),
    ...(withoutAuthor && { mode: "SuppressAuthor" }),
  };
}

function modeOf({ form }: Citation): { mode?: "Composite" | "AuthorOnly" } {
  if (form === "sentence") return { mode: "Composite" };
  return form === "author" ? { mode: "AuthorOnly" } : {};
}

/** Adds our terms in a language to the style. The style's own terms for that language take precedence over ours, and ours over its general ones. */
function withLocale(csl: string, lang: string): string {
  const { language } = new Intl.Locale(lang);
  const hasGeneral = /<locale(?![^>]*xml:lang)/.test(csl);
  if (hasGeneral && new RegExp(`<locale[^>]*xml:lang="${language}["-]`).test(csl)) return csl;
  const locale = cslLocale(lang, hasGeneral ? language : undefined);
  return locale ? csl.replace("</info>", (end) => end + locale) : csl;
}

/** The processor accepts a language and a region, but no script. */
function localeTag(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return `${language}-${region ?? language.toUpperCase()}`;
}

/** The style has all its terms, so no locale is ever fetched. */
const NO_LOCALES: Citeproc.Fetcher = { fetchLocale: () => Promise.resolve("") };

/** Keeps text, the elements of `ELEMENTS`, and links to http and https addresses. */
function safeHtml(html: string): string {
  let open = 0;
  const text = html.replace(TAG, (part, closing: string | undefined, name: string | undefined, attributes = "") => {
    if (name === undefined) return part.length > 1 ? part : escapeMarkup(part);
    const element = name.toLowerCase();
    if (ELEMENTS.has(element)) return `<${closing}${element}>`;
    // A block separates a number from its entry.
    if (element === "div") return closing ? " " : "";
    if (element !== "a") return "";
    if (closing) {
      open -= 1;
      return open >= 0 ? "</a>" : "";
    }
    const href = /\bhref="(https?:[^"<>]*)"/i.exec(String(attributes))?.[1];
    if (href === undefined) return "";
    open += 1;
    return `<a href="${href}">`;
  });
  return text.replace(/\s+/g, (blanks) => (blanks.includes("\u00A0") ? blanks : " ")).trim();
}

/** The processor's errors: `StyleError` in https://github.com/cormacrelf/citeproc-rs. */
const StyleFault = z.object({
  data: z.object({
    content: z.union([
      z.string(),
      z.array(z.object({ message: z.string(), range: z.object({ start: z.number() }) })).min(1),
    ]),
  }),
});

function faultIn(error: unknown): string {
  const { success: isOfStyle, data } = StyleFault.safeParse(error);
  const content = isOfStyle ? data.data.content : error instanceof Error ? error.message : String(error);
  const message = typeof content === "string" ? content : (content[0]?.message ?? "");
  return message.split("\n", 1)[0] ?? "";
}

/** The processor gives an offset in bytes. */
function lineIn(error: unknown, csl: string): { line?: number } {
  const { success: isOfStyle, data } = StyleFault.safeParse(error);
  const content = isOfStyle ? data.data.content : "";
  const start = typeof content === "string" ? undefined : content[0]?.range.start;
  return start === undefined ? {} : { line: Buffer.from(csl).subarray(0, start).toString().split("\n").length };
}
