/** TeX of bibliographies as text: accents, letters, dashes and quotation marks; emphasis as CSL has it in titles. */

/** Combining marks (Unicode) by TeX's accents. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307" },
  ...{ u: "\u0306", v: "\u030C", H: "\u030B", c: "\u0327", k: "\u0328", r: "\u030A", d: "\u0323", b: "\u0331" },
};
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ss: "ß", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", o: "ø", O: "Ø", aa: "å", AA: "Å", l: "ł", L: "Ł", i: "ı", j: "ȷ" },
  ...{ dh: "ð", DH: "Ð", th: "þ", TH: "Þ", dj: "đ", DJ: "Đ", ng: "ŋ", NG: "Ŋ" },
  ...{ ldots: "…", dots: "…", textendash: "–", textemdash: "—", textquoteright: "’", textquoteleft: "‘" },
  ...{ textquotedblleft: "“", textquotedblright: "”", textbackslash: "\\", textasciitilde: "~", textunderscore: "_" },
  ...{ S: "§", P: "¶", pounds: "£", copyright: "©", texttrademark: "™", textregistered: "®", textdegree: "°" },
  ...{ LaTeX: "LaTeX", TeX: "TeX", BibTeX: "BibTeX", slash: "/", space: " ", quad: " ", newline: " ", textbar: "|" },
  ...{ alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", lambda: "λ", mu: "μ", pi: "π", sigma: "σ" },
  ...{ times: "×", infty: "∞", leq: "≤", geq: "≥", to: "→", rightarrow: "→", cdot: "·", sqrt: "√", sim: "∼" },
};
/** Elements of rich text in CSL-JSON. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ...{ emph: "i", textit: "i", textsl: "i", mkbibemph: "i", textbf: "b", mkbibbold: "b" },
  ...{ textsuperscript: "sup", textsubscript: "sub" },
};
/** Their argument is what is read. */
const PLAIN = new Set(
  "text texttt textrm textsf textsc textnormal textup mbox url path mkbibquote enquote uppercase lowercase bibstring".split(
    " ",
  ),
);
const COMMAND = /\\(?:([A-Za-z]+)[ \t]*\*?|([\s\S]))/y;
/** Deeper ones are left out: nobody nests so. */
const DEEPEST = 50;

/** Plain text, for names, numbers and places. */
export function plainTex(tex: string): string {
  return textOf(tex, false);
}

/** With the rich text that CSL-JSON's titles may have. */
export function richTex(tex: string): string {
  return textOf(tex, true);
}

function textOf(tex: string, isRich: boolean): string {
  const { text } = read(tex, 0, isRich, 0);
  return text
    .normalize("NFC")
    .replace(/[\s\u00A0]*\n\s*|[ \t]{2,}/g, " ")
    .trim();
}

/** Until the brace that closes what is read, or the end. */
function read(tex: string, start: number, isRich: boolean, depth: number): { text: string; end: number } {
  let text = "";
  for (let at = start; at < tex.length; ) {
    const letter = tex.charAt(at);
    if (letter === "}") return { text, end: at + 1 };
    if (letter === "{") {
      const inner = depth < DEEPEST ? read(tex, at + 1, isRich, depth + 1) : { text: "", end: tex.length };
      const keepsCase = isRich && depth === 0 && /\p{Lu}/u.test(inner.text) && !inner.text.startsWith("<");
      text += keepsCase ? `<span class="nocase">${inner.text}</span>` : inner.text;
      at = inner.end;
    } else if (letter === "\\") {
      const command = readCommand(tex, at, isRich, depth);
      text += command.text;
      at = command.end;
    } else {
      const mark = /``|''|---?|~|\$|[<>&]|[^\\{}`'~$<>&-]+|[\s\S]/y;
      mark.lastIndex = at;
      const [written = letter] = mark.exec(tex) ?? [];
      text += markOf(written, isRich);
      at += written.length;
    }
  }
  return { text, end: tex.length };
}

function markOf(written: string, isRich: boolean): string {
  if (written === "``") return "“";
  if (written === "''") return "”";
  if (written === "`") return "‘";
  if (written === "'") return "’";
  if (written === "--") return "–";
  if (written === "---") return "—";
  if (written === "~") return "\u00A0";
  if (written === "$") return "";
  return isRich ? escaped(written) : written;
}

/** In rich text these are marks. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function readCommand(tex: string, start: number, isRich: boolean, depth: number): { text: string; end: number } {
  COMMAND.lastIndex = start;
  const [whole = "\\", word, sign] = COMMAND.exec(tex) ?? [];
  const end = start + whole.length;
  const name = word ?? sign ?? "";
  if (Object.hasOwn(ACCENTS, name)) {
    const base = argumentAt(tex, end, isRich, depth);
    const [first = "", ...rest] = base.text.replace(/^ı/, "i").replace(/^ȷ/, "j");
    return { text: first + (first ? (ACCENTS[name] ?? "") : "") + rest.join(""), end: base.end };
  }
  if (Object.hasOwn(LETTERS, name)) return { text: LETTERS[name] ?? "", end };
  if (name === "href") return argumentAt(tex, argumentAt(tex, end, isRich, depth).end, isRich, depth);
  const element = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (element !== undefined || PLAIN.has(name)) {
    const { text, end: after } = argumentAt(tex, end, isRich, depth);
    return { text: element && isRich ? `<${element}>${text}</${element}>` : text, end: after };
  }
  // `\&`, `\%`, `\_`; `\\` and `\,` are blanks, and of what is not known, the argument is read.
  if (sign !== undefined) {
    if (/[\\,;:! \n]/.test(sign)) return { text: " ", end };
    return { text: /[/-]/.test(sign) ? "" : isRich ? escaped(sign) : sign, end };
  }
  return { text: "", end };
}

/** What stands in braces, or the next letter. */
function argumentAt(tex: string, start: number, isRich: boolean, depth: number): { text: string; end: number } {
  const at = start + (/^[ \t]*/.exec(tex.slice(start, start + 20))?.[0].length ?? 0);
  if (tex[at] === "{") return depth < DEEPEST ? read(tex, at + 1, isRich, depth + 1) : { text: "", end: tex.length };
  if (tex[at] === "\\")
    return depth < DEEPEST ? readCommand(tex, at, isRich, depth + 1) : { text: "", end: tex.length };
  const letter = tex[at] === "}" ? "" : (String.fromCodePoint(tex.codePointAt(at) ?? 0x20) ?? "");
  return { text: isRich ? escaped(letter) : letter, end: Math.min(tex.length, at + letter.length) };
}
