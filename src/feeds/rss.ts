/** RSS 2.0 (the RSS Advisory Board's specification and its Best Practices Profile), with the elements of others that readers know. */
import { rfc822, rfc3339 } from "./dates.ts";
import type { Feed, Item } from "./feed.ts";
import { furtherLinks } from "./further-links.ts";
import { enclosureOf, episodeElements, PODCAST_NAMESPACES, podcastElements } from "./podcast-elements.ts";
import { cdata, type Xml, xml, xmlDocument } from "./xml.ts";

const NAMESPACES = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  fh: "http://purl.org/syndication/history/1.0",
  source: "http://source.scripting.com/",
};

export function rss(feed: Feed): string {
  const { links } = feed;
  const namespaces = Object.entries({ ...NAMESPACES, ...(feed.podcast && PODCAST_NAMESPACES) });
  const root = xml`<rss version="2.0"${namespaces.map(([prefix, uri]) => xml` xmlns:${prefix}="${uri}"`)}>
<channel>
<title>${feed.title}</title>
<link>${feed.home}</link>
<description>${feed.description}</description>
<language>${feed.language}</language>
${feed.rights && xml`<copyright>${feed.rights}</copyright>\n`}${feed.items.length > 0 && xml`<lastBuildDate>${rfc822(feed.updated)}</lastBuildDate>\n`}<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link href="${links.self}" rel="self" type="application/rss+xml"/>
${furtherLinks("atom:link", "application/rss+xml", links)}${podcastElements(feed)}${feed.items.map((one) => item(one, feed))}</channel>
</rss>`;
  return xmlDocument(root, feed.stylesheet);
}

/** Without a summary the description is the whole text: `content:encoded` asks for a description beside it. */
function item(item: Item, feed: Feed): Xml {
  const { author, language } = feed;
  const { summary, html } = item;
  // One of them: what can be heard comes first (Best Practices Profile).
  const enclosure = item.episode ? enclosureOf(item.episode, feed) : item.image;
  return xml`<item${item.language !== language && xml` xml:lang="${item.language}"`} xml:base="${item.url}">
<title>${item.title}</title>
<link>${item.url}</link>
<guid isPermaLink="${String(item.id === item.url)}">${item.id}</guid>
<pubDate>${rfc822(item.published)}</pubDate>
<atom:updated>${rfc3339(item.updated)}</atom:updated>
${item.language !== language && xml`<dc:language>${item.language}</dc:language>\n`}${(item.authors ?? [author]).map(({ name }) => xml`<dc:creator>${name}</dc:creator>\n`)}${item.tags.map((tag) => xml`<category>${tag}</category>\n`)}<description>${summary ?? cdata(html?.() ?? "")}</description>
${summary && html && xml`<content:encoded>${cdata(html())}</content:encoded>\n`}${enclosure && xml`<enclosure url="${enclosure.url}" length="${enclosure.bytes}" type="${enclosure.type}"/>\n`}${episodeElements(item, feed)}${item.markdown && xml`<source:markdown>${cdata(item.markdown())}</source:markdown>\n`}</item>
`;
}
