/** Whole sites of other people's, as far as tests may know: the one at the top of the repository, whatever it is, and fixtures. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "parse5";
import { inject } from "vitest";
import settings from "../../_data/site.ts";
import ofEverything from "../fixtures/sites/everything/_data/site.ts";
import ofNoPosts from "../fixtures/sites/no-posts/_data/site.ts";
import { filesOf } from "./built-site.ts";
import { attributeOf, elementsIn, elementsWith, type Node, parsePage, textOf } from "./html.ts";

export interface ExampleSite {
  name: string;
  /** Its content. */
  source: string;
  /** What was built of it. */
  folder: string;
  /** Where it lives, with a slash at its end. */
  url: string;
}

export const EXAMPLE: ExampleSite = {
  name: "the site at the top",
  source: ".",
  folder: inject("exampleSite"),
  url: `${settings.url.replace(/\/$/, "")}/`,
};

/** What holds for each of them holds for any site that may come to stand at the top. */
export const EXAMPLES: ExampleSite[] = [
  EXAMPLE,
  {
    name: "everything",
    source: "tests/fixtures/sites/everything",
    folder: inject("everything"),
    url: ofEverything.url,
  },
  { name: "no posts", source: "tests/fixtures/sites/no-posts", folder: inject("noPosts"), url: ofNoPosts.url },
];

/** The site that this repository comes with; what only it promises is asked of no other. */
export const isOurs = new URL(EXAMPLE.url).hostname === "correct-then-fast.example";

export interface BuiltPage {
  path: string;
  html: string;
  page: Node;
  heading: string;
  /** False for a page that only redirects. */
  isWhole: boolean;
  /** False for those, and for the page of a wrong address. */
  isListed: boolean;
}

/** Every page that the engine made; HTML that its author put beside a post is not among them. */
export function pagesIn({ folder, source }: ExampleSite): BuiltPage[] {
  return filesOf(folder)
    .filter((file) => file.endsWith(".html") && !existsSync(join(source, file)))
    .map((file) => {
      const html = readFileSync(join(folder, file), "utf8");
      const page = parsePage(html);
      const robots = attributeOf(elementsWith(page, "meta", "name", "robots")[0], "content") ?? "";
      const isWhole = elementsWith(page, "meta", "http-equiv", "refresh").length === 0;
      return {
        path: `/${file.replace(/(^|\/)index\.html$/, "$1")}`,
        html,
        page,
        heading: textOf(elementsIn(page, "h1")[0]).trim(),
        isWhole,
        isListed: isWhole && !robots.includes("noindex"),
      };
    });
}

/** A page without what its author's own HTML makes of its text, if there is any: the engine lets it pass as it is. */
export function ownHtmlLeftOut(site: ExampleSite, { path, html }: BuiltPage): string {
  return sourcesOf(site, path).some((text) => RAW_HTML.test(withoutCode(text))) ? withoutProse(html) : html;
}

const RAW_HTML = /<[a-z][^>]*>/i;

/** The Markdown that a page shows, which is published beside it. */
function sourcesOf({ folder }: ExampleSite, path: string): string[] {
  return [join(folder, path, "index.md")].filter((file) => existsSync(file)).map((file) => readFileSync(file, "utf8"));
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^ *(```+|~~~+)[\s\S]*?^ *\1/gm, "").replace(/(`+)[\s\S]*?\1/g, "");
}

function withoutProse(html: string): string {
  const [prose] = elementsWith(parse(html, { sourceCodeLocationInfo: true }), "div", "class", "prose");
  const { startTag, endTag } = prose?.sourceCodeLocation ?? {};
  return startTag && endTag ? html.slice(0, startTag.endOffset) + html.slice(endTag.startOffset) : html;
}

/** The address that a path has on a site. */
export function addressOn({ url }: ExampleSite, path: string): string {
  return new URL(encodeURI(path).slice(1), url).href;
}
