/** A page of the workshop: what there is to know about a page while it is written, and what is wrong with the site. */
import { join } from "node:path";
import { absoluteUrl, hrefOf } from "../../content/address.ts";
import type { Entry } from "../../content/entry.ts";
import { locate } from "../../content/problems/code-frame.ts";
import { type Problem, withRule } from "../../content/problems/problem.ts";
import { type EntryFigures, statisticsOf } from "../../content/statistics.ts";
import { escapeMarkup } from "../../content/text/escape.ts";
import { readingMinutes } from "../../content/text/reading-time.ts";
import { sourcesIn } from "../../reading/read-files.ts";
import { foundAs } from "../../search/indexed-pages.ts";
import type { WrittenSite } from "../../site/write.ts";
import { count } from "../report/numbers.ts";
import { acceptedOf } from "../report/report.ts";
import { editorAddress } from "./editor-address.ts";
import { plainDocument } from "./plain-document.ts";
import { WORKSHOP } from "./workshop-addresses.ts";

export interface WorkshopPage {
  html: string;
  /** Where the page's file opens in an editor; otherwise, why not. */
  editor: { address: string } | { reason: string };
}

/** `path` is a page's, site-relative. At that of the home page, all pages are listed too. */
export function workshopPage(site: WrittenSite, path: string, environment: NodeJS.ProcessEnv): WorkshopPage {
  const entry = site.content.entries.find((one) => one.path === path);
  const title = entry?.title ?? (path === "/" ? site.content.site.title : path);
  const figures = statisticsOf(site.content, []).entries;
  const own = figures.find(({ file }) => file === entry?.file);
  const linkToFile = (text: string, file: string, line = 1) => {
    const address = editorAddress(join(site.read.options.siteDir, file), line, environment);
    return address ? link(address, text) : escapeMarkup(text);
  };
  const body = [
    `<h1>${escapeMarkup(title)}</h1>`,
    entry && own ? aboutEntry(site, entry, own, linkToFile) : aboutOther(site, path),
    findings(site, linkToFile),
    path === "/" ? listOfPages(site, figures) : `<p>${link(hrefIn(site, "/"), "All pages")}</p>`,
  ];
  return { html: plainDocument(`Workshop: ${title}`, body.join("\n")), editor: editorOf(site, entry, environment) };
}

function editorOf(site: WrittenSite, entry: Entry | undefined, environment: NodeJS.ProcessEnv): WorkshopPage["editor"] {
  if (!entry) return { reason: "No file is this page's own: it is made from the content as a whole." };
  const file = join(site.read.options.siteDir, entry.file);
  const address = editorAddress(file, 1, environment);
  return address
    ? { address }
    : { reason: `The editor that VISUAL or EDITOR names can't be opened from here: ${file}` };
}

type LinkToFile = (text: string, file: string, line?: number) => string;

function aboutEntry(site: WrittenSite, entry: Entry, figures: EntryFigures, linkToFile: LinkToFile): string {
  const { words, linkedFrom, internal, external, state } = figures;
  const minutes = readingMinutes(entry.body, entry.lang);
  return [
    facts([
      ["Page", link(hrefOf(site.content.site, entry.path), entry.path)],
      ["File", linkToFile(entry.file, entry.file)],
      ["State", state === "published" ? state : `<strong>${state}, not published</strong>`],
      ["Length", escapeMarkup(`${count(words, "word")}, ${count(minutes, "minute")} to read`)],
      ["Links out", escapeMarkup(`${internal} to pages of the site, ${external} to other sites`)],
      ["Links in", escapeMarkup(`from ${count(linkedFrom, "published page")}`)],
    ]),
    shareImage(site, entry.path, entry.image?.path),
    searchResult(entry),
    feedEntry(site, entry),
  ].join("\n");
}

function aboutOther(site: WrittenSite, path: string): string {
  if (!site.pages.some((page) => page.path === path)) return "<p>There is no page at this address.</p>";
  const page = link(hrefOf(site.content.site, path), path);
  return `${facts([["Page", page]])}\n<p>No file is its own: it is made from the content as a whole.</p>\n${shareImage(site, path)}`;
}

