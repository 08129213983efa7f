/** Tags, shortcodes and components that many sites have, by their names in lower case, and what they are in Markdown. */
import type { CalloutKind, TagUse } from "../rules.ts";
import { galleryOf } from "./gallery.ts";
import { calloutOf, codeOf, colonsAround, linkOf, pictureOf, quotationOf } from "./shapes.ts";

/** Undefined where this use is not what the name promises. */
export type TagMeaning = (use: TagUse) => string | undefined;

/** By what themes call them. */
const CALLOUTS: Record<CalloutKind, string> = {
  NOTE: "note info notice aside callout admonition alert box information abstract summary example quote-box details-box remark message question faq todo attention-info primary default secondary definition theorem lemma proof see seealso sidenote marginnote update",
  TIP: "tip hint success check done idea protip pro-tip recommendation best-practice",
  IMPORTANT: "important attention key keypoint key-point takeaway",
  WARNING: "warning warn caution-box alert-warning deprecated issue bug-warning warningbox",
  CAUTION: "caution danger error failure fail bug critical alert-danger missing severe",
};
const KIND_OF = new Map<string, CalloutKind>(
  kinds().flatMap((kind) => (CALLOUTS[kind] ?? "").split(" ").map((name) => [name, kind] as const)),
);

function kinds(): CalloutKind[] {
  return ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"];
}

/** The callout that a word of another engine means: `danger` is CAUTION; undefined for a word that names none. */
export function calloutKind(word: string | undefined): CalloutKind | undefined {
  return word === undefined
    ? undefined
    : KIND_OF.get(
        word
          .trim()
          .toLowerCase()
          .replace(/^alert-?(?=.)/, ""),
      );
}

const callout: TagMeaning = (use) => {
  const { name, positional, named, body } = use;
  const words = [
    named["type"],
    named["kind"],
    named["level"],
    named["class"],
    named["variant"],
    named["color"],
    ...positional,
  ];
  const byWord = words
    .flatMap((word) => (word ?? "").split(/\s+/))
    .map(calloutKind)
    .find(Boolean);
  const title =
    named["title"] ??
    named["header"] ??
    named["heading"] ??
    positional.find((word) => !calloutKind(word) && /\s|^[A-Z]/.test(word));
  const text = body ?? named["text"] ?? named["content"] ?? named["body"] ?? (body === undefined ? title : undefined);
  if (!text?.trim()) return undefined;
  return calloutOf(byWord ?? calloutKind(name) ?? "NOTE", text, text === title ? undefined : title);
};

const first = ({ positional, named }: TagUse, ...names: string[]) =>
  names.map((name) => named[name]).find((value) => value) ?? positional[0];

/** An embed is a link on a line of its own: pages load nothing from other hosts. */
function embed(address: (id: string, use: TagUse) => string, label: string): TagMeaning {
  return (use) => {
    const id = first(use, "id", "videoId", "video", "videoid", "url", "src", "v", "code", "slug", "tweetId");
    if (!id) return undefined;
    const title = use.named["title"] ?? use.named["alt"] ?? use.named["label"];
    return linkOf(/^https?:/.test(id) ? id : address(id, use), title ?? label);
  };
}

