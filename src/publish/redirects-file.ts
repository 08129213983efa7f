/** `_redirects` for Netlify and Cloudflare Pages: an address, its target, and status 301. */
import { hrefOf } from "../content/address.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import { listOfYear } from "../content/listing.ts";
import { GONE } from "../content/redirect.ts";

/** `files` are site-relative paths of what lies below pages and moves with them, such as their feeds. */
export function redirectsFile(content: Content, files: readonly string[]): string {
  const link = (to: string) => (to.startsWith("/") ? hrefOf(content.site, to) : to);
  const rows = redirectsOf(content)
    .filter(({ to }) => to !== GONE)
    .flatMap(({ from, to }) => [[from, to] as const, ...below(from, to, files)]);
  return rows.map(([from, to]) => `${hrefOf(content.site, from)} ${link(to)} 301\n`).join("");
}

function below(from: string, to: string, files: readonly string[]): [from: string, to: string][] {
  if (!from.endsWith("/") || !to.endsWith("/") || to === "/") return [];
  return files
    .filter((file) => file.startsWith(to) && (!file.slice(to.length).includes("/") || listOfYear(file) === to))
    .map((file) => [from + file.slice(to.length), file]);
}
