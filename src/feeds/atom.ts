/** Atom 1.0 (RFC 4287). */
import { rfc3339 } from "./dates.ts";
import type { Feed, FeedAuthor, Item } from "./feed.ts";
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
${feed.rights && xml`<rights>${feed.rights}</rights>\n`}${authorElement(author)}${feed.items.map((item) => entry(item, author))}</feed>`;
  return xmlDocument(root, feed.stylesheet);
}

function authorElement({ name, url, email }: FeedAuthor): Xml {
  return xml`<author>
<name>${name}</name>
${url && xml`<uri>${url}</uri>\n`}${email && xml`<email>${email}</email>\n`}</author>
`;
}

/** Each names its author, too: not every reader looks for the feed's (sfeed does not). */
function entry(item: Item, author: FeedAuthor): Xml {
  const { image, episode } = item;
  return xml`<entry xml:lang="${item.language}">
<title>${item.title}</title>
<id>${item.uri}</id>
<link href="${item.url}" rel="alternate" type="text/html"/>
<published>${rfc3339(item.published)}</published>
<updated>${rfc3339(item.updated)}</updated>
${(item.authors ?? [author]).map(authorElement)}${item.tags.map((tag) => xml`<category term="${tag}"/>\n`)}${image && xml`<link href="${image.url}" rel="enclosure" type="${image.type}" length="${image.bytes}" title="${image.alt}"/>\n`}${episode && xml`<link href="${episode.url}" rel="enclosure" type="${episode.type}" length="${episode.bytes}"/>\n`}${item.summary && xml`<summary>${item.summary}</summary>\n`}${item.html && xml`<content type="html" xml:base="${item.url}">${cdata(item.html())}</content>\n`}</entry>
`;
}
