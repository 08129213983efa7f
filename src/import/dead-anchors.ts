/** Links to headings that turn out to be missing once all headings are known: they go to the page, or become plain text. */

import { posix } from "node:path";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { slugOf } from "../content/text/slug.ts";
import type { Converted } from "./convert.ts";
import type { Left } from "./source-site.ts";

/** Notes each link that it changes. */
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
      const note = (now: string) =>
        left.push({
          file: entry.file,
          line: entry.body.line + line - 1,
          construct: "link to a heading that is not there",
          outcome: "noted",
          was: `#${anchor}`,
          now,
        });
      const plain = near === undefined && to === one.planned ? withoutLink(markdown, written) : undefined;
      if (plain !== undefined) {
        markdown = plain;
        note("its text without the link");
        continue;
      }
      const target = near === undefined ? page : `${to === one.planned ? "" : page}#${near}`;
      markdown = withTarget(markdown, written, target);
      note(near ? `#${near}` : "the page");
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
