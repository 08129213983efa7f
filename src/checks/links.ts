/** Checks links within the site, as noted while the Markdown was rendered: the page and the anchor must exist. */
import { type Content, redirectsOf } from "../content/content.ts";
import { pathMeant } from "../content/path-meant.ts";
import { anchorFix, pathFix } from "../content/problems/link-fix.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import { onlyMeant } from "../content/problems/only-meant.ts";
import type { Problem } from "../content/problems/problem.ts";
import type { Fix } from "../content/problems/range.ts";
import { GONE } from "../content/redirect.ts";

/** `paths` are the site-relative paths of everything that is published. */
export function checkLinks(content: Content, paths: ReadonlySet<string>): Problem[] {
  const sources = content.entries;
  const bodies = new Map(sources.map(({ path, body }) => [path, body]));
  const published = new Set([...paths, ...sources.flatMap(({ body }) => body.assets.map(({ path }) => path))]);
  const moved = new Map(redirectsOf(content).map(({ from, to }) => [from, to]));
  return sources.flatMap(({ file, body }) =>
    body.links.flatMap(({ path, anchor, line }): Problem[] => {
      const now = moved.get(path);
      if (now && now !== GONE)
        return [
          {
            rule: "link-moved",
            file,
            line,
            message: `links to ${path}, which has moved`,
            hint: `it is at ${now} now`,
            written: path,
            fix: movedFix(path, now, paths),
          },
        ];
      if (!published.has(path)) {
        const message = `links to ${path}, which this site does not have`;
        const meant = pathMeant(path, (one) => paths.has(one));
        const fix = meant ? pathFix(path, meant) : undefined;
        return [{ rule: "link-target", file, line, message, hint: hintFor(path, paths), written: path, fix }];
      }
      const anchors = bodies.get(path)?.anchors;
      if (!anchor || !anchors || leadsSomewhere(anchor, anchors)) return [];
      const message = `links to #${anchor}, which ${path} does not have`;
      const [hint, meant] = [didYouMean(anchor, anchors), onlyMeant(anchor, anchors)];
      const fix = meant === undefined ? undefined : anchorFix(anchor, meant);
      return [{ rule: "link-anchor", file, line, message, hint, written: `#${anchor}`, fix }];
    }),
  );
}

/** `#top` is the page's beginning, whatever ids it has (HTML, "select the indicated part"); words to look for stand behind `:~:`. */
function leadsSomewhere(anchor: string, anchors: readonly string[]): boolean {
  const id = anchor.replace(/:~:.*$/s, "");
  return id === "" || id.toLowerCase() === "top" || anchors.includes(id);
}

/** A page of this site, whose path an anchor can follow. */
function movedFix(path: string, now: string, paths: ReadonlySet<string>): Fix | undefined {
  return paths.has(now) ? pathFix(path, now) : undefined;
}

function hintFor(path: string, paths: ReadonlySet<string>): string | undefined {
  const meant = pathMeant(path, (one) => paths.has(one));
  if (meant) return `write ${meant}`;
  const isFile = /\.(?!html?$)\w+$/.test(path);
  return (
    didYouMean(path, paths) ?? (isFile ? "put the file beside the text and write its name, or into public/" : undefined)
  );
}
