/** The options of commands that build a site: `build`, `check` and `publish`. */
import { join, relative, resolve, sep } from "node:path";
import { Temporal } from "temporal-polyfill";
import { type MarkdownSyntax, USUAL_SYNTAX } from "../../content/markdown-syntax.ts";
import { namesOf } from "../../content/names-of.ts";
import { inSentence } from "../../content/naming.ts";
import { isAcceptable } from "../../content/problems/baseline.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { isRule, RULES, type Rule } from "../../content/problems/rule.ts";
import { UsageError } from "../../content/problems/usage-error.ts";
import { checkOutputFolder } from "../../publish/output-folder.ts";
import { type Destination, destinationOf } from "../../publish/releases/destination.ts";
import type { TextsPart } from "../../reading/read-content.ts";
import { collections } from "../../site/collections.ts";
import { documentation } from "../engine.ts";
import { type CommandLine, readCommandLine } from "./command-line.ts";
import { type Format, formatOf, instantOf, isSet, prefixOf, siteFolder } from "./option-values.ts";

export interface SiteOptions {
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
  /** Built for another folder or another moment, and not to be published. */
  isTrial: boolean;
  format: Format;
  /** Checks links to other sites, which no build does. */
  external: boolean;
  /** The build runs in continuous integration. */
  inCi: boolean;
  /** Prints how long each stage took. */
  profile: boolean;
  /** Whether texts get compressed copies; undefined where the site's host decides. */
  compress: boolean | undefined;
  /** Renders only this part of the texts, and no site. */
  part: TextsPart | undefined;
  /** Includes drafts and scheduled entries, for a place that search engines are kept from. */
  drafts: boolean;
  /** Adds the current problems to the baseline: those of one rule, or all. */
  accept: { only: Rule | undefined } | undefined;
  /** Makes the corrections that have one right answer, or shows them. */
  fix: "write" | "show" | undefined;
  /** Checks again after every change. */
  watch: boolean;
  /** Lists what turning this syntax on would change, and checks nothing. */
  syntax: keyof MarkdownSyntax | undefined;
}

export interface PublishOptions {
  destination: Destination;
  /** Makes the release before the live one live again. */
  back: boolean;
  build: BuildOptions;
}

export const DEFAULT_OUT = { build: "_site", check: ".cache/check", publish: "_site" };
/** Never published; ignored by version control, as `_site` is. */
const DRAFTS_OUT = "_site.drafts";

/** These readers throw a `UsageError` for invalid options. */
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
  const build = buildOptions("publish", values, environment);
  if (destination.host === undefined && `${destination.folder}${sep}`.startsWith(`${build.outDir}${sep}`))
    throw new UsageError(`${text} is in ${build.out}, which each build replaces: name a folder elsewhere`);
  return { destination, back: values.back ?? false, build };
}

function buildOptions(
  command: "build" | "check" | "publish",
  values: CommandLine["values"],
  environment: NodeJS.ProcessEnv,
): BuildOptions {
  const drafts = values.drafts ?? false;
  const site = siteOptions(values);
  const usual = drafts && command !== "check" ? DRAFTS_OUT : DEFAULT_OUT[command];
  const outDir = outFolder(values, site, usual);
  const out = values.out ?? relative(process.cwd(), outDir);
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

/** As it was given, or the usual one of the site, from wherever the command is run. */
export function outFolder(
  values: CommandLine["values"],
  { siteDir }: Pick<SiteOptions, "siteDir">,
  usual: string = DEFAULT_OUT.build,
): string {
  return values.out === undefined ? join(siteDir, usual) : resolve(values.out);
}

function syntaxOf(name: string): keyof MarkdownSyntax {
  const names = namesOf(USUAL_SYNTAX);
  const known = names.find((one) => one === name);
  if (known) return known;
  const hint = didYouMean(name, names) ?? `there are ${inSentence(names, "en-GB")}`;
  throw new UsageError(`--syntax takes a setting of markdown, not "${name}" (${hint})`);
}

/** One thing at a time: whoever watches would not see the result of the other. */
function watchOrFix(values: CommandLine["values"]): Pick<BuildOptions, "fix" | "watch"> {
  const { watch = false, fix = false, "dry-run": isDry = false } = values;
  const other = (["fix", "accept", "external"] as const).find((name) => values[name]);
  if (watch && other) throw new UsageError(`--watch looks only; run --${other} without it`);
  if (fix && values.accept) throw new UsageError("--fix and --accept are two steps: run --fix first");
  if (isDry && !fix) throw new UsageError("--dry-run shows what --fix would change; write --fix as well");
  return { watch, fix: fix ? (isDry ? "show" : "write") : undefined };
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
  if (isRule(name)) {
    const which = `${documentation("rules.md")} says which can`;
    throw new UsageError(`--only: problems of ${name} can't be accepted; ${which}`);
  }
  const hint = didYouMean(name, rules);
  throw new UsageError(`--only takes a rule such as picture-alt, not "${name}"${hint ? ` (${hint})` : ""}`);
}

function partOf(text: string): TextsPart {
  const [, number = 0, of = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(text) ?? []).map(Number);
  if (number >= 1 && number <= of) return { number, of };
  throw new UsageError(`--part takes a part such as 1/4, not "${text}"`);
}

export function siteOptions(values: CommandLine["values"]): SiteOptions {
  return {
    siteDir: siteFolder(values.site),
    at: values.at ? instantOf(values.at) : Temporal.Now.instant(),
    pathPrefix: prefixOf(values["path-prefix"]),
    search: values.search ?? true,
  };
}
