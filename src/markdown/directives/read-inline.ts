/** Finds directives within a line: `:name[label]{key=value}`. Without brackets, a colon before a word is a colon. */
import type { MarkdownIt, StateInline } from "markdown-it";
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
  if (written?.label === undefined || written.end > posMax) return false;
  if (silent) {
    state.pos = written.end;
    return true;
  }
  const open = state.push("inline_directive_open", "", 1);
  open.info = written.name;
  writtenKey.set(open, written);
  state.pos = pos + 1 + written.name.length + 1;
  state.posMax = state.pos + written.label.length;
  state.md.inline.tokenize(state);
  const close = state.push("inline_directive_close", "", -1);
  close.info = written.name;
  state.pos = written.end;
  state.posMax = posMax;
  return true;
}
