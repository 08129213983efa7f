/** Parses the command line and the environment into the options of each command. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Temporal } from "temporal-polyfill";
import { HOST_NAMES, type HostName, hostNamed } from "../content/host.ts";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../content/markdown-syntax.ts";
import { namesOf } from "../content/names-of.ts";
import { inSentence } from "../content/naming.ts";
import { isAcceptable } from "../content/problems/baseline.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import { isRule, RULES, type Rule } from "../content/problems/rule.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { checkOutputFolder } from "../publish/output-folder.ts";
import { type Destination, destinationOf } from "../publish/releases/destination.ts";
import type { TextsPart } from "../reading/read-content.ts";
import { collections } from "../site/collections.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";

interface SiteOptions {
  /** Absolute. */
  siteDir: string;
  at: Temporal.Instant;
  pathPrefix: string | undefined;
  search: boolean;
}

export interface BuildOptions extends SiteOptions {
  outDir: string;
  /** The output folder as it was given, for messages. */
  out: string;
  /** The working folder, which a build changes to the site's. */
  startedIn: string;
  /** SITE_URL of the environment, in place of the site's own. */
  url: string | undefined;
  /** For another folder or another moment: nobody will publish it. */
  isTrial: boolean;
  format: Format;
  /** Checks links to other sites, which no build does. */
  external: boolean;
  /** Nobody watches. */
  inCi: boolean;
  /** Says where the time went. */
  profile: boolean;
  /** Whether texts get compressed copies; undefined where the site's host decides. */
  compress: boolean | undefined;
  /** Only this part of the texts is made, and no site. */
  part: TextsPart | undefined;
  /** Drafts and what is dated later are built too, for a place that search engines are kept from. */
  drafts: boolean;
  /** Takes the problems that there are into the baseline: those of one rule, or of all. */
  accept: { only: Rule | undefined } | undefined;
  /** Corrects what has one right answer, or shows how. */
  fix: "write" | "show" | undefined;
  /** Checks again after every change. */
  watch: boolean;
  /** Lists what this would change, and checks nothing. */
  syntax: keyof MarkdownSyntax | undefined;
}

export interface ServeOptions extends SiteOptions {
  port: number;
  host: string;
}

