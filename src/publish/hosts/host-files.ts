/** The table of hosts: the files that each reads, and what of the served site it can't do. */
import type { Host, HostName } from "../../content/host.ts";
import { GONE } from "../../content/redirect.ts";
import { htaccess } from "./apache.ts";
import { caddyFile } from "./caddy.ts";
import { firebaseFile } from "./firebase.ts";
import { headersFile } from "./headers-file.ts";
import { lighttpdFile } from "./lighttpd.ts";
import { nginxFiles } from "./nginx.ts";
import { redirectsFile } from "./redirects-file.ts";
import { s3Files } from "./s3.ts";
import { baseOf, type ServedSite } from "./served-site.ts";
import { vercelFile } from "./vercel.ts";

export type HostFile = readonly [name: string, text: string];

export interface HostRow {
  /** Where its files belong: published with the site, or elsewhere. */
  readonly reads: "the site" | "elsewhere";
  /** `out` is the path of the build's folder from the folder of these files. */
  readonly files: (site: ServedSite, out: string) => readonly HostFile[];
  /** Endings of the compressed copies that it sends. */
  readonly copies: readonly string[];
  /** Its limitations and their consequences, each a sentence. */
  readonly cannot: readonly string[];
  /** Instructions for the files in `{folder}`. */
  readonly use: string;
}

const COMPRESSES = "Compression is the host's own: copies that are compressed already are not sent.";
const NO_COPIES = "It compresses nothing by itself here: build with --compress, or texts are sent as they are.";
const NO_GONE = "What is gone answers 404 in place of 410.";
const ONE_NOT_FOUND = "What is not there is said in the site's first language alone.";
const NO_QUERIES = "Redirects of addresses with a query are not made.";
const OWN_TYPES = "Types are the host's own; feeds are sent as plain XML and JSON, which readers take.";

