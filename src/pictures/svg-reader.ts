/** Reads SVG as XML, strictly: what is not understood is a fault and not skipped. */

export interface SvgTag {
  /** As written: SVG tells cases apart. */
  name: string;
  kind: "open" | "close" | "empty";
  /** Values with their character references left in. */
  attributes: Map<string, string>;
}

/** A tag, or text with its character references left in. */
export type SvgPiece = SvgTag | string;

const NAME = "[A-Za-z_][\\w:.-]*";
/** More than these are not understood: a pattern's stack holds some hundred thousand. */
const MOST_ATTRIBUTES = 1000;
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
/** HTML ends a comment in more places than XML does; none of those may be in it. */
const SKIPPED = "<!--(?!-?>)(?=([\\s\\S]*?--))\\1>|<\\?xml\\s[^<>]*\\?>";
const PIECE = new RegExp(
  `${SKIPPED}|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<(/?)(${NAME})((?:${ATTRIBUTE}){0,${MOST_ATTRIBUTES}})\\s*(/?)>|([^<]+)`,
  "y",
);
const ATTRIBUTES = new RegExp(ATTRIBUTE, "g");

/** Undefined for what is not well-formed, and for what has a document type: entities could hide anything. */
export function readSvg(source: string): SvgPiece[] | undefined {
  const pieces: SvgPiece[] = [];
  const open: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.length) {
    const match = PIECE.exec(source);
    if (!match) return undefined;
    const piece = pieceOf(match);
    if (piece === undefined) continue;
    pieces.push(piece);
    if (typeof piece === "string") continue;
    if (piece.kind === "open") open.push(piece.name);
    if (piece.kind === "close" && open.pop() !== piece.name) return undefined;
  }
  const root = pieces.find((piece) => typeof piece === "object");
  return open.length === 0 && root?.name === "svg" ? pieces : undefined;
}

function pieceOf([, _comment, cdata, slash, name, attributes = "", , , , empty, text]: RegExpExecArray):
  | SvgPiece
  | undefined {
  if (cdata !== undefined) return cdata.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  if (text !== undefined) return text;
  if (!name) return undefined;
  const kind = slash ? "close" : empty ? "empty" : "open";
  return { name, kind, attributes: new Map(readAttributes(attributes)) };
}

function readAttributes(source: string): [name: string, value: string][] {
  return [...source.matchAll(ATTRIBUTES)].map(([, name = "", double, single]) => [name, double ?? single ?? ""]);
}
