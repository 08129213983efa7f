/** The examples of the CommonMark specification, and how this engine's HTML is held against theirs. */
import { createRequire } from "node:module";
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from "parse5";
import { success } from "../../src/content/problems/result.ts";
import { renderMarkdown } from "../../src/markdown/render.ts";
import { parsePiece } from "./html.ts";

export interface Example {
  number: number;
  section: string;
  markdown: string;
  /** What the specification asks for. */
  html: string;
}

/** The specification writes a tab as an arrow. */
export function readExamples(): Example[] {
  const { tests } = createRequire(import.meta.url)("commonmark-spec") as { tests: Example[] };
  const tabs = (text: string) => text.replaceAll("→", "\t");
  return tests.map((example) => ({ ...example, markdown: tabs(example.markdown), html: tabs(example.html) }));
}

/** Both as their structure shows it, or the problems for which a build refuses the example. */
export function compare({ markdown, html }: Example): { ours: string; theirs: string; problems: string[] } {
  const { body, problems } = renderMarkdown(markdown, {
    file: "example.md",
    firstLine: 1,
    path: "/example/",
    siteUrl: "https://example.org/",
    lang: "en",
    resolve: (url) => success({ kind: "external", url }),
  });
  const shift = /<h1>/.test(html) ? 1 : 0;
  return {
    ours: structureOf(parsePiece(body.feedHtml()), 0),
    theirs: structureOf(parsePiece(html), shift),
    problems: problems.map(({ message }) => message),
  };
}

/** What feeds and pages add for reading and for search. */
const ADDED = new Set(["class", "loading"]);

/** A page's title is its first-level heading, and quotation marks are set as in print: both is so on purpose. */
function structureOf(node: DefaultTreeAdapterTypes.Node, shift: number, inPre = false): string {
  if (defaultTreeAdapter.isTextNode(node)) {
    const text = node.value.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
    return inPre ? text : text.replace(/\s+/g, " ");
  }
  if (node.nodeName === "#comment") return "";
  const children = "childNodes" in node ? node.childNodes : [];
  const inner = children.map((child) => structureOf(child, shift, inPre || node.nodeName === "pre")).join("");
  if (!("tagName" in node))
    return inner.replace(/ ?(<\/?(?:p|h\d|ul|ol|li|blockquote|pre|hr)\b[^>]*>) ?/g, "$1").trim();
  const { tagName, attrs } = node;
  const name = tagName.replace(/^h(\d)$/, (_, level) => `h${Math.min(6, Number(level) + shift)}`);
  const known = attrs
    .filter((attribute) => !ADDED.has(attribute.name))
    .map((one) => ` ${one.name}="${decoded(one.value)}"`);
  return `<${name}${known.sort().join("")}>${inner}</${name}>`;
}

/** One address may be written in several ways. */
function decoded(value: string): string {
  try {
    return decodeURI(value);
  } catch {
    return value;
  }
}
