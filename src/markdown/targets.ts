/** Resolves the targets of links, pictures and raw HTML, and gives their addresses. */
import { posix } from "node:path";
import { hrefOf } from "../content/address.ts";
import type { Problem } from "../content/problems/problem.ts";
import { apart } from "../content/text/held-text.ts";
import { type FileUse, type MarkdownContext, noteProblem, type RenderEnv, type Target } from "./extension.ts";

/** How a path becomes an address: relative to the host on a page, whole in a feed. */
export type Addressing = (site: { url: string }, path: string) => string;

/** Of the site's addresses, those that can't be a file's. */
const PAGE = /(\/[^./]*|\.html?)$/i;

/** In the place of a target that is a problem: nothing is published. */
export const NOWHERE: Target = { kind: "external", url: "" };

/** Finds what an author's target is, and notes that the page leads there; `line` counts from 0 in its Markdown. */
export function readTarget(written: string, line: number | undefined, env: RenderEnv, use: FileUse = "file"): Target {
  const { context, notes } = env;
  const resolved = context.resolve(written);
  if (!resolved.ok) {
    const missing = use === "picture" ? "picture-target" : "link-target";
    for (const { rule = missing, message, hint, fix } of resolved.problems)
      noteProblem(env, rule, line, message, hint, written, fix);
    return NOWHERE;
  }
  const target = resolved.value;
  if (target.kind === "page") {
    const { path, anchor } = target;
    if (use === "picture" && PAGE.test(path)) {
      const hint = `a link to it is [text](${decodedTarget(written)})`;
      noteProblem(env, "picture-target", line, `${path} is a page, not a picture`, hint, written);
      return NOWHERE;
    }
    notes.links.push({ path, ...(anchor && { anchor }), line: context.firstLine + (line ?? 0) });
  }
  if (target.kind === "external" && /^https?:/i.test(target.url)) {
    notes.externalLinks.push({ url: apart(target.url), line: context.firstLine + (line ?? 0) });
  }
  return target;
}

/** As `readTarget`; a file that it names is published. */
export function readPublished(
  written: string,
  line: number | undefined,
  env: RenderEnv,
  use: FileUse = "file",
): Target {
  const target = readTarget(written, line, env, use);
  if (target.kind === "asset") publish(target, line, env, use);
  return target;
}

/** Notes that a file is to be published, and the problem where it can't be. */
export function publish(
  { file, path }: Target & { kind: "asset" },
  line: number | undefined,
  env: RenderEnv,
  use: FileUse,
): void {
  noteFileProblems(env.context.fileProblems?.(file, use) ?? [], line, env);
  env.notes.assets.push({ file, path });
}

/** Problems of a file, at the place in the page that names it. */
export function noteFileProblems(problems: readonly Problem[], line: number | undefined, env: RenderEnv): void {
  for (const { file, message, hint } of problems)
    noteProblem(env, "picture-file", line, `${file} ${message}`, hint, posix.basename(file));
}

/** Of a picture or a film: browsers leave out of an encrypted page what is not encrypted itself. */
export function noteUnencrypted(target: Target, line: number | undefined, env: RenderEnv): void {
  if (target.kind !== "external" || !target.url.startsWith("http:") || env.context.siteUrl.startsWith("http:")) return;
  noteProblem(
    env,
    "unencrypted",
    line,
    `${target.url} is not encrypted, and browsers don't show it`,
    "https: does",
    target.url,
  );
}

export function addressOf(target: Target, { siteUrl, path }: MarkdownContext, address: Addressing): string {
  const site = { url: siteUrl };
  if (target.kind === "external") return target.url;
  if (target.kind === "asset") return address(site, target.path);
  const isHere = target.path === path && target.anchor && address === hrefOf;
  const page = isHere ? "" : address(site, target.path) + (target.query ?? "");
  return target.anchor ? `${page}#${target.anchor}` : page;
}

/** markdown-it encodes what an author need not. */
export function decodedTarget(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