export const HOST_ROWS: Readonly<Record<HostName, HostRow>> = {
  nginx: {
    reads: "elsewhere",
    files: nginxFiles,
    copies: ["br", "gz"],
    cannot: [NO_COPIES],
    use: "include {folder}/http.conf in http { } and {folder}/server.conf in the site's server { }, beside listen and root",
  },
  apache: {
    reads: "elsewhere",
    files: (site) => [[".htaccess", htaccess(site)]],
    copies: ["br", "gz"],
    cannot: [NO_COPIES],
    use: "Include {folder}/.htaccess in the <Directory> of the site, or copy it into the site's folder, where AllowOverride All lets it be read",
  },
  caddy: {
    reads: "elsewhere",
    files: (site) => [["site.caddy", caddyFile(site)]],
    copies: ["br", "gz", "zst"],
    cannot: [NO_COPIES],
    use: "import {folder}/site.caddy in the site's block, beside root",
  },
  lighttpd: {
    reads: "elsewhere",
    files: (site) => [["site.conf", lighttpdFile(site)]],
    copies: [],
    cannot: [
      "It sends no copies that are compressed already: it compresses when asked, and keeps the result in deflate.cache-dir where that is set.",
    ],
    use: 'include "{folder}/site.conf" behind server.document-root',
  },
  netlify: {
    reads: "the site",
    files: (site) => [
      ["_headers", headersFile(site)],
      ["_redirects", redirectsFile({ url: site.url, host: "netlify" }, site.redirects, site.notFoundIn)],
    ],
    copies: [],
    cannot: [
      COMPRESSES,
      OWN_TYPES,
      "Where a page or a feed's copy stands at an old address, it is served in place of the redirect.",
      "A redirect hands on no query that is not named in it.",
    ],
    use: "deploy {folder}",
  },
  cloudflare: {
    reads: "the site",
    files: (site) => [
      ["_headers", headersFile(site)],
      ["_redirects", redirectsFile({ url: site.url, host: "cloudflare" }, site.redirects, site.notFoundIn)],
    ],
    copies: [],
    cannot: [
      COMPRESSES,
      OWN_TYPES,
      NO_GONE,
      `${NO_QUERIES} A redirect rule in its settings can.`,
      "It reads 2,000 redirects and 100 rules for headers.",
    ],
    use: "deploy {folder}",
  },
  vercel: {
    reads: "the site",
    files: (site) => [["vercel.json", vercelFile(site)]],
    copies: [],
    cannot: [
      COMPRESSES,
      NO_GONE,
      ONE_NOT_FOUND,
      "A query must have names and values.",
      "It takes 2,048 redirects, and no deploy with more.",
    ],
    use: "deploy {folder}",
  },
  firebase: {
    reads: "elsewhere",
    files: (site, out) => [["firebase.json", firebaseFile(site, out)]],
    copies: [],
    cannot: [COMPRESSES, NO_GONE, ONE_NOT_FOUND, NO_QUERIES],
    use: "firebase deploy --only hosting --config {folder}/firebase.json",
  },
  gitlab: {
    reads: "the site",
    files: (site) => [
      ["_redirects", redirectsFile({ url: site.url, host: "gitlab" }, site.redirects, site.notFoundIn)],
    ],
    copies: ["br", "gz"],
    cannot: [
      "It sends no headers of the site's: nosniff, the referrer's policy and who may frame a page are left out; each page's own policy holds.",
      "Everything may be kept for ten minutes, so a change is seen that much later, and files in assets/ are asked for again.",
      OWN_TYPES,
      NO_GONE,
      ONE_NOT_FOUND,
      NO_QUERIES,
      "It reads 1,000 redirects, and none if there are more.",
    ],
    use: "deploy {folder}",
  },
  github: {
    reads: "the site",
    files: () => [[".nojekyll", ""]],
    copies: [],
    cannot: [
      "It sends no headers of the site's: nosniff, the referrer's policy and who may frame a page are left out; each page's own policy holds.",
      "Everything may be kept for ten minutes, so a change is seen that much later, and files in assets/ are asked for again.",
      "It reads no rules: pages stand at old addresses and lead on, and copies of feeds; an address with a query leads nowhere.",
      COMPRESSES,
      OWN_TYPES,
      NO_GONE,
      ONE_NOT_FOUND,
    ],
    use: "deploy {folder}",
  },
  s3: {
    reads: "elsewhere",
    files: s3Files,
    copies: [],
    cannot: [
      "A bucket sends no headers but types and caches: cloudfront-headers.json has the others for a distribution of CloudFront before it.",
      "It knows no rules: each redirect is an object, and hands on no query.",
      NO_QUERIES,
      NO_GONE,
      ONE_NOT_FOUND,
      "Policies by folder are left out; each page's own policy holds.",
      "It compresses nothing; CloudFront can.",
    ],
    use: "sh {folder}/upload.sh _site BUCKET",
  },
};

/** The files that a host reads in the site's own folder. */
export function ownFilesOf(host: Host | undefined, site: ServedSite): readonly HostFile[] {
  if (host === undefined || host === "own" || HOST_ROWS[host].reads !== "the site") return [];
  return HOST_ROWS[host].files(site, ".");
}

/** The limitations of a host that matter for this site. `hasCopies` is true if it was built with the copies that the host sends. */
export function lossesAt(host: HostName, site: ServedSite, hasCopies: boolean): readonly string[] {
  const matters = new Map([
    [NO_GONE, site.redirects.some(({ to }) => to === GONE)],
    [NO_COPIES, !hasCopies],
    [ONE_NOT_FOUND, site.notFoundIn.length > 0],
  ]);
  return HOST_ROWS[host].cannot.filter((sentence) => matters.get(sentence) ?? true);
}

/** The folder for a server: the path that the site is published at leads to its files there. */
export function rootOf(site: ServedSite): string {
  return baseOf(site) === "/" ? "" : `root is the folder in which the site lies as ${baseOf(site).slice(0, -1)}`;
}
