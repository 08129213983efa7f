/** A prepared tree to a tree of Markdown, with handlers for what hast-util-to-mdast does not know or handles differently. */
import type { Element } from "hast";
import { type Handle, type State, toMdast } from "hast-util-to-mdast";
import type { BlockContent, DefinitionContent, Html, Nodes, PhrasingContent, Root, RootContent } from "mdast";
import { isRecording } from "../../content/recording.ts";
import { titleOfFilm } from "../dialect/films.ts";
import { isNamed } from "./emphasis.ts";
import { attribute, elementsIn, find, isElement, text, textOf } from "./hast.ts";
import { KEPT_INLINE } from "./names.ts";
import { openTag, rawHtml } from "./raw-html.ts";
import { withoutBreaks } from "./structure.ts";

declare module "mdast" {
  /** Our directive, with the pictures as paragraphs. */
  interface Gallery extends Parent {
    type: "gallery";
    label: PhrasingContent[];
    children: (BlockContent | DefinitionContent)[];
  }
  interface BlockContentMap {
    gallery: Gallery;
  }
  interface RootContentMap {
    gallery: Gallery;
  }
  interface HtmlData {
    /** Of the first line of a callout, behind which its text begins on the next line. */
    isMarker?: boolean;
  }
}

export function markdownTree(root: Element): Root {
  // hast-util-to-mdast would remove the space after an empty element.
  for (const one of elementsIn(root)) if (one.made) one.children = [text("\uFFFC")];
  const tree = toMdast({ type: "root", children: root.children }, { handlers: HANDLERS });
  return tree.type === "root" ? tree : { type: "root", children: [contentOf(tree)] };
}

function contentOf(tree: Nodes): RootContent {
  return tree.type === "root" ? html("") : tree;
}

const html = (value: string): Html => ({ type: "html", value });

/** Inline content. */
function phrasing(state: State, node: Element): PhrasingContent[] {
  // The tree is settled: what stands in a line holds nothing else.
  return state.all(node) as PhrasingContent[];
}

/** Block content; see `phrasing`. */
function flow(state: State, node: Element): (BlockContent | DefinitionContent)[] {
  return state.toFlow(state.all(node));
}

/** An element of a line, with Markdown in it. */
function inLine(state: State, node: Element): ReturnType<Handle> {
  const { tagName } = node;
  const [open, close] = [openTag(node), `</${tagName}>`];
  const content = phrasing(state, node);
  return content.length === 0 ? [] : [html(open), ...content, html(close)];
}

/** An element round blocks of Markdown. */
const around: Handle = (state, node) => {
  const content = flow(state, node);
  return content.length === 0 ? [] : [html(openTag(node)), ...content, html(`</${node.tagName}>`)];
};

const HANDLERS: Record<string, Handle> = {
  ...Object.fromEntries([...KEPT_INLINE].map((name) => [name, inLine])),
  "x-made": (_state, node) => node.made,
  "x-note": (state, node) => {
    const label = attribute(node, "dataLabel") ?? "";
    return { type: "footnoteDefinition", identifier: label, label, children: flow(state, node) };
  },
  "x-callout": (state, node) => {
    const marker: Html = { ...html(`[!${attribute(node, "dataKind") ?? "NOTE"}]`), data: { isMarker: true } };
    return { type: "blockquote", children: [marker, ...flow(state, node)] };
  },
  "x-figure": (state, node) => {
    const caption = attribute(node, "dataCaption");
    if (caption === undefined) return html(`<figure>\n${node.children.map(rawHtml).join("\n")}\n</figure>`);
    const [picture] = phrasing(state, node);
    if (picture?.type === "image") picture.title = caption;
    return picture ? { type: "paragraph", children: [picture] } : [];
  },
  "x-gallery": (state, node) => {
    const caption = node.children.find((child) => isElement(child, "figcaption"));
    const pictures = node.children.filter((child) => child !== caption);
    return {
      type: "gallery",
      label: isElement(caption) ? phrasing(state, caption) : [],
      children: pictures.flatMap((picture) => flow(state, { ...node, children: [picture] })),
    };
  },
  aside: around,
  div: around,
  details: (state, node) => {
    const summary = node.children.find((child) => isElement(child, "summary"));
    const rest = { ...node, children: node.children.filter((child) => child !== summary) };
    const words = summary ? rawHtml(summary) : "<summary>Details</summary>";
    return [html(`<details>\n${words}`), ...flow(state, rest), html("</details>")];
  },
  summary: (state, node) => ({ type: "paragraph", children: phrasing(state, node) }),
  li: listItem,
  dl: definitions,
  audio: media,
  video: media,
  span: (state, node) => (attribute(node, "lang") || attribute(node, "dir") ? inLine(state, node) : state.all(node)),
  strong: (state, node) => emphasis("strong", state, node),
  em: (state, node) => emphasis("emphasis", state, node),
  del: (state, node) => emphasis("delete", state, node),
  code: inlineCode,
  pre: codeBlock,
  img: (_state, node) => ({
    type: "image",
    url: attribute(node, "src") ?? "",
    // A description of one blank says that it is decoration.
    alt: attribute(node, "alt") || " ",
  }),
  a: (state, node) => ({
    type: "link",
    url: attribute(node, "href") ?? "",
    title: attribute(node, "title") || null,
    children: phrasing(state, node),
  }),
  input: () => [],
  wbr: () => html("<wbr>"),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`h${depth}`, heading])),
};

