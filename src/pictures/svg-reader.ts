/** A strict reader of SVG: it rejects what it does not understand instead of skipping it. */

export interface SvgTag {
  /** As written: SVG tells cases apart. */
  name: string;
  kind: "open" | "close" | "empty";
  /** Values with their character references left in. */
  attributes: Map<string, string>;
  /** Its range in the source. */
  from: number;
  to: number;
}

/** A tag, or text with its character references left in. */
export type SvgPiece = SvgTag | string;

export interface SvgDocument {
  pieces: SvgPiece[];
  /** Replacement texts of the entities that the document type declares; they contain no markup. */
  entities: Map<string, string>;
}

const NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_:.-]*";
/** A regular expression overflows its stack at some hundred thousand. */
const MOST_ATTRIBUTES = 1000;
const ATTRIBUTE = `\\s+(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`;
/** Excludes comments that HTML parsers would end earlier than XML parsers. */
const COMMENT = "<!--(?!-?>)(?=([\\s\\S]*?--))\\1>";
const DECLARATION = /^<\?xml\s+version\s*=[^<>]*\?>/;
/** `xml-stylesheet` would load a style sheet. */
const INSTRUCTION = "<\\?(?![Xx][Mm][Ll](?:-stylesheet)?[\\s?])[A-Za-z][\\w.:-]*(?:\\s[^<>]*)?\\?>";
const PIECE = new RegExp(
  `${COMMENT}|${INSTRUCTION}|<!\\[CDATA\\[([\\s\\S]*?)\\]\\]>|<(/?)(${NAME})((?:${ATTRIBUTE}){0,${MOST_ATTRIBUTES}})\\s*(/?)>|([^<]+)`,
  "uy",
);
const ATTRIBUTES = new RegExp(ATTRIBUTE, "gu");

/** Entities for plain text, as Illustrator declares for its namespaces. */
const ENTITY = `<!ENTITY\\s+(${NAME})\\s+(?:"([^"<&%]*)"|'([^'<&%]*)')\\s*>`;
/** As Sodipodi declares it. Other defaults could be event handlers, or move elements into another namespace. */
const XLINK = `<!ATTLIST\\s+svg\\s+xmlns:xlink\\s+CDATA\\s+#FIXED\\s+["']http://www\\.w3\\.org/1999/xlink["']\\s*>`;
const LITERAL = "(?:\"[^\"<>]*\"|'[^'<>]*')";
const SUBSET = `\\[((?:\\s|${ENTITY}|${XLINK})*)\\]`;
const DOCUMENT_TYPE = new RegExp(
  `<!DOCTYPE\\s+${NAME}(?:\\s+(?:SYSTEM|PUBLIC\\s+${LITERAL})\\s+${LITERAL})?\\s*(?:${SUBSET}\\s*)?>`,
  "uy",
);
const ENTITIES = new RegExp(ENTITY, "gu");
const BLANK_OR_SKIPPED = new RegExp(`(?:\\s|${COMMENT}|${INSTRUCTION})*`, "uy");

/** Undefined for what is not well-formed, and for a document type with other declarations. */
export function readSvgDocument(source: string): SvgDocument | undefined {
  const start = DECLARATION.exec(source)?.[0].length ?? 0;
  BLANK_OR_SKIPPED.lastIndex = start;
  BLANK_OR_SKIPPED.exec(source);
  DOCUMENT_TYPE.lastIndex = BLANK_OR_SKIPPED.lastIndex;
  const type = DOCUMENT_TYPE.exec(source);
  const pieces = readPieces(source, type ? DOCUMENT_TYPE.lastIndex : start);
  const declared = [...(type?.[1] ?? "").matchAll(ENTITIES)];
  const entities = new Map(declared.map(([, name = "", double, single]) => [name, double ?? single ?? ""]));
  return pieces && { pieces, entities };
}

function readPieces(source: string, from: number): SvgPiece[] | undefined {
  const pieces: SvgPiece[] = [];
  const open: string[] = [];
  let roots = 0;
  PIECE.lastIndex = from;
  while (PIECE.lastIndex < source.length) {
    const start = PIECE.lastIndex;
    const match = PIECE.exec(source);
    if (!match) return undefined;
    const piece = pieceOf(match, start, PIECE.lastIndex);
    if (piece === undefined) continue;
    if (piece === "" || (open.length === 0 && typeof piece === "string" && piece.trim() !== "")) return undefined;
    pieces.push(piece);
    if (typeof piece === "string") continue;
    if (open.length === 0) roots++;
    if (piece.kind === "open") open.push(piece.name);
    if (piece.kind === "close" && open.pop() !== piece.name) return undefined;
  }
  const root = pieces.find((piece) => typeof piece === "object");
  return open.length === 0 && roots === 1 && localNameOf(root?.name ?? "") === "svg" ? pieces : undefined;
}

/** Without the prefix of its namespace. */
export function localNameOf(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** Returns an empty string for a fault. */
function pieceOf(
  [, _comment, cdata, slash, name, attributes = "", , , , empty, text]: RegExpExecArray,
  from: number,
  to: number,
): SvgPiece | undefined {
  if (cdata !== undefined) return cdata ? cdata.replace(/&/g, "&amp;").replace(/</g, "&lt;") : undefined;
  if (text !== undefined) return text.includes("]]>") ? "" : text;
  if (!name) return undefined;
  const kind = slash ? "close" : empty ? "empty" : "open";
  const read = readAttributes(attributes);
  const values = new Map(read);
  return values.size < read.length ? "" : { name, kind, attributes: values, from, to };
}

function readAttributes(source: string): [name: string, value: string][] {
  return [...source.matchAll(ATTRIBUTES)].map(([, name = "", double, single]) => [name, double ?? single ?? ""]);
}
