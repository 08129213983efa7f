/** TeX to MathML through Temml: what it writes is read back, and only MathML's own elements and attributes pass. */
import { createRequire } from "node:module";
import type Temml from "temml";
import type { Place } from "../content/problems/problem.ts";
import { failure, type Result, success } from "../content/problems/result.ts";
import { escapeMarkup, escapeText } from "../content/text/escape.ts";
import { readHtml, type Tag } from "./html/html-reader.ts";

const ELEMENTS = new Set(
  "math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none".split(
    " ",
  ),
);
const ATTRIBUTES = new Set(
  "accent columnspan depth display displaystyle fence form height largeop linethickness lspace mathcolor mathvariant maxsize minsize movablelimits rowspan rspace scriptlevel separator stretchy symmetric voffset width".split(
    " ",
  ),
);
/** Classes that styles/formulas.css knows. */
const CLASSES = new Set(["tml-left", "tml-right", "tml-jot"]);
/** What Temml adds for looks alone; a page's security policy forbids style attributes, and its style sheet has these. */
const DISPENSABLE = /^(display:\s*block math;?|(padding(-left|-right)?:\s*[\d.a-z]+;?)+|math-depth:\s*0;?)$/;
const COLOUR = /^color:\s*(#[0-9a-f]{3,8});?$/i;

let temml: typeof Temml | undefined;

const load: () => typeof Temml = () => createRequire(import.meta.url)("temml");

/** MathML of a formula that stands at `place`, on a line of its own or in one. */
export function mathmlOf(tex: string, display: boolean, place: Place): Result<string> {
  // Loaded when the first formula is met: most sites have none.
  temml ??= load();
  try {
    const markup = temml.renderToString(withNumbersApart(tex), {
      displayMode: display,
      throwOnError: true,
      trust: false,
    });
    return success(readHtml(markup).map(writePiece).join(""));
  } catch (error) {
    const hint = error instanceof Unsupported ? "write it in another way" : undefined;
    return failure({ ...place, message: `a formula can't be read: ${firstLine(error)}`, hint });
  }
}

/** What has a text, a colour or a name as its argument, in which a comma is a comma. */
const VERBATIM = String.raw`\\(?:text\w*|[mhf]box|tag|label|ref|eqref|\w*color\w*|href|url)\*?\s*(?:\[[^\]]*\]\s*)?\{[^{}]*\}`;
const COMMA = new RegExp(`${VERBATIM}|(?<=\\d),(?=\\d)`, "g");

/** Temml takes `0,1` for one number, unless a space follows the comma; to TeX it is two, and `{,}` makes one of them. */
function withNumbersApart(tex: string): string {
  return tex.replace(COMMA, (match) => (match === "," ? ", " : match));
}

class Unsupported extends Error {}

function writePiece(piece: Tag | string): string {
  if (typeof piece === "string") return escapeText(piece);
  const { name, closing, attributes } = piece;
  if (!ELEMENTS.has(name)) throw new Unsupported(`it needs <${name}>, which browsers don't draw`);
  return closing ? `</${name}>` : `<${name}${attributes.map(writeAttribute).join("")}>`;
}

function writeAttribute([name, value]: Tag["attributes"][number]): string {
  if (name === "style") return styleAsAttribute(value);
  if (name === "class") {
    const known = value.split(" ").filter((word) => CLASSES.has(word));
    return known.length > 0 ? ` class="${known.join(" ")}"` : "";
  }
  return ATTRIBUTES.has(name) ? ` ${name}="${escapeMarkup(value)}"` : "";
}

function styleAsAttribute(style: string): string {
  const colour = COLOUR.exec(style)?.[1];
  if (colour) return ` mathcolor="${colour}"`;
  if (!DISPENSABLE.test(style)) throw new Unsupported("it needs styles of its own, which a page does not have");
  return "";
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n", 1)[0] ?? "").trim().replace(/:$/, "");
}
