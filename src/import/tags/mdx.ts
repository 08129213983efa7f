/** MDX without its code: `import`, `export`, expressions and comments go, components are replaced as tags are. Nothing is run. */
import type { Node, Parent, Root } from "mdast";
import type { MdxJsxAttribute, MdxJsxExpressionAttribute } from "mdast-util-mdx";
import { optional } from "../optional.ts";
import type { SourcePlace } from "../source-site.ts";
import { oneLine, placed, replaceTag, type TagReplacer } from "./tags.ts";

/** A text that is no MDX, such as `a < b`, loses its imports only, and is Markdown then. */
export async function replaceMdx(text: string, place: SourcePlace, replacer: TagReplacer): Promise<string> {
  const [{ fromMarkdown }, { mdxjs }, { mdxFromMarkdown }, { gfm }, { gfmFromMarkdown }] = await optional(() =>
    Promise.all([
      import("mdast-util-from-markdown"),
      import("micromark-extension-mdxjs"),
      import("mdast-util-mdx"),
      import("micromark-extension-gfm"),
      import("mdast-util-gfm"),
    ]),
  );
  try {
    const root = fromMarkdown(text, {
      extensions: [gfm(), mdxjs()],
      mdastExtensions: [gfmFromMarkdown(), mdxFromMarkdown()],
    });
    return new MdxReplacing(text, place, replacer).all(root);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    replacer.left.push({
      ...place,
      construct: "MDX",
      outcome: "noted",
      was: oneLine(message),
      now: "read as plain Markdown",
    });
    return text.replace(/^(import|export)\s.+\n(?:(?![ \t]*$).+\n)*/gm, "").replace(/\{\/\*[\s\S]*?\*\/\}/g, "");
  }
}

interface JsxElement extends Parent {
  name: string | null;
  attributes: (MdxJsxAttribute | MdxJsxExpressionAttribute)[];
}

