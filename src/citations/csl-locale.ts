/** A language as a CSL locale: our own terms, and the months, date order and quotation marks of the Unicode CLDR. */
import { escapeMarkup } from "../content/text/escape.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { quotationMarksOf } from "../content/text/quotation-marks.ts";
import { TERM_NAMES, TERMS } from "./locale-terms.ts";
import { OTHERS } from "./others.ts";

/** Terms with a singular and a plural. */
const IN_NUMBER: ReadonlySet<string> = new Set(["editor", "page", "volume", "issue", "chapter", "section", "figure"]);
/** Terms that styles use in their short form. */
const SHORT: ReadonlySet<string> = new Set([...IN_NUMBER, "no date", "edition"]);

/** Languages that write an ordinal with a full stop: "3." */
const WITH_STOP: ReadonlySet<string> = new Set(["de", "cs", "pl", "tr"]);

/** The `<locale>` element to add to a style, for one language if `tag` is given; empty for English, which the processor knows. */
export function cslLocale(lang: string, tag: string | undefined): string {
  const { language } = new Intl.Locale(lang).maximize();
  const terms = termsIn(lang);
  if (language === "en" || !terms) return "";
  const [open, close, innerOpen, innerClose] = quotationMarksOf(lang);
  const months = Array.from({ length: 12 }, (_, month) =>
    term(`month-${String(month + 1).padStart(2, "0")}`, monthName(month, lang)),
  );
  const quotes = [
    ["open-quote", open],
    ["close-quote", close],
    ["open-inner-quote", innerOpen],
    ["close-inner-quote", innerClose],
  ];
  const written = [
    ...TERM_NAMES.flatMap((name, index) => termOf(name, terms, index)),
    // English writes "3rd"; other languages a full stop or nothing.
    term("ordinal", WITH_STOP.has(language) ? "." : ""),
    ...months,
    ...quotes.map(([name = "", mark = ""]) => term(name, mark)),
  ];
  const named = tag === undefined ? "" : ` xml:lang="${tag}"`;
  return `<locale${named}><style-options punctuation-in-quote="false"/>${dateForms(lang)}<terms>${written.join("")}</terms></locale>`;
}

/** Formatted names in which "et al." takes the place of `OTHERS` and of what joins it to the name before. */
export function withEtAl(html: string, lang: string): string {
  if (!html.includes(OTHERS)) return html;
  const terms = termsIn(lang);
  const of = (name: (typeof TERM_NAMES)[number]) => terms?.[TERM_NAMES.indexOf(name)];
  const [and, etAl] = [of("and") ?? "and", of("et-al") ?? "et al."];
  const joined = new RegExp(
    `[,;、،]?\\s*(?:(?:${escapeRegExp(and)}|and|&amp;|&#38;|&)\\s*)?${OTHERS}(?:\\.(?=\\s|$))?`,
    "g",
  );
  return html.replace(joined, ` ${escapeMarkup(etAl)}`).trimStart();
}

function termsIn(lang: string): readonly string[] | undefined {
  const { language, script } = new Intl.Locale(lang).maximize();
  return TERMS[`${language}-${script}`] ?? TERMS[language];
}

function termOf(name: string, terms: readonly string[], index: number): string[] {
  if (name === "editors" || name === "pages") return [];
  const one = terms[index] ?? "";
  const many = name === "editor" || name === "page" ? (terms[index + 1] ?? one) : one;
  const form = SHORT.has(name) ? ' form="short"' : "";
  if (IN_NUMBER.has(name))
    return [
      `<term name="${name}"${form}><single>${escapeMarkup(one)}</single><multiple>${escapeMarkup(many)}</multiple></term>`,
    ];
  return [term(name, one, form)];
}

function term(name: string, words: string, form = ""): string {
  return `<term name="${name}"${form}>${escapeMarkup(words)}</term>`;
}

/** The month's name as used in a date, which differs from its standalone form in some languages. */
function monthName(month: number, lang: string): string {
  const parts = new Intl.DateTimeFormat(lang, {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
    calendar: "gregory",
  }).formatToParts(Date.UTC(2026, month, 15));
  return parts.find(({ type }) => type === "month")?.value ?? "";
}

/** Day, month and year in the language's order, with its separators. */
function dateForms(lang: string): string {
  const parts = new Intl.DateTimeFormat(lang, {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
  }).formatToParts(Date.UTC(2026, 3, 15));
  let before = "";
  const written: string[] = [];
  for (const { type, value } of parts) {
    if (type === "day" || type === "month" || type === "year") {
      written.push(`<date-part name="${type}"${before ? ` prefix="${escapeMarkup(before)}"` : ""}/>`);
      before = "";
    } else before += value;
  }
  const last = before ? written.pop()?.replace("/>", ` suffix="${escapeMarkup(before)}"/>`) : undefined;
  return `<date form="text">${written.join("")}${last ?? ""}</date>`;
}