/** The preview image that the author chose, or the share image. */
function shareImage({ content, pages }: WrittenSite, path: string, chosen?: string): string {
  const image = chosen ?? pages.find((page) => page.path === path)?.shareImage?.path;
  if (!image) return section("Share image", "<p>None.</p>");
  return section("Share image", `<img src="${escapeMarkup(hrefOf(content.site, image))}" alt="Share image">`);
}

function searchResult(entry: Entry): string {
  const found = foundAs(entry);
  if (!found) return section("In search", "<p>Search does not find it.</p>");
  const about = [found.kind, found.date, ...found.tags].filter(Boolean).join(" · ");
  const lines = [`<strong>${escapeMarkup(found.title)}</strong>`, escapeMarkup(about), escapeMarkup(found.excerpt)];
  return section("In search", `<p>${lines.join("<br>\n")}</p>`);
}

/** As a reader shows it, without any style of the site's; nothing in it runs. */
function feedEntry({ content, feeds }: WrittenSite, entry: Entry): string {
  const url = absoluteUrl(content.site, entry.path);
  const item = feeds.flatMap(({ items }) => items()).find((one) => one.url === url);
  if (!item) return section("In feeds", "<p>No feed has it.</p>");
  const text = item.html?.();
  const rows: [string, string][] = [
    ["Id", escapeMarkup(item.id)],
    ["Updated", item.updated.toISOString()],
    ["Summary", escapeMarkup(item.summary ?? "none")],
  ];
  const frame = `<iframe sandbox title="Text in feeds" srcdoc="${escapeMarkup(text ?? "")}"></iframe>`;
  return section("In feeds", `${facts(rows)}\n${text === undefined ? "<p>Feeds have the summary only.</p>" : frame}`);
}

function findings({ problems, accepted, advice, read }: WrittenSite, linkToFile: LinkToFile): string {
  const sourceOf = sourcesIn(read.options.siteDir);
  const list = (found: readonly Problem[]) => {
    const items = found.map((problem) => {
      const { file, line } = locate(problem, sourceOf);
      return `<li>${linkToFile(withRule(locate(problem, sourceOf)), file, line)}</li>`;
    });
    return `<ul>\n${items.join("\n")}\n</ul>`;
  };
  return section(
    "What the check says of the site",
    [
      problems.length === 0 ? "<p>No problems.</p>" : `<p>${count(problems.length, "problem")}:</p>\n${list(problems)}`,
      advice.length === 0 ? "" : `<p>${count(advice.length, "warning")}:</p>\n${list(advice)}`,
      accepted.length === 0 ? "" : `<p>${escapeMarkup(acceptedOf(accepted))} accepted.</p>`,
      "<p><code>npm run check</code> also compares published addresses, transcripts of samples, and searches.</p>",
    ].join("\n"),
  );
}

function listOfPages(site: WrittenSite, figures: readonly EntryFigures[]): string {
  const items = figures.map(({ path, title, state, words }) => {
    const mark = state === "published" ? "" : ` <strong>${state}</strong>`;
    return `<li>${link(hrefIn(site, path), title)}${mark} ${escapeMarkup(count(words, "word"))}</li>`;
  });
  return section("Pages", `<ul>\n${items.join("\n")}\n</ul>`);
}

/** In the workshop, for a page. */
function hrefIn({ content }: WrittenSite, path: string): string {
  return WORKSHOP + hrefOf(content.site, path);
}

function section(title: string, html: string): string {
  return `<h2>${escapeMarkup(title)}</h2>\n${html}`;
}

function facts(rows: readonly [term: string, html: string][]): string {
  return `<dl>\n${rows.map(([term, html]) => `<dt>${term}</dt><dd>${html}</dd>`).join("\n")}\n</dl>`;
}

function link(href: string, text: string): string {
  return `<a href="${escapeMarkup(href)}">${escapeMarkup(text)}</a>`;
}
