/** Tells a browser how to search this site from its address bar; see https://github.com/dewitt/opensearch. */
import { absoluteUrl } from "../content/address.ts";
import type { Site } from "../content/site.ts";
import { escapeMarkup } from "../content/text/escape.ts";
import { speakerOf, speechOf } from "../content/words/words.ts";

/** The format allows names of 16 characters. */
const LONGEST_NAME = 16;

export function openSearch(site: Site): string {
  const speak = speakerOf(speechOf(site, site.language));
  const template = `${absoluteUrl(site, "/search/")}?q={searchTerms}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeMarkup(shortName(site.title))}</ShortName>`,
    `  <Description>${escapeMarkup(speak("searchSite", { site: site.title }))}</Description>`,
    "  <InputEncoding>UTF-8</InputEncoding>",
    `  <Url type="text/html" template="${escapeMarkup(template)}"/>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}

/** As many whole words of a title as fit; a first word that is too long is cut. */
export function shortName(title: string): string {
  const fits = (text: string) => [...text].length <= LONGEST_NAME;
  const words = title.trim().split(/\s+/);
  const beginnings = words.map((_, index) => words.slice(0, index + 1).join(" "));
  const whole = beginnings.findLast(fits);
  if (whole) return whole === title.trim() ? whole : whole.replace(/[\s\p{P}\p{S}]+$/u, "") || whole;
  let beginning = "";
  for (const { segment } of new Intl.Segmenter().segment(title.trim())) {
    if (!fits(beginning + segment)) break;
    beginning += segment;
  }
  return beginning;
}
