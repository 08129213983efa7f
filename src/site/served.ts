/** How the files of a site are to be served, worked out when its pages are made. */
import { formats } from "../feeds/formats.ts";
import { type ServedSite, servedSite } from "../publish/hosts/served-site.ts";
import { policiesByFolder } from "../publish/policies-by-folder.ts";
import { publishedPaths } from "./check.ts";
import { placedRedirects } from "./pages.ts";
import type { RenderedSite } from "./render.ts";

export function servedOf(site: RenderedSite): ServedSite {
  const { content, feeds, pages, read } = site;
  const { searchWorker, runWorker } = read.theme.assets;
  const guarded = pages.flatMap(({ path, allowed }) => (allowed ? [[path, allowed] as const] : []));
  return servedSite({
    url: content.site.url,
    hsts: content.site.hsts,
    noindex: content.site.noindex,
    policies: policiesByFolder(guarded, [searchWorker, ...(runWorker === undefined ? [] : [runWorker])]),
    feeds: formats.map(({ file, type }) => [file, type] as const),
    redirects: placedRedirects(content, publishedPaths(site), feeds),
    pages: pages.map(({ path }) => path),
    editions: content.editions,
  });
}
