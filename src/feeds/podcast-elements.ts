/** Elements of a podcast's feed, in the namespaces of Apple and of Podcasting 2.0. */
import { createHash } from "node:crypto";
import type { Feed, Item, ItemEpisode } from "./feed.ts";
import { type Xml, xml } from "./xml.ts";

export const PODCAST_NAMESPACES = {
  itunes: "http://www.itunes.com/dtds/podcast-1.0.dtd",
  podcast: "https://podcastindex.org/namespace/1.0",
};
/** Of all podcasts' ids (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md). */
const GUID_NAMESPACE = "ead4c236-bf58-58c6-a2c6-a6b28d128cb6";

/** In the channel. */
export function podcastElements({ podcast, author }: Feed): Xml | undefined {
  if (!podcast) return undefined;
  const { categories, image, explicit, type, guid } = podcast;
  return xml`<itunes:author>${author.name}</itunes:author>
<itunes:image href="${image}"/>
${categories.map(categoryElement)}<itunes:explicit>${String(explicit)}</itunes:explicit>
<itunes:type>${type}</itunes:type>
${author.email && xml`<itunes:owner>\n<itunes:name>${author.name}</itunes:name>\n<itunes:email>${author.email}</itunes:email>\n</itunes:owner>\n`}<podcast:guid>${guid}</podcast:guid>
<podcast:medium>podcast</podcast:medium>
`;
}

function categoryElement(written: string): Xml {
  const [category = "", inner] = written.split(": ");
  if (inner === undefined) return xml`<itunes:category text="${category}"/>\n`;
  return xml`<itunes:category text="${category}">\n<itunes:category text="${inner}"/>\n</itunes:category>\n`;
}

/** Apple's directory knows M4A by another name than the one that is registered. */
export function enclosureOf(episode: ItemEpisode, { podcast }: Feed): Pick<ItemEpisode, "url" | "type" | "bytes"> {
  return podcast && episode.type === "audio/mp4" ? { ...episode, type: "audio/x-m4a" } : episode;
}

/** In an item. */
export function episodeElements({ episode }: Item, { podcast }: Feed): Xml | undefined {
  if (!episode || !podcast) return undefined;
  const { seconds, number, season, kind, explicit = podcast.explicit, image, transcripts, chapters } = episode;
  const captioned = transcripts.map(({ url, type, lang }) => {
    const rel = type === "text/vtt" ? xml` rel="captions"` : undefined;
    return xml`<podcast:transcript url="${url}" type="${type}" language="${lang}"${rel}/>\n`;
  });
  return xml`${seconds !== undefined && xml`<itunes:duration>${Math.max(1, Math.round(seconds))}</itunes:duration>\n`}${season !== undefined && xml`<itunes:season>${season}</itunes:season>\n<podcast:season>${season}</podcast:season>\n`}${number !== undefined && xml`<itunes:episode>${number}</itunes:episode>\n<podcast:episode>${number}</podcast:episode>\n`}<itunes:episodeType>${kind}</itunes:episodeType>
<itunes:explicit>${String(explicit)}</itunes:explicit>
${image && xml`<itunes:image href="${image}"/>\n`}${captioned}${chapters && xml`<podcast:chapters url="${chapters}" type="application/json+chapters"/>\n`}`;
}

/** UUID version 5 (RFC 9562) of the feed's address without its scheme and the slashes at its end. */
export function podcastGuid(feedUrl: string): string {
  const name = feedUrl.replace(/^[a-z]+:\/\//, "").replace(/\/+$/, "");
  const bytes = createHash("sha1")
    .update(Buffer.from(GUID_NAMESPACE.replaceAll("-", ""), "hex"))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex", 0, 16);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
