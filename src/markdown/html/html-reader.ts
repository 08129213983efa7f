/** Reads HTML as strictly as an allow-list needs: tags it understands as objects, all the rest as escaped text. */
import { withControlPictures } from "../../content/text/control-characters.ts";

export interface Tag {
  /** Lower case. */
  name: string;
  closing: boolean;
  /** Names in lower case; values as written, with character references left in. */
  attributes: [name: string, value: string][];
}

/** A tag, or text that is safe to write as it is. */
export type HtmlPiece = Tag | string;

const NAME = "[A-Za-z][A-Za-z0-9-]*";
/** A tag with more is text: a pattern's stack holds some hundred thousand. */
const MOST_ATTRIBUTES = 100;
const ATTRIBUTE = `\\s+([^\\s"'<>/=]+)(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+)))?`;
const PIECE = new RegExp(`<!--[\\s\\S]*?-->|<(/?)(${NAME})((?:${ATTRIBUTE}){0,${MOST_ATTRIBUTES}})\\s*/?>`, "g");
const ATTRIBUTES = new RegExp(ATTRIBUTE, "g");

/** Comments are left out. */
export function readHtml(text: string): HtmlPiece[] {
  const source = withoutOpenComments(text);
  const pieces: HtmlPiece[] = [];
  let end = 0;
  for (const match of source.matchAll(PIECE)) {
    pieces.push(escapeBrackets(source.slice(end, match.index)));
    end = match.index + match[0].length;
    const [, slash, name, attributes = ""] = match;
    if (name) pieces.push({ name: name.toLowerCase(), closing: slash === "/", attributes: readAttributes(attributes) });
  }
  return [...pieces, escapeBrackets(source.slice(end))].filter((piece) => piece !== "");
}

/** What begins behind the last end of a comment never ends, and looking for its end each time would take for ever. */
function withoutOpenComments(text: string): string {
  const end = text.lastIndexOf("-->") + 1;
  return text.slice(0, end) + text.slice(end).replaceAll("<!--", "&lt;!--");
}

function readAttributes(source: string): Tag["attributes"] {
  return [...source.matchAll(ATTRIBUTES)].map(([, name = "", double, single, bare]) => [
    name.toLowerCase(),
    double ?? single ?? bare ?? "",
  ]);
}

function escapeBrackets(text: string): string {
  return text.replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** A reference to a control character, or to half of a surrogate pair, is as wrong as what it stands for. */
export function withoutControlReferences(source: string): string {
  return source.replace(/&#(?:x([\da-f]+)|(\d+));?/gi, (reference, hexadecimal, decimal) => {
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal);
    if (code > 0x10ffff) return "\uFFFD";
    const sign = String.fromCodePoint(code);
    const shown = withControlPictures(sign.toWellFormed());
    return shown === sign ? reference : shown;
  });
}
