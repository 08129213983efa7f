/** OPML 2.0 (http://opml.org/spec2.opml): every feed of the site as one file that readers import. */
import { absoluteUrl } from "../content/address.ts";
import { authorOf, type Site } from "../content/site.ts";
import { speakerOf, speechOf } from "../content/words/words.ts";
import { type FeedRow, subscriptionsOf } from "./feeds.ts";
import { type Xml, xml, xmlDocument } from "./xml.ts";

/** Each feed once, as RSS: a reader that imported three formats would show everything three times. */
export function opml(site: Site, feeds: readonly FeedRow[]): string {
  const speak = speakerOf(speechOf(site, site.language));
  const [ofTags, others] = [true, false].map((wanted) => feeds.filter(({ ofTag }) => ofTag === wanted));
  return xmlDocument(xml`<opml version="2.0">
<head>
<title>${speak("feedTitle", { site: site.title, part: speak("feedsPart") })}</title>
<ownerName>${authorOf(site).name}</ownerName>
<docs>http://opml.org/spec2.opml</docs>
</head>
<body>
${others?.map((row) => outline(site, row))}${ofTags && ofTags.length > 0 && xml`<outline text="${speak("tags")}">\n${ofTags.map((row) => outline(site, row))}</outline>\n`}</body>
</opml>`);
}

function outline(site: Site, row: FeedRow): Xml {
  const path = subscriptionsOf(row)[0]?.path ?? "";
  return xml`<outline type="rss" version="RSS2" text="${row.title}" title="${row.title}" description="${row.note}" language="${site.language}" xmlUrl="${absoluteUrl(site, path)}" htmlUrl="${absoluteUrl(site, row.home)}"/>\n`;
}
