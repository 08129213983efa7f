/** The site at the top of the repository, built: ours, or whoever's took its place. Nothing here knows what it says. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import settings from "../../_data/site.ts";
import { filesOf, readAt } from "./built-site.ts";
import { attributeOf, elementsIn, elementsWith, type Node, parsePage, textOf } from "./html.ts";

/** The site that this repository comes with; what only it promises is asked of no other. */
export const isOurs = new URL(settings.url).hostname === "correct-then-fast.example";

/** Where it lives, with a slash at its end. */
export const siteUrl = `${settings.url.replace(/\/$/, "")}/`;

export interface BuiltPage {
  path: string;
  html: string;
  page: Node;
  heading: string;
  /** False for the page of a wrong address, and for those that lead on to another one. */
  isListed: boolean;
}

/** Every page that the engine made; HTML that its author put beside a post is not among them. */
export function examplePages(): BuiltPage[] {
  const folder = inject("exampleSite");
  return filesOf(folder)
    .filter((file) => file.endsWith(".html") && !existsSync(file))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      const page = parsePage(html);
      const robots = attributeOf(elementsWith(page, "meta", "name", "robots")[0], "content");
      return {
        path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
        html,
        page,
        heading: textOf(elementsIn(page, "h1")[0]).trim(),
        isListed: !robots?.includes("noindex") && elementsWith(page, "meta", "http-equiv", "refresh").length === 0,
      };
    });
}

/** The address that a path has on the site. */
export function addressOf(path: string): string {
  return new URL(encodeURI(path).slice(1), siteUrl).href;
}

export function readExample(path: string): string {
  return readAt(inject("exampleSite"), path);
}
