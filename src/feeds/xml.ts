/** XML that is well-formed whatever is put into it. */

import { escapeMarkup } from "../content/escape.ts";

/** XML that may stand as it is; anything else that goes into `xml` is escaped. */
export class Xml {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

type Part = string | number | Xml | undefined | false | Part[];

/** A template whose values are escaped; lists are joined, `undefined` and `false` leave nothing. */
export function xml(strings: TemplateStringsArray, ...values: Part[]): Xml {
  return new Xml(String.raw({ raw: strings }, ...values.map(partText)));
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.text}\n`;
}

/** Escapes text; characters that XML 1.0 forbids (section 2.2), lone surrogates among them, become U+FFFD. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.toWellFormed().replace(FORBIDDEN, "\uFFFD"));
}

function partText(part: Part): string {
  if (part === undefined || part === false) return "";
  if (Array.isArray(part)) return part.map(partText).join("");
  return part instanceof Xml ? part.text : escapeXml(String(part));
}
