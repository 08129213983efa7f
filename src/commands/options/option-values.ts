/** Reads single values of the command line. Invalid ones throw a `UsageError`. */
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { UsageError } from "../../content/problems/usage-error.ts";

const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];
const PREFIX = /^\/?([\w.~-]+\/)*[\w.~-]*$/;
const HOST = /^([\w.-]+|\[?[\da-f:.]*:[\da-f:.]*(%\w+)?\]?)$/i;

/** A folder with none of these is no site's: nothing would be read in it. */
const OF_SITES = ["_data", "posts", "pages", "projects"];

/** `--site`, absolute. Throws a `UsageError` if it does not exist. */
export function folderOf(site = "."): string {
  const siteDir = resolve(site);
  if (!existsSync(siteDir)) throw new UsageError(`--site: there is no folder ${siteDir}`);
  return siteDir;
}

/** The same, of what has a site in it: throws a `UsageError` that says where there is one. */
export function siteFolder(site?: string): string {
  const siteDir = folderOf(site);
  if (OF_SITES.some((name) => existsSync(join(siteDir, name)))) return siteDir;
  throw new UsageError(`${siteDir} is no site's folder: it has no _data/site.ts (${wayToSite(siteDir)})`);
}

function wayToSite(folder: string): string {
  const above = siteAbove(folder);
  if (!above) return "go to the site's folder, or name it: --site DIR; npx wellformed init DIR makes a new one";
  const way = relative(process.cwd(), above);
  return way ? `the site is above it: cd ${way}, or --site ${way}` : "the site is this folder: leave --site out";
}

function siteAbove(folder: string): string | undefined {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return existsSync(join(above, "_data/site.ts")) ? above : siteAbove(above);
}

export function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new UsageError(`--at takes a moment such as 2026-11-22T00:00:00Z, not "${text}"`);
  }
}

export function isSet(variable: string | undefined): boolean {
  return variable !== undefined && !["", "0", "false"].includes(variable);
}

export function prefixOf(text: string | undefined): string | undefined {
  if (text === undefined || (PREFIX.test(text) && !text.includes(".."))) return text;
  throw new UsageError(`--path-prefix takes a path such as /blog/, not "${text}"`);
}

export function limitOf(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= 100) return limit;
  throw new UsageError(`--limit takes a number from 1 to 100, not "${text}"`);
}

export function formatOf(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (format) return format;
  throw new UsageError(`--format takes ${FORMATS.join(" or ")}, not "${text}"`);
}

export function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port < 65_536) return port;
  throw new UsageError(`--port takes a number such as 8080, not "${text}"`);
}

/** An IPv6 address without its brackets. */
export function hostOf(text: string): string {
  if (HOST.test(text)) return text.replace(/^\[|\]$/g, "");
  throw new UsageError(`--host takes a name or an address such as 0.0.0.0, not "${text}"`);
}
