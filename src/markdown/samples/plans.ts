/** The text of `EXPLAIN` as a tree of its nodes: what is below a node folds away with it, without a script. */

import { escapeMarkup } from "../../content/text/escape.ts";
import type { Speech } from "../../content/words/words.ts";
import { inMarkup } from "../extension.ts";
import type { Medium } from "../medium.ts";

interface PlanNode {
  text: string;
  /** Properties are text, and stand among the nodes below as PostgreSQL wrote them. */
  inside: (string | PlanNode)[];
  /** The indentation of what is inside. */
  indent: number;
}

/** How far PostgreSQL indents what belongs to a node, counted from its arrow (`ExplainIndentText` in explain_format.c). */
const INSIDE = 6;
/** The same for the line that names a part of the query, above its node. */
const INSIDE_LABEL = 2;
const LABEL = /^ *((?:InitPlan|SubPlan|CTE) .*)$/;
const NODE = /^( *)->\s+(.*)$/;

export function planHtml(lines: string[], medium: Medium, speech: Speech): string {
  if (medium === "feed") return `<pre><code>${escapeMarkup(lines.join("\n"))}</code></pre>\n`;
  const { root, after } = readPlan(lines);
  const foot = after.map((line) => `<p>${escapeMarkup(line)}</p>\n`).join("");
  return `<div class="plan" tabindex="0" role="group" aria-label="${inMarkup(speech)("plan")}">\n${nodeHtml(root)}${foot}</div>\n`;
}

function readPlan([first = "", ...lines]: string[]): { root: PlanNode; after: string[] } {
  const root: PlanNode = { text: first.trim(), inside: [], indent: 2 };
  const open = [root];
  const after: string[] = [];
  for (const line of lines) {
    const [, before, name] = NODE.exec(line) ?? [];
    const indent = before?.length ?? /^ */.exec(line)?.[0].length ?? 0;
    if (after.length > 0 || (name === undefined && indent < root.indent)) {
      after.push(line.trim());
      continue;
    }
    const label = LABEL.exec(line)?.[1];
    while (open.length > 1 && (open.at(-1)?.indent ?? 0) > indent) open.pop();
    const inside = open.at(-1)?.inside;
    if (name === undefined && !label) inside?.push(line.trim());
    else {
      const node = { text: name ?? label ?? "", inside: [], indent: indent + (label ? INSIDE_LABEL : INSIDE) };
      inside?.push(node);
      open.push(node);
    }
  }
  return { root, after };
}

function nodeHtml({ text, inside }: PlanNode): string {
  if (inside.length === 0) return `<p>${named(text)}</p>\n`;
  const parts = inside.map((part) => (typeof part === "string" ? `<p>${escapeMarkup(part)}</p>\n` : nodeHtml(part)));
  return `<details open>\n<summary>${named(text)}</summary>\n${parts.join("")}</details>\n`;
}

/** A node's kind stands out from its costs and times. */
function named(text: string): string {
  const [, name = text, figures = ""] = /^(.*?)((?: {2}\(| \((?:actual|never)).*)?$/.exec(text) ?? [];
  return `<b>${escapeMarkup(name)}</b>${figures && ` ${escapeMarkup(figures.trim())}`}`;
}
