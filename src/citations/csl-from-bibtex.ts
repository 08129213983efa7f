/** BibTeX and BibLaTeX to CSL-JSON: types, names, dates, and which field is which variable. */
import type { CslItem } from "../content/citation.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Reason } from "../content/problems/problem.ts";
import { OTHERS } from "./others.ts";
import type { BibEntry } from "./read-bibtex.ts";
import { plainTex, richTex } from "./tex-text.ts";

/** By the types of BibTeX and BibLaTeX. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ article: "article-journal", suppperiodical: "article-journal", review: "review" },
  ...{ book: "book", mvbook: "book", collection: "book", mvcollection: "book", proceedings: "book", reference: "book" },
  ...{ periodical: "book", booklet: "pamphlet", manual: "report", report: "report", techreport: "report" },
  ...{
    inbook: "chapter",
    bookinbook: "chapter",
    suppbook: "chapter",
    incollection: "chapter",
    suppcollection: "chapter",
  },
  ...{ inreference: "entry-encyclopedia", inproceedings: "paper-conference", conference: "paper-conference" },
  ...{ thesis: "thesis", mastersthesis: "thesis", phdthesis: "thesis", unpublished: "manuscript", patent: "patent" },
  ...{
    online: "webpage",
    electronic: "webpage",
    www: "webpage",
    software: "book",
    dataset: "dataset",
    misc: "article",
  },
  ...{
    video: "motion_picture",
    movie: "motion_picture",
    audio: "song",
    legislation: "legislation",
    standard: "report",
  },
};
/** Variables whose fields are words, the first that is there. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  publisher: ["publisher", "school", "institution", "organization"],
  "publisher-place": ["location", "address"],
  "collection-title": ["series"],
  ...{ volume: ["volume"], edition: ["edition"], version: ["version"], note: ["note"], ISBN: ["isbn"], ISSN: ["issn"] },
  "chapter-number": ["chapter"],
  "number-of-volumes": ["volumes"],
  "event-place": ["venue"],
  event: ["eventtitle"],
};
const NAMES: Readonly<Record<string, string>> = { author: "author", editor: "editor", translator: "translator" };
const THESES: Readonly<Record<string, string>> = { phdthesis: "PhD thesis", mastersthesis: "Master’s thesis" };

export function cslFromBibtex(
  entry: BibEntry,
  find: (key: string) => BibEntry | undefined,
): { item: CslItem; problems: Reason[] } {
  const { key, type } = entry;
  const parent = find(plainTex(entry.fields.get("crossref") ?? entry.fields.get("xdata") ?? ""));
  const fields = parent === undefined || parent === entry ? entry.fields : inherited(entry, parent);
  const of = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value?.trim());
  const problems: Reason[] = [];
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (known === undefined)
    problems.push({
      message: `@${type} is no type of work`,
      hint: didYouMean(type, Object.keys(TYPES)) ?? "write @misc",
    });
  const isArticle = type === "article" || type === "suppperiodical";
  const title = [of("title"), of("subtitle")].filter(Boolean).map((part) => richTex(part ?? ""));
  const container = of("journaltitle", "journal", "booktitle", "maintitle");
  const number = of("number");
  const date = dateOf(of("date", "year"), of("month"), of("day"), problems, of("date") ? "date" : "year");
  const accessed = dateOf(of("urldate"), undefined, undefined, problems, "urldate");
  const pages = of("pages");
  const genre = of("type") ?? THESES[type];
  const url = urlOf(of("url", "howpublished"), of("eprint"), of("eprinttype", "archiveprefix"));
  return {
    item: {
      id: key,
      type: known === "article" && url ? "webpage" : (known ?? "article"),
      ...(title.length > 0 && { title: title.join(": ") }),
      ...Object.fromEntries(
        Object.entries(NAMES).flatMap(([field, variable]) => {
          const names = of(field);
          return names ? [[variable, namesOf(names)]] : [];
        }),
      ),
      ...(container && { "container-title": richTex(container) }),
      ...Object.fromEntries(
        Object.entries(WORDS).flatMap(([variable, names]) => {
          const value = of(...names);
          return value ? [[variable, plainTex(value)]] : [];
        }),
      ),
      ...(number && { [isArticle || of("issue") ? "issue" : "number"]: plainTex(number) }),
      ...(of("issue") && { issue: plainTex(of("issue") ?? "") }),
      ...(genre && { genre: plainTex(genre) }),
      ...(pages && { page: plainTex(pages).replace(/\s*[–—-]+\s*/g, "-") }),
      ...(date && { issued: date }),
      ...(accessed && { accessed }),
      ...(of("doi") && { DOI: plainAddress(of("doi") ?? "").replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, "") }),
      ...(url && { URL: url }),
    },
    problems,
  };
}

/** What the work that it is a part of says; that work's title is the part's container. */
function inherited(entry: BibEntry, parent: BibEntry): Map<string, string> {
  const title = parent.fields.get("title");
  const own = new Set(["title", "subtitle", "crossref", "xdata", "author"]);
  const from = [...parent.fields].filter(([name]) => !own.has(name));
  return new Map([...from, ...(title ? [["booktitle", title] as const] : []), ...entry.fields]);
}

