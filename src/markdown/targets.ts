/** What links, pictures and raw HTML lead to, and the addresses that readers are given for it. */
import { hrefOf } from "../content/address.ts";
import { apart } from "../content/text/held-text.ts";
import { type MarkdownContext, noteProblem, type RenderEnv, type Target } from "./extension.ts";

/** How a path becomes an address: relative to the host on a page, whole in a feed. */
export type Addressing = (site: { url: string }, path: string) => string;

/** In the place of a target that is missing, which is a problem: nothing is published. */
export const NOWHERE: Target = { kind: "external", url: "" };

/** Finds what an author's target is, and notes that the page leads there; `line` counts from 0 in its Markdown. */
export function readTarget(written: string, line: number | undefined, env: RenderEnv): Target {
  const { context, notes } = env;
  const resolved = context.resolve(written);
  if (!resolved.ok) {
    for (const { message, hint } of resolved.problems) noteProblem(env, line, message, hint, written);
    return NOWHERE;
  }
  const target = resolved.value;
  if (target.kind === "page") {
    const { path, anchor } = target;
    notes.links.push({ path, ...(anchor && { anchor }), line: context.firstLine + (line ?? 0) });
  }
  if (target.kind === "external" && /^https?:/i.test(target.url)) {
    notes.externalLinks.push({ url: apart(target.url), line: context.firstLine + (line ?? 0) });
  }
  return target;
}

/** As `readTarget`; a file that the target names is published as it is. */
export function readPublished(written: string, line: number | undefined, env: RenderEnv): Target {
  const target = readTarget(written, line, env);
  if (target.kind === "asset") env.notes.assets.push({ file: target.file, path: target.path });
  return target;
}

/** Of a picture or a film: browsers leave out of an encrypted page what is not encrypted itself. */
export function noteUnencrypted(target: Target, line: number | undefined, env: RenderEnv): void {
  if (target.kind !== "external" || !target.url.startsWith("http:") || env.context.siteUrl.startsWith("http:")) return;
  noteProblem(env, line, `${target.url} is not encrypted, and browsers don't show it`, "https: does", target.url);
}

export function addressOf(target: Target, { siteUrl, path }: MarkdownContext, address: Addressing): string {
  const site = { url: siteUrl };
  if (target.kind === "external") return target.url;
  if (target.kind === "asset") return address(site, target.path);
  const isHere = target.path === path && target.anchor && address === hrefOf;
  const page = isHere ? "" : address(site, target.path) + (target.query ?? "");
  return target.anchor ? `${page}#${target.anchor}` : page;
}
