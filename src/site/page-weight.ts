/** Warns of a theme whose pages, with their inline styles, do not fit into the first round trip of a connection. */
import { brotliCompressSync } from "node:zlib";
import type { Problem } from "../content/problems/problem.ts";
import type { SiteTheme } from "../looks/site-theme.ts";
import { OUR_SCRIPTS } from "../theme/assets.ts";
import { SHEETS } from "../theme/style-sheets.ts";
import type { RenderedPage } from "./render.ts";

/** In bytes: ten segments of 1,460, the initial congestion window (RFC 6928). */
const FIRST_ROUND_TRIP = 14_600;
const SCRIPT = /<script type="module" src="[^"]*(\/assets\/[^"]+)"/g;

/**
 * Weighs the home page and the page of the newest entry. Others are not weighed: compressing all pages would take longer than
 * making them, and the length of a text is its author's affair.
 */
export function adviseOnWeight(pages: readonly RenderedPage[], theme: SiteTheme): Problem[] {
  const { styleFile, assets } = theme;
  const file = styleFile ?? (assets.scripts.length > OUR_SCRIPTS ? "theme/client" : undefined);
  if (!file) return [];
  const weighed = [pages.find(({ path }) => path === "/"), pages.find(({ from }) => from !== undefined)].flatMap(
    (page) => (page ? [{ path: page.path, bytes: weightOf(page.bytes(), theme) }] : []),
  );
  const [heaviest] = weighed.sort((one, other) => other.bytes - one.bytes);
  if (!heaviest || heaviest.bytes <= FIRST_ROUND_TRIP) return [];
  const own = assets.styleSheets.slice(SHEETS.length).map(({ css }) => css);
  const message =
    `${heaviest.path} weighs ${heaviest.bytes} bytes compressed, with its styles and scripts, of which ` +
    `${compressed(own.join(""))} are the theme's styles; ${FIRST_ROUND_TRIP} arrive in the first round trip`;
  return [{ file, message, hint: "leave out what no page needs, or what only a few do" }];
}

/** The compressed size, in bytes, of a page with the scripts that it loads. */
function weightOf(html: Buffer, { assets }: SiteTheme): number {
  const names = [...html.toString().matchAll(SCRIPT)].map(([, path]) => path);
  const scripts = assets.files.filter(({ path }) => names.includes(path));
  return scripts.reduce((sum, { contents }) => sum + compressed(contents), compressed(html));
}

function compressed(contents: string | Uint8Array): number {
  return brotliCompressSync(contents).length;
}