function heading(state: State, node: Element): ReturnType<Handle> {
  const id = attribute(node, "dataId");
  const children = phrasing(state, { ...node, children: withoutBreaks(node.children) });
  const depth = Number(node.tagName.slice(1));
  // The name of a heading's element is `h` and a digit from 1 to 6.
  const level = depth as 1 | 2 | 3 | 4 | 5 | 6;
  return { type: "heading", depth: level, children: [...children, ...(id ? [html(` {#${id}}`)] : [])] };
}

function emphasis(type: "strong" | "emphasis" | "delete", state: State, node: Element): ReturnType<Handle> {
  if (isNamed(node)) return inLine(state, { ...node, properties: {} });
  return { type, children: phrasing(state, node) };
}

/** One with more than a paragraph, and lists below it, has empty lines between its parts. */
function listItem(state: State, node: Element): ReturnType<Handle> {
  const [first] = node.children;
  const [box] = isElement(first, "p") ? first.children : [];
  const isTask = isElement(box, "input") && attribute(box, "type") === "checkbox";
  const content = {
    ...node,
    children:
      isTask && isElement(first)
        ? [{ ...first, children: first.children.slice(1) }, ...node.children.slice(1)]
        : node.children,
  };
  const children = flow(state, content);
  const spread = children.some(({ type }, index) => index > 0 && type !== "list");
  return { type: "listItem", spread, checked: isTask ? attribute(box, "checked") !== undefined : null, children };
}

/** Code of one line; with a link or emphasis in it, HTML. */
function inlineCode(state: State, node: Element): ReturnType<Handle> {
  if (find(node, (one) => isElement(one, "a", "em", "strong", "i", "b", "var", "mark", "x-made", "img"))) {
    return inLine(state, { ...node, properties: {} });
  }
  const value = textOf({ ...node, children: withoutBreaks(node.children) })
    .replace(/[\u00A0\s]+/g, " ")
    .trim();
  return value === "" ? [] : { type: "inlineCode", value };
}

function codeBlock(_state: State, node: Element): ReturnType<Handle> {
  const value = textOf(node);
  if (value.trim() === "") return [];
  const [, word = "", words = ""] = /^(\S+)\s*([^`\n]*)$/.exec(attribute(node, "dataInfo") ?? "") ?? [];
  if (word && !word.includes("`")) return { type: "code", lang: word, meta: words || null, value };
  const title = attribute(node, "dataTitle")?.replaceAll('"', "'").replace(/\s+/g, " ").trim();
  const meta = [
    ...(title ? [`title="${title}"`] : []),
    ...(attribute(node, "dataNumbers") !== undefined ? ["numbers"] : []),
    ...(attribute(node, "dataMark") ? [`mark=${attribute(node, "dataMark")}`] : []),
  ].join(" ");
  const lang = attribute(node, "dataLanguage") ?? (meta ? "text" : undefined);
  return { type: "code", lang: lang ?? null, meta: meta || null, value };
}

/** With what only Markdown has in it, such as code, a definition is Markdown between tags. */
function definitions(state: State, node: Element): ReturnType<Handle> {
  const isPlain = node.children.every((one) => isElement(one, "dt") || (isElement(one, "dd") && isText(one)));
  if (isPlain) return html(rawHtml({ ...node, children: node.children.map(asText) }));
  return [
    html("<dl>"),
    ...node.children.flatMap((one): Nodes[] => {
      if (!isElement(one) || isElement(one, "dt")) return [html(rawHtml(one))];
      return [html(openTag(one)), ...flow(state, one), html("</dd>")];
    }),
    html("</dl>"),
  ];
}

function isText(one: Element): boolean {
  const isMade = find(one, (inner) => inner.made !== undefined && inner.made.type !== "html");
  return !isMade && one.children.every((child) => isElement(child, "p")) && one.children.length <= 1;
}

function asText(one: Element["children"][number]): Element["children"][number] {
  const [only] = isElement(one, "dd") ? one.children : [];
  return isElement(one) && isElement(only, "p") ? { ...one, children: only.children } : one;
}

/** A film or a sound: its address may be on itself or on a source. */
function media(_state: State, node: Element): ReturnType<Handle> {
  const sources = node.children.filter((child) => isElement(child, "source", "track"));
  const hasSource = attribute(node, "src") || sources.some((one) => isElement(one, "source") && attribute(one, "src"));
  if (!hasSource) return [];
  const film = filmAlone(node, sources);
  // What it can't be as ours becomes a player of HTML when the engine refuses it.
  if (film !== undefined) return { type: "image", url: film, alt: titleOfFilm(film, attribute(node, "title")) };
  const tag = { ...node, properties: { ...node.properties, controls: true } };
  const inner = sources.map(rawHtml).join("\n");
  return html(`${openTag(tag)}${inner ? `\n${inner}\n` : ""}</${node.tagName}>`);
}

/** Its only address, where it has nothing that a film in Markdown has not: captions that lie elsewhere, a still, no end. */
function filmAlone(node: Element, sources: readonly Element[]): string | undefined {
  const [only, ...others] = [node, ...sources].flatMap((one) => attribute(one, "src") ?? []);
  const isPlain = isElement(node, "video") && ["poster", "loop"].every((key) => attribute(node, key) === undefined);
  return isPlain && only !== undefined && others.length === 0 && isRecording(only) ? only : undefined;
}
