/** What other sites show in a page: players, gists, posts elsewhere. Each becomes a link on a line of its own. */
import type { Element } from "hast";
import { tagOf } from "./dropped.ts";
import {
  attribute,
  type Child,
  element,
  elementsIn,
  find,
  hasClass,
  isElement,
  replaceFrom,
  text,
  textOf,
} from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

/** An address in a frame, and the one that people visit. */
const PUBLIC: readonly (readonly [RegExp, string])[] = [
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries\?(?:.*&)?list=([\w-]+).*/,
    "https://www.youtube.com/playlist?list=$1",
  ],
  [
    /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|e)\/([\w-]{6,}).*?(?:[?&](?:start|t)=(\d+).*)?$/,
    "https://www.youtube.com/watch?v=$1&t=$2",
  ],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*/, "https://vimeo.com/$1"],
  [/^https?:\/\/(?:www\.)?vimeo\.com\/moogaloop\.swf\?.*clip_id=(\d+).*/, "https://vimeo.com/$1"],
  [/^https?:\/\/(?:www\.)?dailymotion\.com\/(?:embed\/video|swf)\/(\w+).*/, "https://www.dailymotion.com/video/$1"],
  [/^https?:\/\/codepen\.io\/([^/]+)\/(?:embed|pen)(?:\/preview)?\/([^/?#]+).*/, "https://codepen.io/$1/pen/$2"],
  [/^https?:\/\/open\.spotify\.com\/embed(?:-podcast)?\/(.+?)(?:\?.*)?$/, "https://open.spotify.com/$1"],
  [/^https?:\/\/embed\.music\.apple\.com\/(.+)/, "https://music.apple.com/$1"],
  [/^https?:\/\/embed\.podcasts\.apple\.com\/(.+)/, "https://podcasts.apple.com/$1"],
  [/^https?:\/\/codesandbox\.io\/embed\/([^?#]+).*/, "https://codesandbox.io/s/$1"],
  [
    /^https?:\/\/(?:www\.)?slideshare\.net\/slideshow\/embed_code\/(?:key\/)?(\w+).*/,
    "https://www.slideshare.net/slideshow/embed_code/key/$1",
  ],
  [/^https?:\/\/embed\.ted\.com\/(.+)/, "https://www.ted.com/$1"],
  [/^https?:\/\/(?:www\.)?instagram\.com\/p\/([\w-]+)\/embed.*/, "https://www.instagram.com/p/$1/"],
  [/^https?:\/\/platform\.twitter\.com\/embed\/.*[?&]id=(\d+).*/, "https://twitter.com/i/status/$1"],
  [/^https?:\/\/(?:www\.)?loom\.com\/embed\/(\w+).*/, "https://www.loom.com/share/$1"],
  [/^https?:\/\/jsfiddle\.net\/(.+?)\/embedded\/.*/, "https://jsfiddle.net/$1/"],
  [/^https?:\/\/player\.twitch\.tv\/\?(?:.*&)?video=v?(\d+).*/, "https://www.twitch.tv/videos/$1"],
  [/^https?:\/\/speakerdeck\.com\/player\/(\w+).*/, "https://speakerdeck.com/player/$1"],
  [/^(https?:\/\/gist\.github\.com\/[^?#]+?)(?:\.js|\.pibb)(?:\?file=.*)?$/, "$1"],
  [/^(https?:\/\/asciinema\.org\/a\/\w+)(?:\.js|\/(?:embed|iframe).*)$/, "$1"],
  [/^https?:\/\/(?:www\.)?google\.com\/maps\/embed\?.*/, "$&"],
  [/^https?:\/\/w\.soundcloud\.com\/player\/?\?(?:.*&)?url=([^&]+).*/, "$1"],
  [/^https?:\/\/(?:www\.)?facebook\.com\/plugins\/(?:post|video)\.php\?(?:.*&)?href=([^&]+).*/, "$1"],
];

const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/youtu\.?be/, "Video on YouTube"],
  [/vimeo\.com/, "Video on Vimeo"],
  [/gist\.github\.com/, "Gist on GitHub"],
  [/codepen\.io/, "Pen on CodePen"],
  [/(twitter|x)\.com/, "Post on Twitter"],
  [/instagram\.com/, "Post on Instagram"],
  [/spotify\.com/, "Listen on Spotify"],
  [/soundcloud\.com/, "Listen on SoundCloud"],
  [/google\.com\/maps/, "Map on Google Maps"],
  [/speakerdeck\.com/, "Slides on Speaker Deck"],
  [/slideshare\.net/, "Slides on SlideShare"],
  [/asciinema\.org/, "Recording on asciinema"],
];

/** Of services whose posts stand in the text already, as a quotation. */
const WIDGET =
  /(platform\.(twitter|x|instagram)\.com|platform-api|instagram\.com\/embed|embed\.bsky\.app|embedly|tiktok\.com\/embed|\/embed\.js|reddit(media)?\.com|facebook\.net|mastodon|codepen\.io\/assets|static\.codepen|threads\.(net|com)|flickr\.com|wp-includes\/js\/wp-embed|imgur\.com|getpocket|pinterest)/i;

export function readEmbeds(root: Element, notes: HtmlNotes): void {
  replaceFrom(root, (one) => {
    if (isElement(one, "iframe")) return frameOf(one, notes);
    if (isElement(one, "script")) return scriptOf(one, notes);
    if (isElement(one, "object", "embed", "applet")) return objectOf(one, notes);
    if (isElement(one, "noscript")) return one.children;
    return undefined;
  });
}

/** A link to what was shown, as a paragraph. */
function embedLink(address: string, label: string | undefined, at: Element): Element {
  const shown = label || nameOf(address);
  return element("p", {}, [element("a", { href: address }, [text(shown)], at)], at);
}

/** The address that people visit, for one that only frames have. */
export function publicAddress(address: string): string {
  const whole = address.startsWith("//") ? `https:${address}` : address;
  const row = PUBLIC.find(([pattern]) => pattern.test(whole));
  if (!row) return whole;
  const led = whole.replace(row[0], row[1]).replace(/&t=$/, "");
  return decoded(led);
}

function decoded(address: string): string {
  try {
    return /^https?%3A/i.test(address) ? decodeURIComponent(address) : address;
  } catch {
    return address;
  }
}

function nameOf(address: string): string {
  return (
    HOSTS.find(([host]) => host.test(address))?.[1] ?? address.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")
  );
}

function frameOf(frame: Element, notes: HtmlNotes): Child[] {
  const sources = ["src", "dataSrc", "dataLazySrc", "dataLitespeedSrc", "dataOriginal"].map((name) =>
    attribute(frame, name),
  );
  const source = sources.find((one) => one && /^(https?:)?\/\//.test(one));
  const title = attribute(frame, "title");
  if (!source) {
    notes.left("<iframe>", frame, tagOf(frame), "nothing");
    return [];
  }
  const address = publicAddress(source);
  notes.noted("embed", frame, tagOf(frame), `a link to ${address}`);
  const isName = title && !/^(YouTube video player|Vimeo video player|Embedded .*|Spotify Embed: .*)$/i.test(title);
  return [embedLink(address, isName ? title : undefined, frame)];
}

function scriptOf(script: Element, notes: HtmlNotes): Child[] {
  const source = attribute(script, "src") ?? "";
  const type = attribute(script, "type") ?? "";
  // Formulas are read before.
  if (/^math\/tex/.test(type)) return [];
  if (/^(https?:)?\/\/(gist\.github\.com\/|asciinema\.org\/a\/|.*speakerdeck\.com\/assets\/embed)/.test(source)) {
    const id = attribute(script, "dataId");
    const address = /speakerdeck/.test(source) && id ? `https://speakerdeck.com/player/${id}` : publicAddress(source);
    notes.noted("embed", script, tagOf(script), `a link to ${address}`);
    return [embedLink(address, undefined, script)];
  }
  if (WIDGET.test(source))
    notes.counted("script of an embed", script, tagOf(script), "nothing: what it shows stands in the text");
  else notes.left("<script>", script, source ? tagOf(script) : textOf(script), "nothing");
  return [];
}

/** Flash and the like: a link to what it played, or what was shown to those who had none. */
function objectOf(object: Element, notes: HtmlNotes): Child[] {
  const inner = find(object, (one) => isElement(one, "embed"));
  const parameter = find(
    object,
    (one) => isElement(one, "param") && /^(movie|src|url)$/i.test(attribute(one, "name") ?? ""),
  );
  const source =
    attribute(object, "data") ??
    attribute(object, "src") ??
    (parameter && attribute(parameter, "value")) ??
    (inner && attribute(inner, "src"));
  const address = source && /^(https?:)?\/\//.test(source) ? publicAddress(source) : undefined;
  const others = object.children.filter((child) => !isElement(child, "param", "embed", "object"));
  const shown = others.some((child) => textOf(child).trim() !== "" || (isElement(child) && hasPicture(child)))
    ? others
    : [];
  if (address) {
    notes.noted("embed", object, tagOf(object), `a link to ${address}`);
    return [embedLink(address, undefined, object), ...shown];
  }
  notes.left(`<${object.tagName}>`, object, tagOf(object), shown.length > 0 ? "what stood in it" : "nothing");
  return shown;
}

function hasPicture(node: Element): boolean {
  return isElement(node, "img") || [...elementsIn(node)].some((one) => isElement(one, "img"));
}

/** A picture that comes when it is scrolled to: `<img data-src>`, and the same again in `<noscript>`. */
export function readLazyPictures(root: Element): void {
  const sources = new Set<string>();
  for (const one of elementsIn(root)) {
    if (!isElement(one, "img")) continue;
    const lazy = ["dataLazySrc", "dataOriginal", "dataSrc", "dataLazy", "dataOrigFile", "dataActualsrc", "dataCfsrc"]
      .map((name) => attribute(one, name))
      .find((address) => address && !address.startsWith("data:"));
    const own = attribute(one, "src") ?? "";
    const isStandIn =
      own === "" ||
      own.startsWith("data:") ||
      /\/(spacer|blank|placeholder|lazy|1x1|pixel)[\w-]*\.(gif|png|svg)/i.test(own);
    if (lazy && isStandIn) one.properties["src"] = lazy;
    const first = (attribute(one, "srcSet") ?? attribute(one, "dataSrcset") ?? "").trim().split(/[\s,]+/)[0];
    if ((attribute(one, "src") ?? "") === "" && first) one.properties["src"] = first;
  }
  replaceFrom(root, (one, parent) => {
    if (!isElement(one, "noscript")) return undefined;
    for (const sibling of elementsIn(parent)) {
      if (isElement(sibling, "img") && !hasAncestor(sibling, one)) sources.add(attribute(sibling, "src") ?? "");
    }
    const pictures = [...elementsIn(one)].filter((inner) => isElement(inner, "img"));
    const isRepeated = pictures.length > 0 && pictures.every((inner) => sources.has(attribute(inner, "src") ?? ""));
    return isRepeated || (textOf(one).trim() === "" && pictures.length === 0) ? [] : one.children;
  });
  replaceFrom(root, (one) => {
    // A counter of readers.
    const isPixel = isElement(one, "img") && attribute(one, "width") === "1" && attribute(one, "height") === "1";
    return isPixel || (isElement(one, "img") && hasClass(one, /^(stats|wp-stats)$/)) ? [] : undefined;
  });
}

function hasAncestor(node: Element, above: Element): boolean {
  return [...elementsIn(above)].includes(node);
}
