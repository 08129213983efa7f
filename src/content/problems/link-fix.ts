/** Corrections of a link's target, where it stands in the Markdown. */
import type { Fix } from "./range.ts";

/** Before and behind a target: a link's own, or that of raw HTML. */
const BEFORE = ["](", "](<", 'href="', 'src="'];
const END = ')> "';

/** Of a target as it was written, with its anchor. */
export function targetFix(written: string, to: string): Fix {
  return { from: written, to, before: BEFORE, behind: END };
}

/** For a path, whatever anchor or query follows it. */
export function pathFix(path: string, to: string): Fix {
  return { from: path, to, before: BEFORE, behind: `${END}#?` };
}

/** Of an anchor, whatever stands before its `#`. */
export function anchorFix(anchor: string, to: string): Fix {
  return { from: `#${anchor}`, to: `#${to}`, behind: END };
}
