/** Pictures and their captions. */
import type { Element } from "hast";
import { schemeOf } from "./addresses.ts";
import { anchorsIn, galleryOf, isGallery } from "./galleries.ts";
import {
  attribute,
  type Child,
  element,
  elementsIn,
  find,
  hasClass,
  isElement,
  isHollow,
  lineOf,
  replaceIn,
  text,
  textOf,
} from "./hast.ts";
import type { HtmlNotes } from "./notes.ts";

const PICTURE = /\.(avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const EMOJI = /^(emoji|wp-smiley|twemoji|emojione|joypixels)$/i;

/** Facts about pictures that the HTML does not have. */
export interface PictureOptions {
  /** A picture's description, if its tag has none. */
  readonly describe?: ((src: string) => string | undefined) | undefined;
}

export function readPictures(root: Element, notes: HtmlNotes, { describe }: PictureOptions): void {
  replaceIn(root, (one) => {
    if (isElement(one, "picture")) return [find(one, (inner) => isElement(inner, "img")) ?? text("")];
    if (isElement(one, "img")) return pictureOf(one, notes, describe);
    if (isElement(one, "a")) return unlinked(one, notes);
    if (isElement(one, "table") && hasClass(one, /^tr-caption-container$/)) return [captioned(one)];
    return undefined;
  });
  replaceIn(root, (one) => {
    if (isElement(one, "figure")) return figureOf(one, notes);
    const gallery = isGallery(one) ? galleryOf(one.children, undefined, one) : undefined;
    return gallery && [...anchorsIn(one), gallery];
  });
}

function pictureOf(img: Element, notes: HtmlNotes, describe: PictureOptions["describe"]): Child[] | undefined {
  const alt = attribute(img, "alt")?.replace(/\s+/g, " ").trim() ?? "";
  if (hasClass(img, EMOJI) && alt) return [text(alt)];
  const src = (attribute(img, "src") ?? "").trim();
  if (src === "" || !/^(https?)?$/.test(schemeOf(src) ?? "")) {
    notes.left("picture in the text", img, `<img src="${src}" alt="${alt}">`, alt ? "its description" : "nothing");
    return alt ? [text(alt)] : [];
  }
  const said = alt || describe?.(src) || "";
  if (!said) notes.counted("picture without a description", img, src, "![ ](…)");
  // A title is seen by those who point at a picture; as a caption, everybody would see it.
  const title = attribute(img, "title")?.trim();
  if (title && title !== said) notes.counted("title of a picture", img, `title="${title}"`, "nothing");
  return [element("img", { src, alt: said }, [], img)];
}

/** A link from a picture to the same in another size is the picture. */
function unlinked(link: Element, notes: HtmlNotes): Child[] | undefined {
  const href = (attribute(link, "href") ?? "").trim();
  const [picture, ...others] = [...elementsIn(link)].filter((one) => isElement(one, "img"));
  if (!picture || others.length > 0 || textOf(link).trim() !== "" || !PICTURE.test(href.replace(/[?#].*$/, "")))
    return undefined;
  if (stemOf(href) !== stemOf(attribute(picture, "src") ?? "")) return undefined;
  notes.counted("link to a larger picture", link, `<a href="${href}">`, "the larger picture");
  picture.properties["src"] = href;
  return [picture];
}

/** A file's name without a size in it. */
function stemOf(address: string): string {
  const name =
    address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1) ?? "";
  return name
    .replace(/\.\w+$/, "")
    .replace(/(-\d+x\d+|-scaled|@\dx|_[sml]|\.(?:thumbnail|resized))$/i, "")
    .toLowerCase();
}

/** Blogger's table round a picture and its caption. */
function captioned(table: Element): Element {
  const caption = find(table, (one) => hasClass(one, /^tr-caption$/));
  const pictures = [...elementsIn(table)].filter((one) => isElement(one, "img"));
  const link = find(table, (one) => isElement(one, "a") && find(one, (inner) => isElement(inner, "img")) !== undefined);
  const shown = link ? [link] : pictures;
  return element("figure", {}, [...shown, ...(caption ? [element("figcaption", {}, caption.children)] : [])], table);
}

function figureOf(figure: Element, notes: HtmlNotes): Child[] {
  const caption = captionOf(figure);
  const pictures = [...elementsIn(figure)].filter((one) => isElement(one, "img"));
  const rest = withoutCaption(figure, caption);
  const id = attribute(figure, "id");
  const anchored = (children: Child[]): Child[] => (id ? [element("p", { id }, []), ...children] : children);
  const gallery = galleryOf(rest, caption, figure);
  if (gallery) return anchored([...anchorsIn(figure), gallery]);
  const isAlone = pictures.length === 1 && rest.every((child) => textOf(child).trim() === "");
  const [picture] = pictures;
  const [link] = [...elementsIn(figure)].filter((one) => isElement(one, "a") && elementsOf(one, picture));
  if (!isAlone || !picture || find(figure, isMore)) {
    const isSeveral = pictures.length > 1;
    if (isSeveral && !find(figure, (one) => isElement(one, "pre", "table")))
      notes.counted(
        "gallery",
        figure,
        `<figure class="${attribute(figure, "className") ?? ""}">`,
        "its pictures, one below the other",
      );
    if (caption && isSeveral)
      notes.counted("caption of several pictures", caption, lineOf(caption), "a paragraph below them");
    const parts = rest.flatMap((child) => (isElement(child) ? separate(child, isSeveral) : [child]));
    return anchored([
      ...parts,
      ...(caption && !isHollow(caption) ? [element("div", {}, caption.children, caption)] : []),
    ]);
  }
  if (!caption || isHollow(caption)) return anchored([element("p", {}, [link ?? picture], figure)]);
  const isPlain = !link && [...elementsIn(caption)].every((one) => isElement(one, "span", "p", "div", "br", "font"));
  const line = lineOf(caption);
  if (isPlain) return anchored([element("x-figure", { dataCaption: line }, [picture], figure)]);
  return anchored([element("x-figure", {}, [link ?? picture, element("figcaption", {}, caption.children)], figure)]);
}

/** True for what makes a figure more than its picture. */
function isMore(one: Element): boolean {
  return isElement(one, "pre", "table", "video", "audio", "blockquote", "x-made", "x-figure", "x-gallery");
}

/** Its own caption; figures in it have become others already. */
function captionOf(figure: Element): Element | undefined {
  for (const child of figure.children) {
    if (!isElement(child) || isElement(child, "x-figure", "x-gallery")) continue;
    const caption = isElement(child, "figcaption") ? child : captionOf(child);
    if (caption) return caption;
  }
  return undefined;
}

function elementsOf(link: Element, picture: Element | undefined): boolean {
  return picture !== undefined && [...elementsIn(link)].includes(picture);
}

/** Pictures side by side, each in a paragraph of its own. */
function separate(node: Element, isGallery: boolean): Child[] {
  if (!isGallery) return [node];
  if (isElement(node, "img")) return [element("p", {}, [node], node)];
  if (isElement(node, "a") && find(node, (one) => isElement(one, "img"))) return [element("p", {}, [node], node)];
  if (isElement(node, "div", "ul", "li", "span", "figure")) {
    return node.children.flatMap((child) => (isElement(child) ? separate(child, isGallery) : [child]));
  }
  return [node];
}

function withoutCaption(figure: Element, caption: Element | undefined): Child[] {
  replaceIn(figure, (one) => (one === caption ? [] : undefined));
  return figure.children;
}
