/**
 * Cards of Ghost, Medium and Substack: a box that shows a page, a file or a post from elsewhere. Its words stay, as a link or as
 * the element that it is. Substack keeps the content of some in JSON alone.
 */
import type { Element } from "hast";
import { publicAddress } from "./embeds.ts";
import { formula } from "./formulas.ts";
import {
  attribute,
  type Child,
  contentOf,
  element,
  elementsIn,
  find,
  hasClass,
  isElement,
  lineOf,
  replaceFrom,
  text,
  textOf,
} from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

/** Undefined for what only has the class of one. */
type Card = (card: Element, notes: HtmlNotes) => Child[] | undefined;

const CARDS: readonly (readonly [RegExp, Card])[] = [
  [/^kg-bookmark-card$/, (card, notes) => linkOf(card, notes, "kg-bookmark-title", "kg-bookmark-description")],
  [/^kg-file-card$/, (card, notes) => linkOf(card, notes, "kg-file-card-title", "kg-file-card-caption")],
  [/^kg-toggle-card$/, toggle],
  [/^kg-(audio|video)-card$/, player],
  [/^(graf--mixtapeEmbed|mixtapeEmbed)$/, mixtape],
  [/^latex-rendered$/, latex],
  [/^tweet$/, tweet],
  [
    /^(embedded-post-wrap|digest-post-embed|embedded-publication-wrap|comment|community-post|apple-podcast-container|bluesky-wrap|instagram|tiktok-wrap|image-gallery-embed|spotify-wrap|soundcloud-wrap|youtube-wrap|vimeo-wrap|native-video-embed|native-audio-embed|poll-embed|prediction-market-wrap|datawrapper-wrap|github-gist|file-embed-wrapper)$/,
    stored,
  ],
  [
    /^(subscription-widget-wrap(-editor)?|subscription-widget|install-substack-app-embed|paywall-jump|captioned-button-wrap|directMessage|community-chat)$/,
    dropped,
  ],
  [/^button-wrapper$/, button],
  [/^pullquote$/, (card) => [element("blockquote", {}, card.children, card)]],
  [/^(header-anchor-parent|image-link-expand)$/, () => []],
  [/^hide-text$/, dropped],
];

export function readCards(root: Element, notes: HtmlNotes): void {
  replaceFrom(root, (one) => CARDS.find(([name]) => hasClass(one, name))?.[1](one, notes));
}

function withClass(card: Element, name: string): Element | undefined {
  return find(card, (one) => hasClass(one, new RegExp(`^${name}$`)));
}

function linkTo(address: string, title: string, more: string | undefined, at: Element): Element {
  const link = element("a", { href: address }, [text(title || address)], at);
  return element("p", {}, more && more !== title ? [link, element("br"), text(more)] : [link], at);
}

/** All of its words; what stands in elements of a line is not apart from what is beside it. */
function wordsOf(card: Element): string {
  const words = card.children.map((child) => {
    if (!isElement(child)) return textOf(child);
    return INLINE.test(child.tagName) ? wordsOf(child) : ` ${wordsOf(child)} `;
  });
  return words.join("").replace(/\s+/g, " ").trim();
}

const INLINE = /^(a|abbr|b|cite|code|em|i|small|span|strong|sub|sup|u)$/;

/** The page that a card shows, with its title and description. */
function linkOf(card: Element, notes: HtmlNotes, titleClass: string, aboutClass: string): Child[] {
  const address = [...elementsIn(card)]
    .map((one) => (isElement(one, "a") ? attribute(one, "href") : undefined))
    .find(Boolean);
  if (!address) return card.children;
  const [title, about] = [withClass(card, titleClass), withClass(card, aboutClass)];
  const caption = find(card, (one) => isElement(one, "figcaption"));
  notes.noted("card", card, wordsOf(card), "a link with its title and text");
  const link = linkTo(address, title ? lineOf(title) : lineOf(card), about && lineOf(about), card);
  return caption ? [link, element("p", {}, caption.children, caption)] : [link];
}

function toggle(card: Element): Child[] {
  const [heading, content] = [withClass(card, "kg-toggle-heading-text"), withClass(card, "kg-toggle-content")];
  if (!heading || !content) return card.children;
  return [element("details", {}, [element("summary", {}, heading.children), ...content.children], card)];
}

/** Without the buttons of its player. */
function player(card: Element): Child[] {
  const media = find(card, (one) => isElement(one, "audio", "video"));
  const title = withClass(card, "kg-audio-title");
  const caption = find(card, (one) => isElement(one, "figcaption"));
  const words = [title, caption].flatMap((one) => (one && lineOf(one) ? [element("p", {}, one.children, one)] : []));
  return media ? [media, ...words] : card.children;
}

