/**
 * Raw HTML through parse5's tokenizer, which cuts it up as browsers do (https://html.spec.whatwg.org/multipage/parsing.html#tokenization).
 * What a browser would pass over, such as a tag that never ends, stays as text.
 */
import { ErrorCodes, type ParserError, type Token, type TokenHandler, Tokenizer } from "parse5";
import type { Reason } from "../../content/problems/problem.ts";
import { withControlPictures } from "../../content/text/control-characters.ts";

export interface Tag {
  /** Lower case. */
  name: string;
  closing: boolean;
  /** Names in lower case, each once; values without character references. */
  attributes: [name: string, value: string][];
  /** How many lines of the source lie before it. */
  line: number;
}

/** A tag, or text without character references; comments are left out. */
export type HtmlPiece = Tag | string;

/** Something that a browser would have to guess; `line` is how many lines of the source lie before it. */
type NoteGuess = (line: number, reason: Reason) => void;

/** Of the standard's parse errors those by which something would get lost, or be shown that was not meant to be. */
const GUESSED = new Map<ErrorCodes, Reason>([
  [
    ErrorCodes.eofInComment,
    { message: "a comment is never closed", hint: "write --> at its end, before the next empty line", written: "<!--" },
  ],
  [
    ErrorCodes.incorrectlyClosedComment,
    { message: "a comment is closed with --!>", hint: "write -->", written: "--!>" },
  ],
  [
    ErrorCodes.nestedComment,
    {
      message: "a comment contains another one, and the first --> ends both",
      hint: "leave out the inner <!-- and -->",
    },
  ],
  [
    ErrorCodes.abruptClosingOfEmptyComment,
    { message: "a comment ends before its text begins", hint: "write <!-- and -->, with the text in between" },
  ],
  [ErrorCodes.eofInTag, { message: "a tag is never closed", hint: "write > at its end, or &lt; for a < in the text" }],
]);

const AT_THE_END = new Set([ErrorCodes.eofInComment, ErrorCodes.eofInTag]);

export function readHtml(source: string, note: NoteGuess = () => {}): HtmlPiece[] {
  const { pieces, guesses } = read(source);
  for (const { line, reason } of guesses) note(line, reason);
  return pieces;
}

/** Where comments stand in a source that may have other things around them. */
export function commentsIn(source: string): { start: number; end: number }[] {
  return read(source).comments;
}

/** Stands for the < of `</>`, which the standard drops from the middle of a text: a noncharacter, which no page shows. */
const DROPPED = "\uFDD0";

function read(source: string): Reader {
  const reader = new Reader(source);
  const whole = source.replaceAll(DROPPED, "\uFFFD").replaceAll("</>", `${DROPPED}/>`);
  new Tokenizer({ sourceCodeLocationInfo: true }, reader).write(whole, true);
  return reader;
}

/** With its < again; a reference to the noncharacter stays what it is. */
function asWritten(text: string): string {
  return text.replaceAll(`${DROPPED}/`, "</");
}

/** The same of a name, which has no references, and ends at the slash. */
function nameAsWritten(name: string): string {
  return name.replaceAll(DROPPED, "<");
}

class Reader implements TokenHandler {
  readonly pieces: HtmlPiece[] = [];
  readonly guesses: { line: number; reason: Reason }[] = [];
  readonly comments: { start: number; end: number }[] = [];
  readonly #source: string;
  /** Up to where the source was read. */
  #end = 0;
  #unended: { line: number } | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  onStartTag = (token: Token.TagToken) => this.#addTag(token, false);
  onEndTag = (token: Token.TagToken) => this.#addTag(token, true);
  onCharacter = (token: Token.CharacterToken) => this.#addCharacters(token);
  onWhitespaceCharacter = this.onCharacter;
  onNullCharacter = this.onCharacter;

  onEof = () => {
    this.#foundStart(this.#source.slice(0, this.#end).split("\n").length - 1);
    this.#addPassedOver(this.#source.length);
  };

  onComment = ({ location }: Token.CommentToken) => {
    if (!location) return;
    const { startOffset, endOffset } = location;
    const start = this.#source.slice(0, endOffset).indexOf("<!--", startOffset);
    // The standard takes <?…> and <![CDATA[…> for comments, too, up to the first >. They are shown, as CommonMark shows them,
    // but not a comment at their end.
    if (start === -1 || (start > startOffset && !this.#source.startsWith("-->", endOffset - 3))) return;
    this.#foundStart(location.startLine - 1);
    this.comments.push({ start, end: endOffset });
    this.#moveTo({ ...location, startOffset: start });
  };

  // Passed over like all that gives no piece.
  onDoctype = () => {};

  onParseError = ({ code, startLine, startOffset }: ParserError) => {
    const reason = code === ErrorCodes.duplicateAttribute ? this.#duplicateAt(startOffset) : GUESSED.get(code);
    if (!reason) return;
    this.guesses.push({ line: startLine - 1, reason });
    if (AT_THE_END.has(code)) this.#unended = this.guesses.at(-1);
  };

  /** What never ends is noticed at the end of the source, and named where it begins. */
  #foundStart(line: number): void {
    if (this.#unended) this.#unended.line = line;
    this.#unended = undefined;
  }

  #addTag({ tagName, attrs, location }: Token.TagToken, closing: boolean): void {
    if (!location) return;
    this.#moveTo(location);
    const attributes = attrs.map(({ name, value }): [string, string] => [
      nameAsWritten(name),
      withControlPictures(asWritten(value)),
    ]);
    this.pieces.push({ name: nameAsWritten(tagName), closing, attributes, line: location.startLine - 1 });
  }

  #addCharacters({ chars, location }: Token.CharacterToken): void {
    if (!location) return;
    this.#moveTo(location);
    this.#addText(withControlPictures(asWritten(chars)));
  }

  #moveTo({ startOffset, endOffset }: Token.Location): void {
    this.#addPassedOver(startOffset);
    this.#end = endOffset;
  }

  /** What lies between two tokens. */
  #addPassedOver(until: number): void {
    this.#addText(this.#source.slice(this.#end, until));
  }

  #addText(text: string): void {
    const last = this.pieces.at(-1);
    if (typeof last === "string") this.pieces[this.pieces.length - 1] = last + text;
    else if (text) this.pieces.push(text);
  }

  #duplicateAt(offset: number): Reason {
    const [name] = /[^\s"'<>/=]*$/.exec(this.#source.slice(Math.max(0, offset - 100), offset)) ?? [];
    return { message: `the attribute ${name} is given twice in one tag` };
  }
}
