/** `_headers` for Netlify and Cloudflare Pages: a rule for each top folder, loose enough for all of its pages. */
import { hrefOf } from "../content/address.ts";
import type { Allowed } from "../content/page-needs.ts";
import { policyOf } from "./page-policies.ts";

/** Cloudflare reads no longer line. */
const LONGEST_LINE = 1900;
const ONE_YEAR = 31_536_000;

const FOR_ALL = [
  "X-Content-Type-Options: nosniff",
  "Referrer-Policy: strict-origin-when-cross-origin",
  "Permissions-Policy: accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), " +
    "magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  "Cross-Origin-Opener-Policy: same-origin",
];
/** A worker has a policy of its own, and search is the only thing that compiles anything. */
const FOR_SEARCH =
  "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

/** `pages` are those that have a policy, by their site-relative paths; `worker` is the path of search's script. */
export function headersFile(
  site: { url: string; noindex?: boolean },
  pages: Iterable<readonly [path: string, allowed: Allowed]>,
  worker: string,
): string {
  const byPattern = new Map<string, Allowed>();
  for (const [path, allowed] of pages) {
    const pattern = patternOf(path);
    byPattern.set(pattern, bothOf(byPattern.get(pattern) ?? allowed, allowed));
  }
  const rules = [...byPattern]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([pattern, allowed]) => [pattern, headerOf(policyOf(allowed))]);
  const all = [
    ["/*", ...FOR_ALL, ...(site.noindex ? ["X-Robots-Tag: noindex"] : [])],
    ["/assets/*", `Cache-Control: public, max-age=${ONE_YEAR}, immutable`],
    [worker, FOR_SEARCH],
    ...rules,
  ];
  return `${all.map(([pattern = "", ...headers]) => [hrefOf(site, pattern), ...headers].join("\n  ")).join("\n\n")}\n`;
}

function headerOf(policy: string): string {
  const framing = "frame-ancestors 'none'";
  const header = `Content-Security-Policy: ${policy}; ${framing}`;
  return header.length > LONGEST_LINE ? `Content-Security-Policy: ${framing}` : header;
}

function bothOf(a: Allowed, b: Allowed): Allowed {
  const union = (some: readonly string[], others: readonly string[]) => [...new Set([...some, ...others])];
  return {
    scripts: union(a.scripts, b.scripts),
    styles: union(a.styles, b.styles),
    foreign: a.foreign || b.foreign,
    frames: union(a.frames, b.frames).sort(),
    connects: union(a.connects, b.connects).sort(),
    forms: union(a.forms, b.forms).sort(),
  };
}

/** One rule for everything below a folder at the top; a page beside them has its own. */
function patternOf(path: string): string {
  const [, folder, ...rest] = path.split("/");
  return rest.length > 0 ? `/${folder}/*` : path;
}