/** Its text is the title in bold, and lines below it. */
function mixtape(card: Element, notes: HtmlNotes): Child[] {
  const link =
    find(card, (one) => isElement(one, "a") && hasClass(one, /^markup--mixtapeEmbed-anchor$/)) ??
    find(card, (one) => isElement(one, "a") && lineOf(one) !== "");
  if (!link) return card.children;
  notes.noted("card", card, wordsOf(card), "a link with its title and text");
  const title = withClass(link, "markup--mixtapeEmbed-strong") ?? find(link, (one) => isElement(one, "strong"));
  const about = withClass(link, "markup--mixtapeEmbed-em") ?? find(link, (one) => isElement(one, "em"));
  const rest = lineOf(link)
    .replace(title ? lineOf(title) : "", "")
    .trim();
  return [
    linkTo(
      attribute(link, "href") ?? "",
      title ? lineOf(title) : lineOf(link),
      about ? lineOf(about) : title ? rest : undefined,
      card,
    ),
  ];
}

/** Substack's JSON. */
function dataOf(card: Element): Record<string, unknown> {
  const written =
    attribute(card, "dataAttrs") ??
    attribute(find(card, (one) => attribute(one, "dataAttrs") !== undefined) ?? card, "dataAttrs");
  try {
    const value: unknown = JSON.parse(written ?? "{}");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function storedText(data: Record<string, unknown>, ...names: string[]): string | undefined {
  const value = names.map((name) => data[name]).find((one) => typeof one === "string" && one.trim() !== "");
  return typeof value === "string" ? value.trim() : undefined;
}

function latex(card: Element, notes: HtmlNotes): Child[] {
  const tex = storedText(dataOf(card), "persistentExpression");
  if (tex && !tex.includes("$")) return [element("p", {}, [formula(tex, true, card)], card)];
  notes.left("formula", card, tex ?? "", "nothing");
  return [];
}

function tweet(card: Element, notes: HtmlNotes): Child[] | undefined {
  const data = dataOf(card);
  const [url, said, name] = [
    storedText(data, "url"),
    storedText(data, "full_text"),
    storedText(data, "name", "username"),
  ];
  if (!url && !said) return undefined;
  notes.noted("embed", card, url ?? said ?? "", "a quotation and a link");
  const who = url ? [element("p", {}, [element("a", { href: url }, [text(name ?? url)])])] : [];
  return [element("blockquote", {}, [...(said ? [element("p", {}, [text(said)])] : []), ...who], card)];
}

/** A card whose JSON says what it shows. */
function stored(card: Element, notes: HtmlNotes): Child[] | undefined {
  if (attribute(card, "dataAttrs") === undefined && attribute(card, "dataComponentName") === undefined)
    return undefined;
  const data = dataOf(card);
  const video = storedText(data, "videoId");
  const frame = find(card, (one) => isElement(one, "iframe"));
  const image = data["gallery"];
  if (typeof image === "object" && image !== null) return galleryOf(image, card);
  const inner = [...elementsIn(card)]
    .map((one) => (isElement(one, "a") ? attribute(one, "href") : undefined))
    .find((href) => href && /^https?:/.test(href));
  const isYouTube = hasClass(card, /^youtube-wrap$/);
  const url =
    storedText(data, "canonical_url", "url", "target_url", "href") ??
    (video ? (isYouTube ? `https://www.youtube.com/watch?v=${video}` : `https://vimeo.com/${video}`) : undefined) ??
    (frame && publicAddress(attribute(frame, "src") ?? "")) ??
    inner;
  const title = storedText(data, "title", "name", "question", "publication_name", "author_name");
  const about = storedText(data, "description", "caption", "subtitle", "truncated_body_text", "body");
  if (url && /^https?:/.test(url)) {
    notes.noted("embed", card, url, "a link");
    return [linkTo(url, title ?? (lineOf(card).slice(0, 200) || url), about, card)];
  }
  if (textOf(card).trim() !== "") return contentOf(card);
  notes.left("embed", card, JSON.stringify(data), title ? "its title" : "nothing");
  return title ? [element("p", {}, [text(title)], card)] : [];
}

function galleryOf(gallery: object, card: Element): Child[] {
  const images = "images" in gallery && Array.isArray(gallery.images) ? gallery.images : [];
  const caption = "caption" in gallery && typeof gallery.caption === "string" ? gallery.caption : "";
  const alt = "alt" in gallery && typeof gallery.alt === "string" ? gallery.alt : "";
  const sources = images.flatMap((one: unknown) =>
    typeof one === "object" && one !== null && "src" in one ? [String(one.src)] : [],
  );
  const shown = sources.map((src) => element("img", { src, alt }, [], card));
  const said = caption ? [element("figcaption", {}, [text(caption)])] : [];
  return [element("figure", {}, [...shown, ...said], card)];
}

function dropped(card: Element, notes: HtmlNotes): Child[] {
  notes.noted("widget of the old host", card, wordsOf(card) || attribute(card, "className") || "", "nothing");
  return [];
}

/** To subscribe or share with Substack; any other is a link. */
function button(card: Element, notes: HtmlNotes): Child[] | undefined {
  if (attribute(card, "dataAttrs") === undefined) return undefined;
  const data = dataOf(card);
  const [url, words] = [storedText(data, "url"), storedText(data, "text")];
  const isOwn =
    /subscribe|action=share|%%|\/leave-comment|\?utm_source=substack/i.test(
      `${url ?? ""} ${storedText(data, "action") ?? ""}`,
    ) || !url;
  if (isOwn) return dropped(card, notes);
  return [linkTo(url, words ?? lineOf(card), undefined, card)];
}
