/** Atom 1.0 (RFC 4287). */
import { rfc3339 } from "./dates.ts";
import type { Feed, Item } from "./feed.ts";
import { furtherLinks } from "./further-links.ts";
import { cdata, type Xml, xml, xmlDocument } from "./xml.ts";

export function atom(feed: Feed): string {
  const { author, links, home } = feed;
  const root = xml`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0" xml:lang="${feed.language}">
<title>${feed.title}</title>
<subtitle>${feed.description}</subtitle>
<id>${feed.id}</id>
<link href="${home}" rel="alternate" type="text/html"/>
<link href="${links.self}" rel="self" type="application/atom+xml"/>
${furtherLinks("link", "application/atom+xml", links)}<updated>${rfc3339(feed.updated)}</updated>
<author>
<name>${author.name}</name>
${author.url && xml`<uri>${author.url}</uri>\n`}${author.email && xml`<email>${author.email}</email>\n`}</author>
${feed.items.map(entry)}</feed>`;
  return xmlDocument(root, feed.stylesheet);
}

/** Fragments in the content lead into the page, in a reader that follows them out of it. */
function entry(item: Item): Xml {
  const { image } = item;
  return xml`<entry xml:lang="${item.language}">
<title>${item.title}</title>
<id>${item.id}</id>
<link href="${item.url}" rel="alternate" type="text/html"/>
<published>${rfc3339(item.published)}</published>
<updated>${rfc3339(item.updated)}</updated>
${item.tags.map((tag) => xml`<category term="${tag}"/>\n`)}${image && xml`<link href="${image.url}" rel="enclosure" type="${image.type}" length="${image.bytes}" title="${image.alt}"/>\n`}${item.summary && xml`<summary>${item.summary}</summary>\n`}${item.html && xml`<content type="html" xml:base="${item.url}">${cdata(item.html())}</content>\n`}</entry>
`;
}
