/** The HTML that WordPress shows for shortcodes: embeds, figures, players and code. */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import { publicAddress } from "../html/embeds.ts";
import type { Attachment } from "./library.ts";
import type { Shortcode } from "./shortcode-text.ts";

export const CODE_NAMES =
  /^(code|sourcecode|source|cc|cci|crayon|highlight|syntax|prism|pre|codeblock|enlighter|github-code)$/;

export const LANGUAGES =
  /^(actionscript3|bash|shell|sh|coldfusion|cpp|c|csharp|css|delphi|diff|erlang|fsharp|go|groovy|html|java|javafx|javascript|js|json|latex|matlab|objc|perl|php|plain|powershell|python|py|r|ruby|rb|scala|sql|swift|typescript|vb|xml|yaml)$/;

/** Embeds by the names of their shortcodes, each with the address for a bare id. */
const EMBEDS: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  dailymotion: (id) => `https://www.dailymotion.com/video/${id}`,
  gist: (id) => `https://gist.github.com/${id}`,
  tweet: (id) => `https://twitter.com/i/status/${id}`,
  twitter: (id) => `https://twitter.com/i/status/${id}`,
  instagram: (id) => `https://www.instagram.com/p/${id}/`,
  soundcloud: (id) => id,
  spotify: (id) => id,
  ted: (id) => `https://www.ted.com/talks/${id}`,
  flickr: (id) => id,
  slideshare: (id) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
  googlemaps: (id) => id,
  codepen: (id) => id,
  wpvideo: (id) => `https://videopress.com/v/${id}`,
  videopress: (id) => `https://videopress.com/v/${id}`,
  scribd: (id) => `https://www.scribd.com/document/${id}`,
  iframe: (id) => id,
};

export function embedOf(name: string, given: string | undefined): string | undefined {
  const address = Object.hasOwn(EMBEDS, name) ? EMBEDS[name] : undefined;
  if (!address || !given) return undefined;
  const plain = given.replace(/&amp;/g, "&").replace(/^["'=]+|["']+$/g, "");
  const url = /^(https?:)?\/\//.test(plain) ? plain : address(plain.replace(/\s.*$/, ""));
  return /^(https?:)?\/\//.test(url) ? publicAddress(url) : undefined;
}

/** A link in a paragraph of its own; empty for what is no address on the web. */
export function linkTo(url: string): string {
  return /^https?:/.test(url) ? `<p><a href="${escapeMarkup(publicAddress(url))}">${escapeText(url)}</a></p>` : "";
}

/** True for a name in brackets that can't be ordinary text. */
export function isShortcode({ name, attributes, content }: Shortcode): boolean {
  const isNamed = [...attributes.keys()].some((key) => !/^\d+$/.test(key));
  return isNamed || content !== undefined || /[_-]/.test(name);
}

/** Old ones have their text in `caption`, newer ones behind the picture. */
export function captionOf({ attributes }: Shortcode, content: string): string {
  const picture = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(content)?.[0] ?? "";
  const caption = attributes.get("caption") ?? content.slice(picture.length).trim();
  if (!picture) return content;
  return `<figure>${picture.trim()}<figcaption>${caption}</figcaption></figure>`;
}

export function figureOf({ url, alt, caption }: Attachment): string {
  const shown = caption ? `<figcaption>${caption}</figcaption>` : "";
  return `<figure><img src="${escapeMarkup(url)}" alt="${escapeMarkup(alt)}">${shown}</figure>`;
}

export function playerOf(name: string, attributes: ReadonlyMap<string, string>, content: string | undefined): string {
  const kinds = [
    "src",
    "mp3",
    "m4a",
    "ogg",
    "wav",
    "wma",
    "flac",
    "mp4",
    "m4v",
    "webm",
    "ogv",
    "wmv",
    "flv",
    "mov",
    "0",
  ];
  const source = kinds.map((kind) => attributes.get(kind)).find(Boolean) ?? content?.trim();
  if (!source) return "";
  if (/youtube\.com|youtu\.be|vimeo\.com/.test(source))
    return `<p><a href="${escapeMarkup(source)}">${escapeText(source)}</a></p>`;
  const poster = attributes.get("poster");
  return `<${name} src="${escapeMarkup(source)}"${poster ? ` poster="${escapeMarkup(poster)}"` : ""} controls></${name}>`;
}

/** Written as HTML where the visual editor wrote it, and as it is in code where somebody typed it. */
export function codeOf({ name, attributes, content = "" }: Shortcode): string {
  const language =
    attributes.get("lang") ??
    attributes.get("language") ??
    attributes.get("0") ??
    (LANGUAGES.test(name) ? name : undefined);
  const bare = content.replace(/^\s*\n/, "");
  const isTyped = /<(?!\/?(?:br|p)\b)/i.test(bare) || !/&(?:lt|gt|amp|quot|#\d+);/.test(bare);
  const code = isTyped
    ? escapeText(bare)
    : bare
        .replace(/<br\s*\/?>\n?/gi, "\n")
        .replace(/<\/p>\s*<p>/gi, "\n\n")
        .replace(/<\/?p>/gi, "");
  const title = attributes.get("title");
  const marked = attributes.get("highlight") ?? attributes.get("mark");
  const isLanguage = language !== undefined && /^[\w+#.-]+$/.test(language);
  const named = { "data-language": isLanguage ? language.toLowerCase() : "", title, "data-line": marked };
  const written = Object.entries(named).map(([key, value]) => (value ? ` ${key}="${escapeMarkup(value)}"` : ""));
  return `<pre${written.join("")}>\n${code}</pre>`;
}