/** A picture by the names that engines and themes use for its parts. */
export const picture: TagMeaning = (use) => {
  const { positional, named } = use;
  const src =
    named["src"] ??
    named["file"] ??
    named["url"] ??
    named["path"] ??
    named["image"] ??
    named["img"] ??
    named["filename"] ??
    named["link"] ??
    positional.find(isPictureName) ??
    positional[0];
  if (!src || /\s{2}|\{/.test(src)) return undefined;
  const others = positional.filter(
    (word) => word !== src && !/^\d+(px|%)?$|^[([{]|^\d+(vw|em)/.test(word) && !isPictureName(word),
  );
  const alt = named["alt"] ?? named["title"] ?? named["caption"] ?? others.join(" ");
  const caption = named["caption"] ?? (named["alt"] === undefined ? undefined : named["title"]) ?? use.body?.trim();
  return pictureOf(src, alt, caption && caption !== alt ? caption : undefined);
};

function isPictureName(word: string): boolean {
  return /\.(png|jpe?g|gif|webp|avif|svg|bmp)(\?.*)?$/i.test(word);
}

const code: TagMeaning = ({ positional, named, body: content }) => {
  const body = content ?? named["code"];
  if (body === undefined) return undefined;
  const [language = "", ...rest] = positional;
  const lines = named["hl_lines"] ?? named["hl"] ?? /hl_lines=\[?"?([\d\s,-]+)/.exec(rest.join(" "))?.[1];
  const isNumbered = [...rest, ...Object.keys(named)].some((word) =>
    /^(linenos|lineno|numbers|line_numbers)/.test(word),
  );
  const title = named["title"] ?? named["file"] ?? named["filename"] ?? named["name"];
  const words = [
    named["lang"] ?? named["language"] ?? (/^[\w+#.-]+$/.test(language) ? language : ""),
    title && `title="${title.replaceAll('"', "'")}"`,
    isNumbered && "numbers",
    lines && `mark=${(lines.match(/\d+(-\d+)?/g) ?? []).join(",")}`,
  ];
  return codeOf(body, words.filter(Boolean).join(" "));
};

const details: TagMeaning = ({ positional, named, body }) => {
  if (body === undefined) return undefined;
  const summary = named["summary"] ?? named["title"] ?? positional.join(" ");
  return `<details>\n<summary>${escaped(summary || "…")}</summary>\n\n${body.trim()}\n\n</details>`;
};

const quotation: TagMeaning = ({ positional, named, body }) => {
  const text = body ?? named["text"] ?? named["quote"];
  const by = named["author"] ?? named["by"] ?? named["cite"] ?? named["source"] ?? positional.join(" ");
  return text?.trim() ? quotationOf(text, by) : undefined;
};

const medium =
  (element: "video" | "audio"): TagMeaning =>
  (use) => {
    const src = first(use, "src", "mp4", "webm", "url", "file", "path", "mp3");
    if (!src) return undefined;
    if (!/\.(mp4|webm|ogv|ogg|mov|m4v|mp3|wav|m4a|opus|flac)(\?|$)/i.test(src))
      return linkOf(src, use.named["title"] ?? element);
    const { title, caption } = use.named;
    const player = `<${element} controls src="${escaped(src)}"${title ? ` title="${escaped(title)}"` : ""}></${element}>`;
    return caption ? `<figure>${player}<figcaption>${escaped(caption)}</figcaption></figure>` : player;
  };

const text: TagMeaning = ({ body }) => (body === undefined ? undefined : body.trim());
const nothing: TagMeaning = () => "";

function directive(name: string, label: string | undefined, body: string): string {
  const colons = colonsAround(body);
  return `${colons}${name}${label?.trim() ? `[${label.replace(/[[\]]/g, "").trim()}]` : ""}\n\n${body.trim()}\n\n${colons}`;
}

/** A tab that stands in no tabs is unwrapped with all that is written between colons. */
const tab: TagMeaning = ({ positional, named, body }) => {
  const label = named["label"] ?? named["title"] ?? named["header"] ?? named["name"] ?? named["value"] ?? positional[0];
  return body === undefined ? undefined : label?.trim() ? directive("tab", label, body) : body.trim();
};

const tabs: TagMeaning = ({ body }) =>
  body === undefined ? undefined : /^:{3,}tab\[/.test(body.trim()) ? directive("tabs", undefined, body) : body.trim();

/** Its label stands above its content. */
const labelled: TagMeaning = ({ positional, named, body }) => {
  const label = named["label"] ?? named["title"] ?? named["name"] ?? named["value"] ?? positional[0];
  return body === undefined
    ? undefined
    : [label?.trim() && `**${label.trim()}**`, body.trim()].filter(Boolean).join("\n\n");
};

const inline =
  (element: string): TagMeaning =>
  ({ positional, named, body }) => {
    const inner = body ?? named["text"] ?? positional.join(" ");
    return inner.trim() ? `<${element}>${inner.trim()}</${element}>` : undefined;
  };

const link: TagMeaning = (use) => {
  const to = first(use, "href", "url", "link", "to", "src");
  if (!to || !/^(https?:|mailto:|\/|\.|#)/.test(to)) return undefined;
  return linkOf(
    to,
    use.body?.trim() ||
      use.named["text"] ||
      use.named["title"] ||
      use.named["content"] ||
      use.positional.slice(1).join(" "),
  );
};

const abbreviation: TagMeaning = ({ positional, named, body }) => {
  const [one = "", other = ""] = positional;
  const title = named["title"] ?? other;
  const shown = body ?? named["text"] ?? one;
  return shown && title ? `<abbr title="${escaped(title)}">${shown.trim()}</abbr>` : undefined;
};

const gist: TagMeaning = ({ positional, named }) => {
  const parts = [...positional, named["user"], named["id"]].filter((part) => part !== undefined);
  const path = parts[0]?.includes("/")
    ? parts[0]
    : /^[\da-f]{5,}$|^\d+$/i.test(parts[0] ?? "")
      ? parts[0]
      : parts.slice(0, 2).join("/");
  if (!path) return undefined;
  return linkOf(path.startsWith("http") ? path : `https://gist.github.com/${path}`, "Gist");
};

const MEANINGS: [names: string, meaning: TagMeaning][] = [
  [
    "youtube liteyoutube lite-youtube youtubeembed youtubelite youtube_embed youtubevideo yt youtubeiframe",
    embed((id) => `https://www.youtube.com/watch?v=${id}`, "Video on YouTube"),
  ],
  ["vimeo vimeoembed", embed((id) => `https://vimeo.com/${id}`, "Video on Vimeo")],
  ["bilibili", embed((id) => `https://www.bilibili.com/video/${id}`, "Video on Bilibili")],
  [
    "twitter tweet x twittersimple twitter_simple x_simple tweetembed twitterembed",
    (use) => {
      const { named, positional } = use;
      const id = named["id"] ?? positional.find((word) => /^\d{6,}$|^https?:/.test(word)) ?? positional[0];
      if (!id) return undefined;
      const user = named["user"] ?? "i/web";
      return linkOf(/^https?:/.test(id) ? id : `https://twitter.com/${user}/status/${id}`, "Tweet");
    },
  ],
  [
    "instagram instagramsimple instagram_simple",
    embed((id) => `https://www.instagram.com/p/${id}/`, "Photo on Instagram"),
  ],
  [
    "codepen codepenembed",
    (use) => {
      const { named, positional } = use;
      const id = named["id"] ?? named["slug"] ?? positional[0] ?? named["url"];
      if (!id) return undefined;
      const user = named["user"] ?? named["author"] ?? positional[1] ?? "pen";
      return linkOf(/^https?:/.test(id) ? id : `https://codepen.io/${user}/pen/${id}`, named["title"] ?? "CodePen");
    },
  ],
  ["jsfiddle", embed((id) => `https://jsfiddle.net/${id}/`, "JSFiddle")],
  ["codesandbox sandbox", embed((id) => `https://codesandbox.io/s/${id}`, "CodeSandbox")],
  ["stackblitz", embed((id) => `https://stackblitz.com/edit/${id}`, "StackBlitz")],
  ["glitch", embed((id) => `https://glitch.com/edit/#!/${id}`, "Glitch")],
  ["spotify", embed((id) => `https://open.spotify.com/${id}`, "Spotify")],
  ["soundcloud", embed((id) => `https://soundcloud.com/${id}`, "SoundCloud")],
  ["giphy", embed((id) => `https://giphy.com/gifs/${id}`, "GIPHY")],
  ["speakerdeck", embed((id) => `https://speakerdeck.com/player/${id}`, "Slides")],
  ["slideshare", embed((id) => `https://www.slideshare.net/slideshow/embed_code/${id}`, "Slides")],
  ["asciinema", embed((id) => `https://asciinema.org/a/${id}`, "Terminal session")],
  ["caniuse", embed((id) => `https://caniuse.com/${id}`, "Can I use")],
  ["replit", embed((id) => `https://replit.com/${id}`, "Replit")],
  [
    "mastodon toot stoot",
    embed((id, { positional }) => (positional[1] ? `https://${id}/${positional[1]}` : id), "Post on Mastodon"),
  ],
  [
    "blueskyembed bluesky threadsembed link-card linkcard bookmark embed oembed iframe rawlink unfurl",
    (use) => {
      const to = first(use, "url", "src", "href", "link", "uri", "id");
      return to && /^https?:\/\//.test(to) ? linkOf(to, use.named["title"]) : undefined;
    },
  ],
  ["gist darkgist github_gist", gist],
  [
    "figure img image picture asset_img legacy-img responsive-image respimage responsive_image image_figure figimg fancybox lightbox zoomable photo full_width_image expanded_img insertimg imgcap nextimage optimizedimage astroimage dual_theme_image invertible_image dimmable_image resize_image resizedimage image_with_class img-right img-left center-image screenshot gallery-image",
    picture,
  ],
  ["gallery grouppicture gp image-gallery imagegallery photo-gallery photogallery", galleryOf],
  ["highlight codeblock code_block code-block prism codefile code code-toggle", code],
  ["details collapse expand spoiler fold folding accordion disclosure collapsible toggle", details],
  ["blockquote quote quote-block pullquote pull-quote cq centerquote epigraph quotation", quotation],
  ["video html5video videofile mp4 self-hosted-video video_player", medium("video")],
  ["audio podcast-audio mp3 audio_player", medium("audio")],
  ["mark hl marker highlight-text", inline("mark")],
  ["kbd key keys", inline("kbd")],
  ["sub", inline("sub")],
  ["sup", inline("sup")],
  ["small", inline("small")],
  ["abbr abbreviation", abbreviation],
  ["link button btn linkbutton externallink external-link external_link a extlink linkto", link],
  [
    "mermaid diagram",
    ({ body, positional }) => ((body ?? positional[0]) ? codeOf(body ?? positional[0] ?? "", "mermaid") : undefined),
  ],
  ["math katex latex mathjax", ({ body }) => (body?.trim() ? `$$\n${body.trim()}\n$$` : undefined)],
  [
    "raw verbatim rawhtml unsafe html raw_html mdwrap notranslate wrapper column columns row div wide_container container center centering section grid cols col cards cardgrid steps step fragment box-plain stack compare comparecaption lead intro fullwidth full-width figcaption caption p span markdown md left right small-text prose paragraph",
    text,
  ],
  ["tab tabitem tabpanel", tab],
  ["tabs tabpane tabgroup codetabs code-tabs", tabs],
  ["card", labelled],
  [
    "newsletter subscribe signup subscribeform convertkit mailchimp adsense ad ads toc table_of_contents tableofcontents clear clearfix spacer more read_more readmore summary-break linebreak pagebreak comments sharebuttons share analytics",
    nothing,
  ],
  ["br", () => "<br>"],
  ["hr divider separator", () => "---"],
  ["param params", () => undefined],
];

const BY_NAME = new Map(
  MEANINGS.flatMap(([names, meaning]) => names.split(" ").map((name) => [name, meaning] as const)),
);

/** The meaning of a tag by its name alone; undefined for one that is not in the table. */
export function builtInMeaning(name: string): TagMeaning | undefined {
  const plain =
    name
      .toLowerCase()
      .replace(/\.(html|md|liquid|njk)$/, "")
      .split("/")
      .at(-1) ?? "";
  const bare = plain.replace(/[-_]?(shortcode|component|embed)$/, "");
  return BY_NAME.get(plain) ?? BY_NAME.get(bare) ?? (calloutKind(plain) ? callout : undefined);
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
