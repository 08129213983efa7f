/** The page that an embedded frame or script shows, by the address that it has in embeds. */
import { embeddableAt } from "../../content/embed.ts";

interface Embed {
  url: string;
  /** Its name if it has no title. */
  name: string;
  /** True for hosts whose scripts put something in the page. */
  isKnown: boolean;
}

const HOSTS: [pattern: RegExp, page: string, name: string][] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?list=([\w-]+).*$/,
    "https://www.youtube.com/playlist?list=$1",
    "Playlist on YouTube",
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v)\/([\w-]+).*$/,
    "https://www.youtube.com/watch?v=$1",
    "Video on YouTube",
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/, "https://vimeo.com/$1", "Video on Vimeo"],
  [/^https?:\/\/codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?([\w-]+).*$/, "https://codepen.io/$1/pen/$2", "CodePen"],
  [/^https?:\/\/gist\.github\.com\/(.+?)(?:\.js|\.pibb)(?:\?.*)?$/, "https://gist.github.com/$1", "Gist"],
  [/^https?:\/\/open\.spotify\.com\/embed\/(.*)$/, "https://open.spotify.com/$1", "Spotify"],
  [/^https?:\/\/jsfiddle\.net\/(.+?)\/embedded\/.*$/, "https://jsfiddle.net/$1/", "JSFiddle"],
  [/^https?:\/\/asciinema\.org\/a\/(\w+)\.js$/, "https://asciinema.org/a/$1", "Terminal session"],
  [/^https?:\/\/speakerdeck\.com\/player\/(\w+).*$/, "https://speakerdeck.com/player/$1", "Slides"],
];

/** What stands as a link's text where the old site gave an embed no title. */
const NO_TITLE =
  /^(?:(?:Video|Post|Pen|Gist) on (?:YouTube|Vimeo|Twitter|Mastodon|CodePen|GitHub)|CodePen|Gist|Tweet)$/;

/** True for a link that says no more than its address, which pages can show as a still or in its words. */
export function isEmbedAlone(url: string, text: string): boolean {
  return NO_TITLE.test(text) && embeddableAt(url) !== undefined;
}

/** Without the names that this importer gave to embeds: they are no words of the old page. */
export function withoutEmbedNames(text: string): string {
  return text.replace(/\[([\w ]+)\]\(/g, (written, name: string) => (NO_TITLE.test(name) ? "[](" : written));
}

/** Undefined for what is no address of another host. */
export function embedAddress(source: string): Embed | undefined {
  const url = source.trim().replaceAll("&amp;", "&").replace(/^\/\//, "https://");
  if (!/^https?:\/\/[^\s]+$/.test(url)) return undefined;
  for (const [pattern, page, name] of HOSTS) {
    if (pattern.test(url)) return { url: url.replace(pattern, page), name, isKnown: true };
  }
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : url;
  return { url: url.replace(/^http:/, "https:"), name: host, isKnown: false };
}
