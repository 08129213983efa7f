/** Links to headings, when all headings are known: those of which there is none lead to their page, or are text. */

import { posix } from "node:path";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { slugOf } from "../content/text/slug.ts";
import type { Converted } from "./convert.ts";
import type { Left } from "./source-site.ts";

/** Links to headings that are not there lead to their page, and it is noted. */
export function withoutDeadAnchors(
  converted: readonly Converted[],
  left: Left[],
): { converted: Converted; markdown: string }[] {
  const anchorsOf = new Map(converted.map(({ planned, anchors }) => [planned.file, anchors]));
  return converted.map((one) => {
    let { markdown } = one;
    const { entry } = one.planned;
    for (const { to, anchor, written, line } of one.anchorLinks) {
      const anchors = anchorsOf.get(to.file) ?? new Set<string>();
      if (anchors.has(anchor)) continue;
      const near = [...anchors].find(
        (id) =>
          id.toLowerCase() === anchor.toLowerCase() || slugOf(id) === slugOf(anchor) || plainId(id) === plainId(anchor),
      );
      const page = posix.relative(one.planned.folder, to.file);
      if (near === undefined && to === one.planned) {
        const plain = withoutLink(markdown, written);
        if (plain !== undefined) {
          markdown = plain;
          left.push({
            file: entry.file,
            line: entry.body.line + line - 1,
            construct: "link to a heading that is not there",
            outcome: "noted",
            was: `#${anchor}`,
            now: "its text without the link",
          });
          continue;
        }
      }
      markdown = withTarget(markdown, written, near === undefined ? page : `${to === one.planned ? "" : page}#${near}`);
      left.push({
        file: entry.file,
        line: entry.body.line + line - 1,
        construct: "link to a heading that is not there",
        outcome: "noted",
        was: `#${anchor}`,
        now: near ? `#${near}` : "the page",
      });
    }
    return { converted: one, markdown };
  });
}

/** Undefined for a link that more than a few words stand in. */
function withoutLink(markdown: string, written: string): string | undefined {
  const quoted = escapeRegExp(written);
  const plain = markdown.replace(new RegExp(`(?<!!)\\[([^\\[\\]]+)\\]\\(${quoted}(?: "[^"\\n]*")?\\)`, "g"), "$1");
  return plain === markdown ? undefined : plain;
}

function plainId(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The target of a link, wherever it is written: in parentheses, angle brackets or an attribute. */
function withTarget(markdown: string, from: string, to: string): string {
  const quoted = escapeRegExp(from);
  return markdown.replace(
    new RegExp(`(\\]\\(<?|\\]:[ \\t]+<?|href="|<)${quoted}(?=[>)\\s"]|$)`, "gm"),
    (_, before: string) => (before === "<" ? `<${from}` : before + to),
  );
}
