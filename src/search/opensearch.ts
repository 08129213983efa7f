/** Tells a browser how to search this site from its address bar; see https://github.com/dewitt/opensearch. */
import { absoluteUrl } from "../content/address.ts";
import type { Site } from "../content/site.ts";
import { escapeMarkup } from "../content/text/escape.ts";

/** The format allows names of 16 characters. */
const LONGEST_NAME = 16;

export function openSearch(site: Site): string {
  const template = `${absoluteUrl(site, "/search/")}?q={searchTerms}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `  <ShortName>${escapeMarkup([...site.title].slice(0, LONGEST_NAME).join("").trim())}</ShortName>`,
    `  <Description>${escapeMarkup(`Search ${site.title}`)}</Description>`,
    "  <InputEncoding>UTF-8</InputEncoding>",
    `  <Url type="text/html" template="${escapeMarkup(template)}"/>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}
