/**
 * Finds directives within a line: `:name[label]{key=value}`. Without brackets, a colon before a word is a colon, but for one that is
 * known and has attributes: its author has forgotten them.
 */
import type { MarkdownIt, StateInline } from "markdown-it";
import { envOf } from "../extension.ts";
import { directiveNamed } from "./known-directive.ts";
import { writtenKey } from "./read-blocks.ts";
import { readDirective } from "./syntax.ts";

export function readInlineDirectives(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "directive", readInline);
}

const BEFORE = /[\p{L}\p{N}:_]/u;

function readInline(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src[pos] !== ":" || BEFORE.test(src[pos - 1] ?? "")) return false;
  const written = readDirective(src, pos + 1);
  if (!written || written.end > posMax) return false;
  const { name, label } = written;
  const nameEnd = pos + 1 + name.length;
  if (label === undefined && (written.end === nameEnd || directiveNamed(name, envOf(state.env))?.form !== "text"))
    return false;
  if (silent) {
    state.pos = written.end;
    return true;
  }
  const open = state.push("inline_directive_open", "", 1);
  open.info = name;
  writtenKey.set(open, written);
  if (label !== undefined) {
    state.pos = nameEnd + 1;
    state.posMax = state.pos + label.length;
    state.md.inline.tokenize(state);
  }
  const close = state.push("inline_directive_close", "", -1);
  close.info = name;
  state.pos = written.end;
  state.posMax = posMax;
  return true;
}
