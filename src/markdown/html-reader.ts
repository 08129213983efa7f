/** Reads HTML as strictly as an allow-list needs: tags it understands as objects, all the rest as escaped text. */

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
const ATTRIBUTE = `\\s+([^\\s"'<>/=]+)(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+)))?`;
const PIECE = new RegExp(`<!--[\\s\\S]*?-->|<(/?)(${NAME})((?:${ATTRIBUTE})*)\\s*/?>`, "g");
const ATTRIBUTES = new RegExp(ATTRIBUTE, "g");

/** Comments are left out. */
export function readHtml(source: string): HtmlPiece[] {
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

function readAttributes(source: string): Tag["attributes"] {
  return [...source.matchAll(ATTRIBUTES)].map(([, name = "", double, single, bare]) => [
    name.toLowerCase(),
    double ?? single ?? bare ?? "",
  ]);
}

function escapeBrackets(text: string): string {
  return text.replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
