/** Atom 1.0 (RFC 4287). */
import { dateToRfc3339 } from "@11ty/eleventy-plugin-rss";
import type { Entry, Feed } from "./feed.ts";
import { type Xml, xml, xmlDocument } from "./xml.ts";

/** `self` is the feed's own URL. */
export function atom(feed: Feed, self: string): string {
  const { author } = feed;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<id>${feed.home}</id>
<link href="${feed.home}"/>
<link href="${self}" rel="self" type="application/atom+xml"/>
<updated>${dateToRfc3339(feed.updated)}</updated>
<author>
<name>${author.name}</name>
${author.url && xml`<uri>${author.url}</uri>\n`}${author.email && xml`<email>${author.email}</email>\n`}</author>
${feed.entries.map((entry) => atomEntry(entry))}</feed>`);
}

function atomEntry(entry: Entry): Xml {
  return xml`<entry xml:lang="${entry.language}">
<title>${entry.title}</title>
<id>${entry.id}</id>
<link href="${entry.url}"/>
<published>${dateToRfc3339(entry.published)}</published>
<updated>${dateToRfc3339(entry.updated)}</updated>
${entry.tags.map((tag) => xml`<category term="${tag}"/>\n`)}${entry.summary && xml`<summary>${entry.summary}</summary>\n`}<content type="html">${entry.html}</content>
</entry>
`;
}
