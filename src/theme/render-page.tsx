/** Renders a page to an HTML document, and notes what its publication needs. */
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { absoluteUrl } from "../content/address.ts";
import type { Allowed, PageNeeds, ShareImage, ShareText } from "../content/page-needs.ts";
import { countingOf } from "../content/services.ts";
import { cssString } from "./css-string.ts";
import { Document } from "./layouts/document.tsx";
import type { Page, SharePicture } from "./page.ts";
import { stylesFor } from "./style-sheets.ts";
import { tagsOfPage } from "./tags-of-page.ts";
import { href, type View } from "./view.ts";

/** The inline parts of a page, for its content security policy. */
interface Inline {
  scripts: string[];
  style: string;
  /** The letters and tags of its HTML from `<html>` on, without its head; see `tagsOfPage`. */
  shown: string;
}

/** Callbacks to the rest of the build; each is left out if the site, or development, does without it. */
export interface Renderer {
  /** The share image that will be drawn for a page. */
  shareImage?: ((text: ShareText) => { image: ShareImage; picture: SharePicture }) | undefined;
  guard?: ((inline: Inline) => Guarded) | undefined;
}

/** What a page's content security policy allows, and the policy itself. */
interface Guarded {
  allowed: Allowed;
  policy: string;
}

export interface Rendered extends PageNeeds {
  html: string;
}

export function renderPage(view: View, page: Page, { shareImage, guard }: Renderer = {}): Rendered {
  const { site } = view.content;
  const { styleSheets, inlineScript, scripts } = view.theme.assets;
  const { Body } = view.theme.components;
  const body = render(<Body view={view}>{page.main}</Body>);
  const counting = countingOf(site.services);
  const counted = counting === undefined ? "" : ` data-count="${counting}"`;
  const shown = tagsOfPage(`<html lang="${view.language}"${counted}><body class="${page.kind}">${body}`);
  const style = stylesFor(shown, styleSheets, href(view, "/assets/")) + runningTitle(page);
  const needed = scripts.filter(({ needed }) => needed.test(shown)).map(({ path }) => path);
  const prefetch = prefetchRules(href(view, "/"));
  const guarded = guard?.({ scripts: [inlineScript, prefetch], style, shown });
  const drawn = page.info.image || page.info.indexed === false ? undefined : shareImage?.(shareTextOf(view, page));
  const html = renderDocument(
    <Document
      {...{ view, page, body, style, prefetch }}
      scripts={needed}
      image={page.info.image ?? drawn?.picture}
      policy={guarded?.policy}
    />,
  );
  return { html, shareImage: drawn?.image, allowed: guarded?.allowed };
}

/** Of a text, for its printed pages; see `print.css`. */
function runningTitle({ kind, info: { title } }: Page): string {
  return kind === "essay" && title ? `:root{--title:${cssString(title)}}` : "";
}

/** A whole document from its `<html>` element. */
export function renderDocument(root: VNode): string {
  return `<!doctype html>\n${render(root).replace(HEAD, (head) => head.replace(VOID, "$1>"))}\n`;
}

const HEAD = /<head>.*?<\/head>/s;
/** Its tags that have no end: the slash that they are written with means nothing in HTML, and is weight. */
const VOID = /(<(?:meta|link)(?: [\w:-]+(?:="[^"]*")?)*)\/>/g;

/** The page's title over the site's name; on the home page, the site's name over its description. */
function shareTextOf({ content: { site }, path }: View, { info: { title, entry } }: Page): ShareText {
  const address = absoluteUrl(site, path).replace(/^https?:\/\//, "");
  return title
    ? { title, foot: site.title, address, cover: entry?.cover }
    : { title: site.title, foot: site.tagline ?? new URL(site.url).host, address };
}

/** A link that is about to be followed is fetched, in browsers that know how. */
function prefetchRules(root: string): string {
  const rule = { where: { href_matches: `${root}*` }, eagerness: "moderate" };
  return JSON.stringify({ prefetch: [rule] });
}
