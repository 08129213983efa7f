/** Writes XML that is well-formed whatever is put into it. */

import { escapeMarkup } from "../content/text/escape.ts";

/** Marks XML that `xml` inserts as it is; everything else is escaped. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** In text without lone surrogates. */
const FORBIDDEN = /[^\t\n\r\u0020-\uFFFD]/g;

type Part = string | number | Xml | undefined | false | Part[];

/** A template whose values are escaped; lists are joined, `undefined` and `false` leave nothing. */
export function xml(strings: TemplateStringsArray, ...values: Part[]): Xml {
  return new Xml(String.raw({ raw: strings }, ...values.map(partText)));
}

/** A whole document; `stylesheet` is the href of a CSS file for browsers (https://www.w3.org/TR/xml-stylesheet/). */
export function xmlDocument(root: Xml, stylesheet?: string): string {
  const styles = stylesheet ? `<?xml-stylesheet type="text/css" href="${escapeXml(stylesheet)}"?>\n` : "";
  return `<?xml version="1.0" encoding="utf-8"?>\n${styles}${root.text}\n`;
}

/** Escapes text. */
export function escapeXml(text: string): string {
  return escapeMarkup(permitted(text));
}

/** A text with much markup in it, which stands as it is: shorter, and legible for those who look at a feed's source. */
export function cdata(text: string): Xml {
  return new Xml(`<![CDATA[${permitted(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/** Characters that XML 1.0 forbids (section 2.2), lone surrogates among them, become U+FFFD. */
function permitted(text: string): string {
  return text.toWellFormed().replace(FORBIDDEN, "\uFFFD");
}

function partText(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(partText).join("");
  return part instanceof Xml ? part.text : escapeXml(String(part));
}
