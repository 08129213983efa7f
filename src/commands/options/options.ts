/** The options of all other commands than those of `build-options.ts`. Invalid ones throw a `UsageError`. */
import { join, resolve } from "node:path";
import type { Temporal } from "temporal-polyfill";
import { HOST_NAMES, type HostName, hostNamed } from "../../content/host.ts";
import { inSentence } from "../../content/naming.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { DEFAULT_OUT, outFolder, type SiteOptions, siteOptions } from "./build-options.ts";
import { readCommandLine } from "./command-line.ts";
import { type Format, formatOf, hostOf, limitOf, portOf, siteFolder } from "./option-values.ts";

export interface ServeOptions extends SiteOptions {
  port: number;
  host: string;
}

export interface ProveOptions {
  siteDir: string;
  /** Content files; none means all of them. */
  files: string[];
  /** Writes nothing; a new result is a problem. */
  check: boolean;
  /** The only version to run, as it was written; undefined for all. */
  on: string | undefined;
}

export interface ExportOptions {
  /** Absolute, as is `outDir`. */
  siteDir: string;
  outDir: string;
  at: Temporal.Instant;
  force: boolean;
}

export interface HostOptions {
  siteDir: string;
  name: HostName;
  /** The output folder of the build; absolute, as is `dir`. */
  outDir: string;
  /** Where the files are written; undefined for the host's usual place. */
  dir: string | undefined;
  force: boolean;
}

export interface PublishedOptions {
  siteDir: string;
  /** The output folder of the build that is online. */
  outDir: string;
}

export interface ImportOptions {
  kind: string;
  path: string;
  siteDir: string;
  feed: string | undefined;
  comments: string | undefined;
  rules: string | undefined;
  fetch: boolean;
  force: boolean;
  format: Format;
}

export interface EmbedsOptions {
  siteDir: string;
  /** Fetches known embeds again, too. */
  again: boolean;
}

export interface ReactionsOptions {
  siteDir: string;
}

export interface StatsOptions {
  siteDir: string;
  format: Format;
}

export interface SearchOptions {
  text: string;
  /** A built site's folder or address. */
  place: string;
  limit: number;
  literal: boolean;
  format: Format;
}

const DEFAULT_PORT = "8080";
export const DEFAULT_HOST = "localhost";

export function readServeOptions(args: string[], environment: NodeJS.ProcessEnv): ServeOptions {
  const { values } = readCommandLine("start", args, environment);
  const { port = DEFAULT_PORT, host = DEFAULT_HOST } = values;
  return { ...siteOptions(values), port: portOf(port), host: hostOf(host) };
}

export function readProveOptions(args: string[], environment: NodeJS.ProcessEnv): ProveOptions {
  const { values, positionals } = readCommandLine("prove", args, environment);
  return { siteDir: siteFolder(values.site), files: positionals, check: values.check ?? false, on: values.on };
}

export function readPublishedOptions(args: string[], environment: NodeJS.ProcessEnv): PublishedOptions {
  const { values } = readCommandLine("published", args, environment);
  const siteDir = siteFolder(values.site);
  return { siteDir, outDir: outFolder(values, { siteDir }) };
}

export function readHostOptions(args: string[], environment: NodeJS.ProcessEnv): HostOptions {
  const { values, positionals } = readCommandLine("host", args, environment);
  const [name, dir, extra] = positionals;
  if (name === undefined || extra !== undefined) {
    throw new UsageError(
      "wellformed host takes the name of a host, such as wellformed host nginx, and perhaps a folder",
    );
  }
  const siteDir = siteFolder(values.site);
  return {
    siteDir,
    name: hostOfName(name),
    outDir: outFolder(values, { siteDir }),
    dir: dir === undefined ? undefined : resolve(dir),
    force: values.force ?? false,
  };
}

function hostOfName(name: string): HostName {
  const host = hostNamed(name);
  if (host) return host;
  const hint = didYouMean(name, HOST_NAMES) ?? `it knows ${inSentence(HOST_NAMES, "en-GB")}`;
  throw new UsageError(`wellformed host knows no "${name}" (${hint})`);
}

export function readEmbedsOptions(args: string[], environment: NodeJS.ProcessEnv): EmbedsOptions {
  const { values } = readCommandLine("embeds", args, environment);
  return { siteDir: siteFolder(values.site), again: values.again ?? false };
}

export function readReactionsOptions(args: string[], environment: NodeJS.ProcessEnv): ReactionsOptions {
  const { values } = readCommandLine("reactions", args, environment);
  return { siteDir: siteFolder(values.site) };
}

export function readStatsOptions(args: string[], environment: NodeJS.ProcessEnv): StatsOptions {
  const { values } = readCommandLine("stats", args, environment);
  return { siteDir: siteFolder(values.site), format: formatOf(values.format ?? "text") };
}

/** The site's folder need not exist. */
export function readImportOptions(args: string[], environment: NodeJS.ProcessEnv): ImportOptions {
  const { values, positionals } = readCommandLine("import", args, environment);
  const [kind, path, extra] = positionals;
  if (!kind || !path || extra !== undefined) {
    throw new UsageError(
      "wellformed import takes KIND and PATH, such as wellformed import auto ../old-blog --site ../new-blog",
    );
  }
  return {
    ...{
      kind,
      path,
      siteDir: resolve(values.site ?? "."),
      feed: values.feed,
      comments: values.comments,
      rules: values.rules,
    },
    fetch: values.fetch ?? false,
    force: values.force ?? false,
    format: formatOf(values.format ?? "text"),
  };
}

/** `DIR` is created if it does not exist. */
export function readExportOptions(args: string[], environment: NodeJS.ProcessEnv): ExportOptions {
  const { values, positionals } = readCommandLine("export", args, environment);
  const [dir = "export", extra] = positionals;
  if (extra !== undefined) throw new UsageError(`wellformed export takes one folder, and not ${extra} as well`);
  const { siteDir, at } = siteOptions(values);
  return { siteDir, at, outDir: resolve(dir), force: values.force ?? false };
}

export function readSearchOptions(args: string[], environment: NodeJS.ProcessEnv): SearchOptions {
  const { values, positionals } = readCommandLine("search", args, environment);
  const text = positionals.join(" ").trim();
  if (!text) throw new UsageError('wellformed search takes what to search for: npx wellformed search "row locks"');
  return {
    text,
    place: values.in ?? DEFAULT_OUT.build,
    limit: limitOf(values.limit ?? "10"),
    literal: values.literal ?? false,
    format: formatOf(values.format ?? "text"),
  };
}

/** Where the built site is: a folder or an address. */
export function readMcpOptions(args: string[], environment: NodeJS.ProcessEnv): { place: string } {
  const { values } = readCommandLine("mcp", args, environment);
  return { place: values.in ?? join(siteFolder(values.site), DEFAULT_OUT.build) };
}
