/**
 * Content security policies: a page runs and applies what it was built with, known by its digest, and nothing else.
 * Each page has its policy in a meta element, and hosts that read `_headers` send it too, with what only a header can say.
 */
import { createHash } from "node:crypto";
import { hrefOf } from "../content/address.ts";

/** What stands in a page. */
interface Page {
  scripts: string[];
  style: string;
  /** Its HTML, which may show pictures of other sites. */
  body: string;
}

/** What a policy lets run and be shown. */
interface Allowed {
  /** Digests. */
  scripts: Set<string>;
  styles: Set<string>;
  /** True for pictures, sound and films of other sites. */
  foreign: boolean;
}

const FOREIGN = /<(?:img|source|video|audio|track)\s[^>]*(?:src|srcset|poster)="(?:[^"]*[\s,])?https?:/;

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

export class PagePolicies {
  /** By the pattern of addresses in which pages stand. */
  readonly #allowed = new Map<string, Allowed>();
  readonly #digests = new Map<string, string>();
  readonly #site: { url: string };

  constructor(site: { url: string }) {
    this.#site = site;
  }

  /** The policy for a page, which is noted for the headers. */
  policyFor(path: string, { scripts, style, body }: Page): string {
    const own: Allowed = {
      scripts: new Set(scripts.map((script) => this.#digest(script))),
      styles: new Set([this.#digest(style)]),
      foreign: FOREIGN.test(body),
    };
    const pattern = patternOf(path);
    this.#allowed.set(pattern, bothOf(this.#allowed.get(pattern) ?? own, own));
    return policyOf(own);
  }

  /** `_headers`, as Netlify and Cloudflare Pages understand it, once all pages are made; `worker` is search's. */
  headers(worker: string): string {
    const rules = [...this.#allowed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([pattern, allowed]) => [pattern, headerOf(policyOf(allowed))]);
    const all = [
      ["/*", ...FOR_ALL],
      ["/assets/*", `Cache-Control: public, max-age=${ONE_YEAR}, immutable`],
      [worker, FOR_SEARCH],
      ...rules,
    ];
    return (
      all.map(([pattern = "", ...headers]) => [hrefOf(this.#site, pattern), ...headers].join("\n  ")).join("\n\n") +
      "\n"
    );
  }

  #digest(text: string): string {
    const known = this.#digests.get(text);
    if (known) return known;
    const digest = `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    this.#digests.set(text, digest);
    return digest;
  }
}

/** Fonts, search and what scripts load are the site's own; frames and plug-ins there are none. */
function policyOf({ scripts, styles, foreign }: Allowed): string {
  const media = foreign ? "; img-src 'self' https: http:; media-src 'self' https: http:" : "";
  return (
    `default-src 'self'; script-src 'self' ${[...scripts].sort().join(" ")}; style-src 'self' ${[...styles].sort().join(" ")}` +
    `${media}; object-src 'none'; base-uri 'none'; form-action 'self'`
  );
}

function headerOf(policy: string): string {
  const framing = "frame-ancestors 'none'";
  const header = `Content-Security-Policy: ${policy}; ${framing}`;
  return header.length > LONGEST_LINE ? `Content-Security-Policy: ${framing}` : header;
}

function bothOf(a: Allowed, b: Allowed): Allowed {
  return { scripts: a.scripts.union(b.scripts), styles: a.styles.union(b.styles), foreign: a.foreign || b.foreign };
}

/** One rule for everything below a folder at the top; a page beside them has its own. */
function patternOf(path: string): string {
  const [, folder, ...rest] = path.split("/");
  return rest.length > 0 ? `/${folder}/*` : path;
}