/** Addresses are not TeX, but may have its backslashes. */
function plainAddress(address: string): string {
  return address
    .replace(/\\url\{([^{}]*)\}/g, "$1")
    .replace(/\\([_%&#~{}])/g, "$1")
    .replace(/[{}\s]/g, "");
}

function urlOf(url: string | undefined, eprint: string | undefined, archive: string | undefined): string | undefined {
  const plain = url && plainAddress(url);
  if (plain && /^https?:\/\//i.test(plain)) return plain;
  if (eprint && /^arxiv$/i.test(archive ?? "")) return `https://arxiv.org/abs/${plainAddress(eprint)}`;
  return undefined;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `2020`, `2020-05-01`, `2020-05/2020-06`, a year and a month; what is none of them is said as it stands. */
function dateOf(
  written: string | undefined,
  month: string | undefined,
  day: string | undefined,
  problems: Reason[],
  field: string,
): object | undefined {
  if (written === undefined) return undefined;
  const plain = plainTex(written);
  const parts = plain
    .split(/\/|(?<=\d{4})[–-](?=\d{4}$)/)
    .map((part) => /^(-?\d{1,4})(?:-(\d\d?))?(?:-(\d\d?))?[~?%]?$/.exec(part.trim()));
  const dates = parts.flatMap((part) => (part ? [part.slice(1).filter(Boolean).map(Number)] : []));
  const isDate = dates.every(([, m = 1, d = 1]) => m >= 1 && m <= 12 && d >= 1 && d <= 31);
  if (dates.length !== parts.length || !isDate) {
    if (/\d{4}-\d/.test(plain))
      problems.push({ message: `"${plain}" in ${field} is no date`, hint: "write 2026-11-22" });
    return { literal: plain };
  }
  const [first = []] = dates;
  const number = month === undefined ? undefined : monthOf(plainTex(month));
  if (first.length === 1 && number) first.push(number, ...(Number(day) ? [Number(day)] : []));
  return { "date-parts": dates };
}

function monthOf(text: string): number | undefined {
  const named = MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
  const number = /^\d\d?$/.test(text) ? Number(text) : named;
  return number >= 1 && number <= 12 ? number : undefined;
}

/** `Last, First and First von Last and {A Company} and others`. */
function namesOf(tex: string): object[] {
  return splitApart(tex, /\s+and\s+/iy)
    .filter((name) => name.trim())
    .map(nameOf);
}

function nameOf(tex: string): object {
  const whole = tex.trim();
  if (whole === "others") return { literal: OTHERS };
  if (/^\{[\s\S]*\}$/.test(whole) && splitApart(whole, /\s+/y).length === 1) return { literal: plainTex(whole) };
  const parts = splitApart(whole, /\s*,\s*/y);
  if (parts.length === 1) {
    const words = splitApart(whole, /[\s~]+/y).filter(Boolean);
    const von = words.findIndex((word, index) => index > 0 && index < words.length - 1 && isLower(word));
    const end =
      von === -1
        ? words.length - 1
        : words.findLastIndex((word, index) => index < words.length - 1 && isLower(word)) + 1;
    const [first, particle, last] = [
      words.slice(0, von === -1 ? end : von),
      von === -1 ? [] : words.slice(von, end),
      words.slice(end),
    ];
    // Only `von Last`.
    if (words.length > 1 && isLower(words[0] ?? "") && von === -1) return named([], words.slice(0, 1), words.slice(1));
    return named(first, particle, last);
  }
  const [family = "", second = "", third] = parts;
  const words = splitApart(family, /[\s~]+/y).filter(Boolean);
  const end = words.findLastIndex((word, index) => index < words.length - 1 && isLower(word)) + 1;
  const isParticle = end > 0 && isLower(words[0] ?? "");
  const suffix = third === undefined ? undefined : plainTex(second);
  return named([third ?? second], isParticle ? words.slice(0, end) : [], isParticle ? words.slice(end) : words, suffix);
}

function named(given: string[], particle: string[], family: string[], suffix?: string): object {
  const text = (words: string[]) => plainTex(words.join(" "));
  if (given.join("") === "" && particle.length === 0) return { family: text(family), ...(suffix && { suffix }) };
  return {
    family: text(family),
    ...(given.join("") !== "" && { given: text(given) }),
    ...(particle.length > 0 && { "non-dropping-particle": text(particle) }),
    ...(suffix && { suffix }),
  };
}

/** As BibTeX decides: by the first letter that stands in no braces. */
function isLower(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

/** Apart at what matches outside of braces. */
function splitApart(tex: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < tex.length; at++) {
    const letter = tex[at];
    if (letter === "\\") at++;
    else if (letter === "{") depth++;
    else if (letter === "}") depth--;
    else if (depth === 0) {
      separator.lastIndex = at;
      const found = separator.exec(tex)?.[0];
      if (!found) continue;
      parts.push(tex.slice(start, at));
      start = at + found.length;
      at = start - 1;
    }
  }
  return [...parts, tex.slice(start)];
}