/** `import graph from "./graph.png"`, and `export const year = 2024`. */
const IMPORTED_FILE =
  /^import\s+(\w+)\s+from\s+(["'])([^"'\n]+\.(?:png|jpe?g|gif|webp|avif|svg|mp4|webm|mp3|pdf))(?:\?\w+)?\2/gim;
const CONSTANT = /^export\s+const\s+(\w+)\s*=\s*(?:(["'])([^"'\\\n]*)\2|(-?[\d.]+))\s*;?[ \t]*$/gm;
const TEXT = /^(["'`])((?:(?!\1)[^\\]|\\.)*)\1$/;
/** `require("./a.png").default` and `useBaseUrl("/img/a.png")` of Docusaurus. */
const FILE_CALL = /^(?:require|useBaseUrl|withBase)\(\s*(["'])([^"'\n]+)\1\s*\)(?:\.default)?$/;

class MdxReplacing {
  /** What the text's own imports and constants say, by their names. */
  readonly #values: ReadonlyMap<string, string>;
  readonly #text: string;
  readonly #place: SourcePlace;
  readonly #replacer: TagReplacer;

  constructor(text: string, place: SourcePlace, replacer: TagReplacer) {
    this.#text = text;
    this.#place = place;
    this.#replacer = replacer;
    this.#values = new Map([
      ...[...text.matchAll(IMPORTED_FILE)].map(([, name = "", , file = ""]) => [name, file] as const),
      ...[...text.matchAll(CONSTANT)].map(([, name = "", , words, number]) => [name, words ?? number ?? ""] as const),
    ]);
  }

  all(root: Root): string {
    return this.#between(root, 0, this.#text.length);
  }

  /** The text from one position to another, with what lies in it replaced. */
  #between(parent: Node, from: number, to: number): string {
    let out = "";
    let position = from;
    for (const node of this.#replaced(parent)) {
      const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
      if (start < position || end > to) continue;
      out += this.#text.slice(position, start) + placed(this.#text, start, end, this.#insteadOf(node));
      position = end;
    }
    return out + this.#text.slice(position, to);
  }

  /** Outermost nodes that are no Markdown. */
  *#replaced(node: Node): Generator<Node> {
    if (!("children" in node) || !Array.isArray(node.children)) return;
    for (const child of node.children) {
      if (/^mdx/.test(child.type)) yield child;
      else yield* this.#replaced(child);
    }
  }

  #note(construct: string, outcome: "noted" | "left", node: Node, was: string, now: string): void {
    const line = (this.#place.line ?? 1) + (node.position?.start.line ?? 1) - 1;
    this.#replacer.left.push({ ...this.#place, line, construct, outcome, was: oneLine(was), now: oneLine(now) });
  }

  #insteadOf(node: Node): string {
    const written = this.#text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (node.type === "mdxjsEsm") {
      this.#note("import or export", "noted", node, written, "nothing");
      return "";
    }
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") return this.#expression(node, written);
    return isElement(node) ? this.#element(node, written) : "";
  }

  #expression(node: Node, written: string): string {
    const inner = written.slice(1, -1).trim();
    if (/^\/\*[\s\S]*\*\/$/.test(inner) || inner === "") {
      // {/*id*/} behind a heading is its anchor.
      const id = /^\/\*\s*([\w-]+)\s*\*\/$/.exec(inner)?.[1];
      const before =
        this.#text
          .slice(0, node.position?.start.offset ?? 0)
          .split("\n")
          .at(-1) ?? "";
      return id && /^#{1,6}\s/.test(before) ? `{#${id}}` : "";
    }
    const [, , literal] = TEXT.exec(inner) ?? [];
    if (literal !== undefined && !literal.includes("${"))
      return literal.replace(/\\(.)/g, "$1").replace(/[<&*_`[\]\\]/g, "\\$&");
    const value = this.#values.get(inner);
    if (value !== undefined) return value.replace(/[<&*_`[\]\\]/g, "\\$&");
    this.#note("expression", "left", node, written, "nothing");
    return "";
  }

  /** Undefined for an expression that is neither a text, a number nor a name with a known value. */
  #valueOf({ value }: MdxJsxAttribute): string | undefined {
    if (value === null || value === undefined) return "true";
    if (typeof value === "string") return value;
    const inner = value.value.trim();
    const [, , literal] = TEXT.exec(inner) ?? [];
    if (literal !== undefined) return literal;
    const [, , file] = FILE_CALL.exec(inner) ?? [];
    return (
      file ??
      this.#values.get(inner.replace(/\.(src|default)$/, "")) ??
      (/^(-?[\d.]+|true|false)$/.test(inner) ? inner : undefined)
    );
  }

  #element(node: JsxElement, written: string): string {
    const [first, last] = [node.children[0], node.children.at(-1)];
    const [start, end] = [first?.position?.start.offset, last?.position?.end.offset];
    const indented = start === undefined || end === undefined ? undefined : this.#between(node, start, end);
    const body = indented === undefined ? undefined : dedented(indented);
    const name = node.name ?? "";
    if (name === "") return body ?? "";
    if (/^[a-z][a-z\d]*$/.test(name)) return this.#html(name, node, body);
    const named: Record<string, string> = {};
    for (const attribute of node.attributes)
      if (attribute.type === "mdxJsxAttribute") named[attribute.name] = this.#valueOf(attribute) ?? "";
    const opening =
      written.slice(0, (start ?? node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0)) || written;
    return replaceTag(
      { name, positional: [], named, body: this.#codeIn(node) ?? body, written: opening },
      { ...this.#place, line: (this.#place.line ?? 1) + (node.position?.start.line ?? 1) - 1 },
      this.#replacer,
    );
  }

  /** The text of a component that holds nothing else, such as `<CodeBlock>{`a < b`}</CodeBlock>`, as it is. */
  #codeIn(node: JsxElement): string | undefined {
    const [only, ...others] = node.children;
    if (!only || others.length > 0 || !/^code/i.test(node.name ?? "") || !/^mdx\w+Expression$/.test(only.type))
      return undefined;
    const written = this.#text.slice(only.position?.start.offset ?? 0, only.position?.end.offset ?? 0);
    return TEXT.exec(written.slice(1, -1).trim())?.[2]?.replace(/\\([`$\\])/g, "$1");
  }

  /** Content of a block is Markdown in MDX; here it needs an empty line before it. */
  #html(name: string, node: JsxElement, body: string | undefined): string {
    const attributes = node.attributes.flatMap((attribute) => {
      if (attribute.type !== "mdxJsxAttribute") return [];
      const key = attribute.name === "className" ? "class" : attribute.name === "htmlFor" ? "for" : attribute.name;
      const value = this.#valueOf(attribute);
      if (value === undefined || key === "style" || /^on[A-Z]/.test(key)) {
        this.#note(
          `attribute ${key}`,
          "noted",
          node,
          this.#text.slice(node.position?.start.offset ?? 0, (node.position?.start.offset ?? 0) + 80),
          `<${name}> without it`,
        );
        return [];
      }
      return [` ${key}="${value.replaceAll('"', "&quot;")}"`];
    });
    const open = `<${name}${attributes.join("")}>`;
    if (/^(br|hr|img|wbr|source|track|col|input)$/.test(name)) return open;
    const isFlow = node.type === "mdxJsxFlowElement";
    // A line that begins with such a tag is a block of HTML here, in which Markdown is not read.
    const isBlock = /^(p|div|figcaption|figure|summary|h[1-6]|li|td|th|dt|dd|section|aside|center)$/.test(name);
    if (!isFlow || body === undefined) return `${open}${isBlock ? inlineHtml(body ?? "") : (body ?? "")}</${name}>`;
    return /^(p|figcaption|summary|h[1-6]|td|th|dt|span|a|b|i|em|strong)$/.test(name) && !body.includes("\n\n")
      ? `${open}${inlineHtml(body)}</${name}>`
      : `${open}\n\n${body}\n\n</${name}>`;
  }
}

/** Marks of a line within a block of HTML, where Markdown is not read. */
function inlineHtml(text: string): string {
  return text
    .replace(/`([^`]+)`/g, (_, code: string) => `<code>${code.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</code>`)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![*\w])\*([^*\n]+)\*(?![*\w])/g, "<em>$1</em>")
    .replace(/(?<![\w!])\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>');
}

function isElement(node: Node): node is JsxElement {
  return node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement";
}

/** Without the blanks by which its lines are all indented; the first line is not counted. */
function dedented(text: string): string {
  const lines = text.split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim())
    .map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const least = indents.length > 0 ? Math.min(...indents) : 0;
  return lines
    .map((line, index) => (index === 0 ? line : line.slice(Math.min(least, /^ */.exec(line)?.[0].length ?? 0))))
    .join("\n");
}
