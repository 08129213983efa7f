/** The HTML of a Ghost post; for one that has none, which old drafts are, what its editor kept. */
import { escapeMarkup, escapeText } from "../../content/text/escape.ts";
import { oldPage } from "../old-page.ts";
import { isObject, type JsonObject, objectsIn, parsedJson, textIn } from "./json.ts";

/** `from` names what the HTML was made from, where Ghost had not made it. */
export function ghostHtml(post: JsonObject): { html: string; from?: string } {
  const html = textIn(post, "html");
  if (html) return { html };
  const lexical = parsedJson(textIn(post, "lexical"));
  if (isObject(lexical) && isObject(lexical["root"])) return { html: blocksOf(lexical["root"]), from: "lexical" };
  const mobiledoc = parsedJson(textIn(post, "mobiledoc"));
  if (isObject(mobiledoc)) return { html: mobiledocHtml(mobiledoc), from: "mobiledoc" };
  const plain = textIn(post, "plaintext", "markdown");
  return plain
    ? {
        html: plain
          .split(/\n{2,}/)
          .map((part) => `<p>${escapeText(part)}</p>`)
          .join("\n"),
        from: "plain text",
      }
    : { html: "" };
}

function blocksOf(node: JsonObject): string {
  return objectsIn(node["children"]).map(lexicalHtml).join("");
}

/** Bits of a text's format (Lexical: bold 1, italic 2, strikethrough 4, underline 8, code 16). */
const FORMATS: readonly (readonly [number, string])[] = [
  [16, "code"],
  [8, "u"],
  [4, "s"],
  [2, "em"],
  [1, "strong"],
];

function lexicalHtml(node: JsonObject): string {
  const type = textIn(node, "type");
  const inner = () => blocksOf(node);
  switch (type) {
    case "text":
    case "extended-text": {
      const format = Number(node["format"] ?? 0);
      const text = escapeText(typeof node["text"] === "string" ? node["text"] : "");
      return FORMATS.reduce((html, [bit, name]) => (format & bit ? `<${name}>${html}</${name}>` : html), text);
    }
    case "linebreak":
      return "<br>";
    case "link":
    case "autolink":
      return `<a href="${escapeMarkup(textIn(node, "url"))}">${inner()}</a>`;
    case "heading":
    case "extended-heading":
      return `<${/^h[1-6]$/.test(textIn(node, "tag")) ? textIn(node, "tag") : "h2"}>${inner()}</${/^h[1-6]$/.test(textIn(node, "tag")) ? textIn(node, "tag") : "h2"}>`;
    case "quote":
    case "extended-quote":
    case "aside":
      return `<blockquote>${inner()}</blockquote>`;
    case "list":
      return textIn(node, "listType") === "number" ? `<ol>${inner()}</ol>` : `<ul>${inner()}</ul>`;
    case "listitem":
      return `<li>${inner()}</li>`;
    case "horizontalrule":
      return "<hr>";
    case "html":
      return textIn(node, "html");
    case "markdown":
      return oldPage(textIn(node, "markdown"));
    case "codeblock":
      return `<pre data-language="${escapeMarkup(textIn(node, "language"))}">${escapeText(textIn(node, "code"))}</pre>`;
    case "image":
      return figureOf([node], textIn(node, "caption"));
    case "gallery":
      return figureOf(objectsIn(node["images"]), textIn(node, "caption"));
    case "bookmark": {
      const said = isObject(node["metadata"]) ? node["metadata"] : node;
      const words = textIn(said, "description");
      return linkOf(textIn(node, "url"), textIn(said, "title"), words && `<br>${escapeText(words)}`);
    }
    case "embed":
      return linkOf(textIn(node, "url"), "");
    case "button":
      return linkOf(textIn(node, "buttonUrl"), textIn(node, "buttonText"));
    case "file":
      return linkOf(
        textIn(node, "src"),
        textIn(node, "fileTitle", "fileName"),
        escapeText(textIn(node, "fileCaption")),
      );
    case "video":
    case "audio": {
      const player = `<${type} controls src="${escapeMarkup(textIn(node, "src"))}"></${type}>`;
      return `<figure>${player}<figcaption>${textIn(node, "caption", "title")}</figcaption></figure>`;
    }
    case "callout":
      return `<div class="kg-card kg-callout-card"><div class="kg-callout-text">${textIn(node, "calloutText")}</div></div>`;
    case "toggle":
      return `<details><summary>${textIn(node, "heading")}</summary>${textIn(node, "content")}</details>`;
    default: {
      const content = inner();
      return content ? `<p>${content}</p>` : wordsOf(node);
    }
  }
}