export interface ProveOptions {
  siteDir: string;
  /** Content files; none means all of them. */
  files: string[];
  /** Nothing is written, and a new result is a problem. */
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

export interface PublishOptions {
  destination: Destination;
  /** Makes the release before the live one live again. */
  back: boolean;
  build: BuildOptions;
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
  /** Asks also about what is known already. */
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

const FORMATS = ["text", "json"] as const;
export type Format = (typeof FORMATS)[number];
const DEFAULT_OUT = { build: "_site", check: ".cache/check", publish: "_site" };
/** Never what is published, and left out of version control as `_site` is. */
const DRAFTS_OUT = "_site.drafts";
const DEFAULT_PORT = "8080";
export const DEFAULT_HOST = "localhost";
const PREFIX = /^\/?([\w.~-]+\/)*[\w.~-]*$/;
const HOST = /^([\w.-]+|\[?[\da-f:.]*:[\da-f:.]*(%\w+)?\]?)$/i;

/** All of them throw a `UsageError` for what is wrong. */
export function readBuildOptions(
  command: "build" | "check",
  args: string[],
  environment: NodeJS.ProcessEnv,
): BuildOptions {
  return buildOptions(command, readCommandLine(command, args, environment).values, environment);
}

export function readPublishOptions(args: string[], environment: NodeJS.ProcessEnv): PublishOptions {
  const { values, positionals } = readCommandLine("publish", args, environment);
  const [text, extra] = positionals;
  const example = "npx wellformed publish user@example.org:/srv/example.org";
  if (text === undefined) throw new UsageError(`wellformed publish takes the folder to publish to: ${example}`);
  if (extra !== undefined) throw new UsageError(`wellformed publish takes one folder, and not ${extra} as well`);
  const destination = destinationOf(text, values.ssh ?? "ssh");
  return { destination, back: values.back ?? false, build: buildOptions("publish", values, environment) };
}

function buildOptions(
  command: "build" | "check" | "publish",
  values: CommandLine["values"],
  environment: NodeJS.ProcessEnv,
): BuildOptions {
  const drafts = values.drafts ?? false;
  const out = values.out ?? (drafts && command !== "check" ? DRAFTS_OUT : DEFAULT_OUT[command]);
  const site = siteOptions(values);
  const outDir = resolve(out);
  const folders = collections.map(({ folder }) => folder);
  checkOutputFolder(outDir, site.siteDir, folders);
  return {
    ...{ ...site, outDir, out, startedIn: process.cwd() },
    url: environment["SITE_URL"],
    isTrial: values.out !== undefined || values.at !== undefined || drafts,
    drafts,
    format: formatOf(values.format ?? "text"),
    external: values.external ?? false,
    inCi: isSet(environment["CI"]),
    profile: values.profile ?? false,
    compress: command === "check" ? false : values.compress,
    part: values.part === undefined ? undefined : partOf(values.part),
    accept: acceptOf(values),
    ...watchOrFix(values),
    syntax: values.syntax === undefined ? undefined : syntaxOf(values.syntax),
  };
}

function syntaxOf(name: string): keyof MarkdownSyntax {
  const names = namesOf(USUAL_SYNTAX);
  const known = names.find((one) => one === name);
  if (known) return known;
  const hint = didYouMean(name, names) ?? `there are ${inSentence(names, "en-GB")}`;
  throw new UsageError(`--syntax takes a setting of markdown, not "${name}" (${hint})`);
}

/** One thing at a time: who watches would not see what else was done. */
function watchOrFix(values: CommandLine["values"]): Pick<BuildOptions, "fix" | "watch"> {
  const { watch = false, fix = false, "dry-run": isDry = false } = values;
  const other = (["fix", "accept", "external"] as const).find((name) => values[name]);
  if (watch && other) throw new UsageError(`--watch looks only; run --${other} without it`);
  if (fix && values.accept) throw new UsageError("--fix and --accept are two steps: run --fix first");
  if (isDry && !fix) throw new UsageError("--dry-run shows what --fix would change; write --fix as well");
  return { watch, fix: fix ? (isDry ? "show" : "write") : undefined };
}

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
  return { siteDir: siteFolder(values.site), outDir: resolve(values.out ?? DEFAULT_OUT.build) };
}

export function readHostOptions(args: string[], environment: NodeJS.ProcessEnv): HostOptions {
  const { values, positionals } = readCommandLine("host", args, environment);
  const [name, dir, extra] = positionals;
  if (name === undefined || extra !== undefined) {
    throw new UsageError(
      "wellformed host takes the name of a host, such as wellformed host nginx, and perhaps a folder",
    );
  }
  return {
    siteDir: siteFolder(values.site),
    name: hostOfName(name),
    outDir: resolve(values.out ?? DEFAULT_OUT.build),
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

function acceptOf({ accept, only }: CommandLine["values"]): BuildOptions["accept"] {
  if (!accept) {
    if (only !== undefined) throw new UsageError("--only says what --accept takes; write --accept as well");
    return undefined;
  }
  return { only: only === undefined ? undefined : ruleOf(only) };
}

function ruleOf(name: string): Rule {
  const rules = namesOf(RULES).filter(isAcceptable);
  const rule = rules.find((one) => one === name);
  if (rule) return rule;
  if (isRule(name)) throw new UsageError(`--only: problems of ${name} can't be accepted; docs/rules.md says which can`);
  const hint = didYouMean(name, rules);
  throw new UsageError(`--only takes a rule such as picture-alt, not "${name}"${hint ? ` (${hint})` : ""}`);
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

/** The site's folder need not be there. */
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

/** `DIR` is made if it is not there. */
export function readExportOptions(args: string[], environment: NodeJS.ProcessEnv): ExportOptions {
  const { values, positionals } = readCommandLine("export", args, environment);
  const [dir = "export", extra] = positionals;
  if (extra !== undefined) throw new UsageError(`wellformed export takes one folder, and not ${extra} as well`);
  const { siteDir, at } = siteOptions(values);
  return { siteDir, at, outDir: resolve(dir), force: values.force ?? false };
}

function siteOptions(values: CommandLine["values"]): SiteOptions {
  return {
    siteDir: siteFolder(values.site),
    at: values.at ? instantOf(values.at) : Temporal.Now.instant(),
    pathPrefix: prefixOf(values["path-prefix"]),
    search: values.search ?? true,
  };
}

/** `--site`, absolute. Throws a `UsageError` where it is not there. */
export function siteFolder(site = "."): string {
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

function partOf(text: string): TextsPart {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (number >= 1 && number <= of) return { number, of };
  throw new UsageError(`--part takes a part such as 1/4, not "${text}"`);
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
  return { place: values.in ?? DEFAULT_OUT.build };
}

function limitOf(text: string): number {
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= 100) return limit;
  throw new UsageError(`--limit takes a number from 1 to 100, not "${text}"`);
}

function formatOf(text: string): Format {
  const format = FORMATS.find((one) => one === text);
  if (format) return format;
  throw new UsageError(`--format takes ${FORMATS.join(" or ")}, not "${text}"`);
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port < 65_536) return port;
  throw new UsageError(`--port takes a number such as 8080, not "${text}"`);
}

/** An IPv6 address without its brackets. */
function hostOf(text: string): string {
  if (HOST.test(text)) return text.replace(/^\[|\]$/g, "");
  throw new UsageError(`--host takes a name or an address such as 0.0.0.0, not "${text}"`);
}
