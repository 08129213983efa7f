/** Links from a feed's document to others, in Atom's element, which RSS borrows. */
import type { FeedLinks } from "./feed.ts";
import { Xml, xml } from "./xml.ts";

/**
 * The hub (WebSub) and the archives (RFC 5005). An archive does not name the next one: that would change it on the day
 * that there is one.
 */
export function furtherLinks(element: "link" | "atom:link", type: string, { current, previous, hub }: FeedLinks): Xml {
  const name = new Xml(element);
  return xml`${hub && xml`<${name} href="${hub}" rel="hub"/>\n`}${current && xml`<${name} href="${current}" rel="current" type="${type}"/>\n`}${previous && xml`<${name} href="${previous}" rel="prev-archive" type="${type}"/>\n`}${current && xml`<fh:archive/>\n`}`;
}
