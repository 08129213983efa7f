/** Parses the command line and reads the environment. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { UsageError } from "../content/problems/usage-error.ts";
import { checkOutputFolder } from "../publish/output-folder.ts";
import { collections } from "../site/collections.ts";

export interface CommandOptions {
  siteDir: string;
  outDir: string;
  /** The output folder as it was given, for messages. */
  out: string;
  at: Temporal.Instant;
  url: string | undefined;
  pathPrefix: string | undefined;
  search: boolean;
  port: number;
  /** Adds to the site's ledger what is published; not done by trial builds, for another moment, or in CI. */
  record: boolean;
  /** In CI nobody commits what is written. */
  inCi: boolean;
  format: Format;
  /** Checks links to other sites, which no build does. */
  external: boolean;
}

const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];
const PREFIX = /^\/?([\w.~-]+\/)*[\w.~-]*$/;

const OF_BUILDS = {
  site: { type: "string", default: "." },
  out: { type: "string" },
  at: { type: "string" },
  "path-prefix": { type: "string" },
  search: { type: "boolean", default: true },
  port: { type: "string", default: "8080" },
  format: { type: "string", default: "text" },
  external: { type: "boolean", default: false },
} as const;

const OF_PROOFS = {
  site: { type: "string", default: "." },
  check: { type: "boolean", default: false },
} as const;

/**
 * `--site DIR` a site's folder, which holds its content and `_data/` (default: here), `--out DIR` (default: `_site`),
 * `--at INSTANT` the moment to build for (default: now), `--path-prefix PATH`, `--no-search`, `--port N`,
 * `--format json` problems as JSON, `--external` (of `npm run check`);
 * SITE_URL in the environment replaces the site's url. Throws on anything else.
 */
export function readOptions(args: string[], environment: NodeJS.ProcessEnv, defaultOut: string): CommandOptions {
  const { values } = parse({ args, allowNegative: true, options: OF_BUILDS });
  const out = values.out ?? defaultOut;
  const siteDir = siteFolder(values.site);
  const outDir = resolve(out);
  const inCi = isSet(environment["CI"]);
  checkOutputFolder(
    outDir,
    siteDir,
    collections.map(({ folder }) => folder),
  );
  return {
    siteDir,
    outDir,
    out,
    at: values.at ? instantOf(values.at) : Temporal.Now.instant(),
    url: environment["SITE_URL"],
    pathPrefix: prefixOf(values["path-prefix"]),
    search: values.search,
    port: portOf(values.port),
    record: values.out === undefined && values.at === undefined && !inCi,
    inCi,
    format: formatOf(values.format),
    external: values.external,
  };
}

export interface ProveOptions {
  siteDir: string;
  /** Content files; none means all of them. */
  files: string[];
  /** Nothing is written, and a new result is a problem. */
  check: boolean;
}

/** `[FILE …] [--site DIR] [--check]` */
export function readProveOptions(args: string[]): ProveOptions {
  const { values, positionals } = parse({ args, allowPositionals: true, options: OF_PROOFS });
  const siteDir = siteFolder(values.site);
  return { siteDir, files: positionals, check: values.check };
}

function siteFolder(site: string): string {
  const siteDir = resolve(site);
  if (!existsSync(siteDir)) throw new UsageError(`--site: there is no folder ${siteDir}`);
  return siteDir;
}

function instantOf(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch {
    throw new UsageError(`--at takes a moment such as 2026-11-22T00:00:00Z, not "${text}"`);
  }
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && !["", "0", "false"].includes(variable);
}

function prefixOf(text: string | undefined): string | undefined {
  if (text === undefined || (PREFIX.test(text) && !text.includes(".."))) return text;
  throw new UsageError(`--path-prefix takes a path such as /blog/, not "${text}"`);
}

function formatOf(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (format) return format;
  throw new UsageError(`--format takes ${FORMATS.join(" or ")}, not "${text}"`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw new UsageError(`--port takes a number such as 8080, not "${text}"`);
}

/** Unknown options are the caller's mistake. */
function parse<const Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
