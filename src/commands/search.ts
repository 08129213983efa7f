/** `wellformed search "row locks"`: searches a built site as its readers do. */
import type { Finding, Findings } from "../search/find-module.ts";
import { openSite } from "../search/site-search.ts";
import { readSearchOptions } from "./options/options.ts";

export async function search(args: string[]): Promise<void> {
  const { text, place, limit, literal, format } = readSearchOptions(args, process.env);
  const site = await openSite(place);
  const found = await site.find(text, { limit, literal });
  console.log(format === "json" ? JSON.stringify(found, null, 2) : asText(found, text));
}

function asText({ total, results, corrections, unknown }: Findings, text: string): string {
  return [
    ...results.map(resultText),
    ...corrections.map(({ typed, used }) => `"${used}" was searched for in place of "${typed}".`),
    ...unknown.map((word) => `No page has "${word}".`),
    `${total} ${total === 1 ? "page" : "pages"} found for "${text}".`,
  ].join("\n");
}

function resultText({ url, title, date, checked, excerpt, sections, lacks }: Finding): string {
  const about = [date, checked.length > 0 && `checked against ${checked.join(", ")}`].filter(Boolean).join(", ");
  return [
    about ? `${title} (${about})` : title,
    `  ${url}`,
    indented(excerpt),
    ...sections.map((section) => `  ${section.title}: ${section.url}`),
    lacks.length > 0 && `  without ${lacks.join(", ")}`,
    "",
  ]
    .filter((line) => line !== false)
    .join("\n");
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