function figureOf(pictures: readonly JsonObject[], caption: string): string {
  const shown = pictures.map(
    (one) => `<img src="${escapeMarkup(textIn(one, "src"))}" alt="${escapeMarkup(textIn(one, "alt"))}">`,
  );
  return `<figure>${shown.join("")}${caption ? `<figcaption>${caption}</figcaption>` : ""}</figure>`;
}

function linkOf(url: string, text: string, behind = ""): string {
  return `<p><a href="${escapeMarkup(url)}">${escapeText(text || url)}</a>${behind && ` ${behind}`}</p>`;
}

/** What cards that this importer does not know show, such as headers, products and calls to action, in their order. */
const WORDS = /(?:text|header|heading|title|content|description|html|disclaimer|label|button)(?:Value)?$/i;
const SETTINGS = /(color|style|alignment|size|layout|enabled|visibility|position|show|has[A-Z])/i;
/** Those that are mail alone, or ask for a subscription. */
const NOT_SHOWN = /^(email|email-cta|signup|paywall)$/;

function wordsOf(node: JsonObject): string {
  if (NOT_SHOWN.test(textIn(node, "type"))) return "";
  const words = Object.keys(node).flatMap((key) =>
    WORDS.test(key) && !SETTINGS.test(key) && typeof node[key] === "string" && textIn(node, key)
      ? [textIn(node, key)]
      : [],
  );
  return words.map((text) => (/<(p|div|ul|ol|h\d)\b/.test(text) ? text : `<p>${text}</p>`)).join("");
}

/** `{"markups":[["strong"]],"cards":[["code",{…}]],"sections":[[1,"p",[[0,[0],1,"text"]]],[10,0]]}` (Mobiledoc 0.3). */
function mobiledocHtml(document: JsonObject): string {
  const markups = listIn(document["markups"]).map((one) => String(listIn(one)[0] ?? "span"));
  const links = listIn(document["markups"]).map((one) => listIn(listIn(one)[1]).map(String));
  const cards = listIn(document["cards"]);
  const markers = (list: unknown): string => {
    const open: string[] = [];
    return listIn(list)
      .map((marker) => {
        const [type, opened, closed, value] = listIn(marker);
        const names = listIn(opened).map(Number);
        const start = names.map((index) => {
          const name = markups[index] ?? "span";
          open.push(name);
          return name === "a" ? `<a href="${escapeMarkup(links[index]?.[1] ?? "")}">` : `<${name}>`;
        });
        const end = Array.from({ length: Number(closed) || 0 }, () => `</${open.pop() ?? "span"}>`);
        return start.join("") + (type === 0 ? escapeText(String(value ?? "")) : "<br>") + end.join("");
      })
      .join("");
  };
  return listIn(document["sections"])
    .map((section) => {
      const [type, tag, content] = listIn(section);
      if (type === 1)
        return `<${/^(p|h[1-6]|blockquote|aside)$/.test(String(tag)) ? tag : "p"}>${markers(content)}</${/^(p|h[1-6]|blockquote|aside)$/.test(String(tag)) ? tag : "p"}>`;
      if (type === 3)
        return `<${tag === "ol" ? "ol" : "ul"}>${listIn(content)
          .map((item) => `<li>${markers(item)}</li>`)
          .join("")}</${tag === "ol" ? "ol" : "ul"}>`;
      const [name, payload] = type === 10 ? listIn(cards[Number(tag)]) : [];
      if (!isObject(payload)) return "";
      return lexicalHtml({
        ...payload,
        type:
          name === "code"
            ? "codeblock"
            : name === "card-markdown"
              ? "markdown"
              : name === "hr"
                ? "horizontalrule"
                : name,
      });
    })
    .join("\n");
}

function listIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
