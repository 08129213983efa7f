/**
 * Content security policies: a page runs and applies only what it was built with, identified by digest. Each page has its policy
 * in a meta element; hosts that read `_headers` also send one, with directives that only a header can have.
 */
import { hash } from "node:crypto";
import { onceForEach } from "../content/once-for-each.ts";
import type { Allowed } from "../content/page-needs.ts";

/** The scripts, styles and HTML of a page. */
export interface Inline {
  readonly scripts: readonly string[];
  readonly style: string;
  /** The tags of its body, which may show pictures of other sites. */
  readonly shown: string;
}

const FOREIGN = /<(?:img|source|video|audio|track)\s[^>]*(?:src|srcset|poster)="(?:[^"]*[\s,])?https?:/;

/** Frames that a script adds once a reader asks for them. */
const FRAME = / data-(?:embed|discussion)="(https:\/\/[\w.-]+)[/"]/g;
/** The counter of page views. */
const COUNTER = /^[^<]*<html[^>]* data-count="\w+ (https:\/\/[\w.-]+)\//g;
const FORM = /<form [^>]*\baction="(https:\/\/[\w.-]+)[/"]/g;

/** Returns a function that finds what a page's policy must allow. It digests each script once, since pages share them. */
export function createGuard(): (inline: Inline) => Allowed {
  const digestOfScript = onceForEach(digestOf);
  return ({ scripts, style, shown }) => ({
    scripts: [...new Set(scripts.map(digestOfScript))],
    styles: [digestOf(style)],
    foreign: FOREIGN.test(shown),
    frames: originsIn(shown, FRAME),
    connects: originsIn(shown, COUNTER),
    forms: originsIn(shown, FORM),
  });
}

/** As policies name a text. */
function digestOf(text: string): string {
  return `'sha256-${hash("sha256", text, "base64")}'`;
}

/** Fonts, search and all that scripts load come from the site itself. There are no plug-ins, and frames of named sites only. */
export function policyOf({ scripts, styles, foreign, frames, connects, forms }: Allowed): string {
  const media = foreign ? "; img-src 'self' https: http:; media-src 'self' https: http:" : "";
  const asking = connects.length > 0 ? `; connect-src 'self' ${connects.join(" ")}` : "";
  const framing = frames.length > 0 ? `; frame-src ${frames.join(" ")}` : "";
  return (
    `default-src 'self'; script-src 'self' ${scripts.toSorted().join(" ")}; style-src 'self' ${styles.toSorted().join(" ")}` +
    `${media}${asking}${framing}; object-src 'none'; base-uri 'none'; form-action ${["'self'", ...forms].join(" ")}`
  );
}

function originsIn(shown: string, pattern: RegExp): string[] {
  return [...new Set([...shown.matchAll(pattern)].map(([, origin = ""]) => origin))].sort();
}
