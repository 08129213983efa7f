/**
 * The commands of `wellformed` and their options. The command line, help and `docs/commands.md` follow from this
 * table. To add a command, add a row and a file that exports its program. It is long because it is a table: the rows
 * are in one file so that options with one meaning get one name.
 */

import { namesOf } from "../../content/names-of.ts";

/** What a command runs. It throws if it fails: a `UsageError` or a `ContentError` where the user can fix the cause. */
export type Program = (args: string[]) => Promise<void>;

interface CommandRow {
  /** What follows its name in help. */
  takes: string;
  does: string;
  /** Printed after the error if it fails. */
  onFailure?: string;
  /** Loads its modules: no command waits for those of another. */
  load: () => Promise<Program>;
}

export const COMMANDS = {
  init: {
    takes: "DIR",
    does: "Makes a new site in an empty folder, with a first post, and installs the engine for it.",
    load: async (): Promise<Program> => (await import("../init.ts")).init,
  },
  new: {
    takes: "KIND TITLE",
    does: "Makes a draft of a post, a project or a page, with every key that it may have.",
    load: async (): Promise<Program> => (await import("../new.ts")).makeNew,
  },
  start: {
    takes: "",
    does: "Serves the site with its drafts, and shows every change in the browser. Ctrl-C ends it.",
    load: async (): Promise<Program> => (await import("../start.ts")).start,
  },
  build: {
    takes: "",
    does: "Writes the whole site, or says what is wrong and leaves what was there.",
    onFailure: "Nothing was published; the output folder is unchanged.",
    load: async (): Promise<Program> => (await import("../build.ts")).build,
  },
  check: {
    takes: "",
    does: "Says everything that a build would refuse, and publishes nothing.",
    load: async (): Promise<Program> => (await import("../check.ts")).check,
  },
  publish: {
    takes: "DIR|USER@HOST:DIR",
    does: "Builds the site and makes it live in a folder, here or over SSH, by one rename.",
    load: async (): Promise<Program> => (await import("../publish.ts")).publish,
  },
  published: {
    takes: "",
    does: "Notes what the last build has as published: run it when that build is online.",
    load: async (): Promise<Program> => (await import("../published.ts")).published,
  },
  host: {
    takes: "NAME [DIR]",
    does: "Writes the files by which a host serves a built site, and says what it can't do.",
    load: async (): Promise<Program> => (await import("../host.ts")).host,
  },
  workflow: {
    takes: "KIND [USER@HOST:DIR]",
    does: "Writes the files by which github, gitlab, forgejo or systemd publish the site.",
    load: async (): Promise<Program> => (await import("../workflow.ts")).workflow,
  },
  issue: {
    takes: "TITLE FILE",
    does: "Opens an issue with a file's text, for a workflow that found something.",
    load: async (): Promise<Program> => (await import("../issue.ts")).issue,
  },
  search: {
    takes: "TEXT",
    does: "Searches a built site, in its folder or where it is published.",
    load: async (): Promise<Program> => (await import("../search.ts")).search,
  },
  mcp: {
    takes: "",
    does: "Lets programs search a built site and read its pages, by the Model Context Protocol.",
    load: async (): Promise<Program> => (await import("../mcp.ts")).mcp,
  },
  prove: {
    takes: "[FILE …]",
    does: "Runs the samples of pages, by default all, and writes down what came out.",
    onFailure: "No transcript was written for what is named here.",
    load: async (): Promise<Program> => (await import("../prove.ts")).prove,
  },
  rerun: {
    takes: "ADDRESS",
    does: "Runs the samples of somebody's page on your PostgreSQL, and says what differs.",
    load: async (): Promise<Program> => (await import("../rerun.ts")).rerun,
  },
  stats: {
    takes: "",
    does: "Counts texts, words and links, and names samples that were checked longest ago.",
    load: async (): Promise<Program> => (await import("../stats.ts")).stats,
  },
  embeds: {
    takes: "",
    does: "Fetches titles and stills of the films, pens, gists and posts that pages embed.",
    onFailure: "What is named here could not be fetched; the rest is written down.",
    load: async (): Promise<Program> => (await import("../embeds.ts")).embeds,
  },
  reactions: {
    takes: "",
    does: "Fetches webmentions of posts, and how often their copies elsewhere were liked.",
    onFailure: "What is named here could not be fetched; the rest is written down.",
    load: async (): Promise<Program> => (await import("../reactions.ts")).reactions,
  },
  import: {
    takes: "KIND PATH",
    does: "Makes a site of another engine's blog or export file, and a report. KIND may be auto.",
    load: async (): Promise<Program> => (await import("../import.ts")).importSite,
  },
  export: {
    takes: "[DIR]",
    does: "Writes the site as plain Markdown, whole feeds and a file for WordPress.",
    load: async (): Promise<Program> => (await import("../export.ts")).exportAll,
  },
  upgrade: {
    takes: "",
    does: "Takes a newer engine, changes files as it needs, and says what is left to you.",
    load: async (): Promise<Program> => (await import("../upgrade.ts")).upgrade,
  },
} as const satisfies Record<string, CommandRow>;

export type CommandName = keyof typeof COMMANDS;

interface OptionRow {
  type: "string" | "boolean";
  short?: string;
  /** What follows it in help. */
  takes?: string;
  /** Its flag in help, if that is not `--` and its name. */
  flag?: string;
  says: string;
  of: readonly CommandName[];
}

const BUILDS = ["build", "check", "publish"] as const;
const SITE_OPTIONS = [...BUILDS, "start"] as const;
const EVERY_COMMAND = commandNames();
const COMMANDS_OF_A_SITE = EVERY_COMMAND.filter((name) => !["init", "issue", "rerun"].includes(name));

export const OPTIONS = {
  site: { type: "string", takes: "DIR", says: "the site's folder (default: this one)", of: COMMANDS_OF_A_SITE },
  out: {
    type: "string",
    takes: "DIR",
    says: "the folder of the build (default: _site; .cache/check to check)",
    of: ["build", "check", "published", "host"],
  },
  port: {
    type: "string",
    takes: "N",
    says: "where it is served (default: 8080; 0 takes any that is free)",
    of: ["start"],
  },
  host: {
    type: "string",
    takes: "HOST",
    says: "who can see it: 0.0.0.0 for the network (default: localhost)",
    of: ["start"],
  },
  at: {
    type: "string",
    takes: "INSTANT",
    says: "the moment to build for, 2026-12-24T08:00:00Z (default: now)",
    of: ["build", "check", "start", "export"],
  },
  "path-prefix": {
    type: "string",
    takes: "PATH",
    says: "the site is in a subfolder, such as /blog/",
    of: SITE_OPTIONS,
  },
  search: { type: "boolean", flag: "--no-search", says: "without the search index", of: SITE_OPTIONS },
  compress: {
    type: "boolean",
    says: "compressed copies beside texts (default: where the site's host sends them)",
    of: ["build", "publish"],
  },
  drafts: {
    type: "boolean",
    says: "with drafts and what is dated later, and kept from search engines: a preview",
    of: BUILDS,
  },
  part: {
    type: "string",
    takes: "N/M",
    says: "makes one of M parts of the texts for a later build, and nothing else",
    of: ["build"],
  },
  profile: { type: "boolean", says: "says afterwards where the time went", of: ["build"] },
  format: {
    type: "string",
    takes: "FORMAT",
    says: "what is printed, as text or json (default: text)",
    of: ["search", "build", "check", "stats", "import"],
  },
  in: {
    type: "string",
    takes: "PLACE",
    says: "the built site's folder or address (default: _site)",
    of: ["search", "mcp"],
  },
  limit: { type: "string", takes: "N", says: "how many pages are shown, from 1 to 100 (default: 10)", of: ["search"] },
  literal: { type: "boolean", says: "these words and no others, none corrected or left out", of: ["search"] },
  feed: {
    type: "string",
    takes: "FILE",
    says: "the old site's feed, whose entries keep their ids",
    of: ["import"],
  },
  comments: {
    type: "string",
    takes: "PATH",
    says: "comments kept elsewhere: Disqus' export, or a folder of YAML or JSON",
    of: ["import"],
  },
  rules: {
    type: "string",
    takes: "FILE",
    says: "what the old site's own tags mean (default: import-rules.ts of the site)",
    of: ["import"],
  },
  fetch: { type: "boolean", says: "brings pictures from the hosts where they are", of: ["import"] },
  force: { type: "boolean", says: "replaces existing files", of: ["import", "export", "host", "workflow"] },
  again: { type: "boolean", says: "asks also about what is known already", of: ["embeds"] },
  external: { type: "boolean", says: "asks other sites whether what is linked to is there", of: ["check"] },
  accept: {
    type: "boolean",
    says: "takes in the problems that there are: they no longer stop a build",
    of: ["check"],
  },
  only: { type: "string", takes: "RULE", says: "with --accept: those of one rule", of: ["check"] },
  syntax: {
    type: "string",
    takes: "NAME",
    says: "lists what a setting of markdown, such as dashes, would change if turned on",
    of: ["check"],
  },
  watch: { type: "boolean", says: "keeps running, and checks again after every change", of: ["check"] },
  fix: { type: "boolean", says: "first corrects in content files what has one right answer", of: ["check"] },
  check: { type: "boolean", says: "writes nothing; a result that differs is an error", of: ["prove"] },
  on: { type: "string", takes: "VERSION", says: 'runs that version alone: 17, "Node 26"', of: ["prove", "rerun"] },
  server: {
    type: "string",
    takes: "URL",
    says: "your own, as its superuser (default: as PGHOST says, or one that is started for it)",
    of: ["rerun"],
  },
  programs: { type: "boolean", says: "runs programs, too, as you: only what you have read", of: ["rerun"] },
  superuser: { type: "boolean", says: "runs the SQL as a superuser: only what you have read", of: ["rerun"] },
  issue: { type: "string", takes: "FILE", says: "where the text of an issue about it is written", of: ["rerun"] },
  title: { type: "string", takes: "TEXT", says: "the site's title; without it you are asked", of: ["init"] },
  author: { type: "string", takes: "NAME", says: "who writes there", of: ["init"] },
  url: { type: "string", takes: "ADDRESS", says: "where it will be published, such as example.org", of: ["init"] },
  language: { type: "string", takes: "TAG", says: "its language, such as en or pt-BR", of: ["init"] },
  accent: { type: "string", takes: "COLOUR", says: "the colour of its links, such as #98321a", of: ["init"] },
  yes: { type: "boolean", short: "y", says: "asks nothing: the rest is as usual", of: ["init", "rerun"] },
  install: { type: "boolean", flag: "--no-install", says: "leaves npm install to you", of: ["init", "upgrade"] },
  engine: {
    type: "string",
    takes: "SPEC",
    says: "the engine's version, address or packed file (default: as this one)",
    of: ["init"],
  },
  edit: { type: "boolean", says: "opens the file in the editor that EDITOR names", of: ["new"] },
  to: { type: "string", takes: "SPEC", says: "a version or a packed file (default: the newest)", of: ["upgrade"] },
  from: {
    type: "string",
    takes: "VERSION",
    says: "changes files only, which are as this version has them",
    of: ["upgrade"],
  },
  "from-clone": {
    type: "string",
    takes: "DIR",
    says: "makes a site in the folder --site from a clone of the engine",
    of: ["upgrade"],
  },
  "dry-run": {
    type: "boolean",
    says: "says what it would do, and does nothing",
    of: ["check", "upgrade", "rerun"],
  },
  back: {
    type: "boolean",
    says: "makes the release before the live one live again, and builds nothing",
    of: ["publish"],
  },
  ssh: {
    type: "string",
    takes: "COMMAND",
    says: 'how the host is reached, such as "ssh -p 2222" (default: ssh)',
    of: ["publish"],
  },
  help: { type: "boolean", short: "h", says: "prints this", of: EVERY_COMMAND },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof OPTIONS;

export function optionsOf(command: CommandName): OptionName[] {
  return namesOf(OPTIONS).filter((name) => rowOf(name).of.includes(command));
}

export function commandsWith(name: OptionName): CommandName[] {
  return [...rowOf(name).of];
}

/** As it is written on the command line: `--no-search`. */
export function flagOf(name: OptionName): string {
  return rowOf(name).flag ?? `--${name}`;
}

/** The name of its value in help; undefined for an option that takes none. */
export function valueNameOf(name: OptionName): string | undefined {
  return rowOf(name).takes;
}

export function optionNamed(name: string): OptionName | undefined {
  return namesOf(OPTIONS).find((one) => one === name);
}

export function commandNamed(name: string): CommandName | undefined {
  return commandNames().find((one) => one === name);
}

export function commandNames(): CommandName[] {
  return namesOf(COMMANDS);
}

export function rowOf(name: OptionName): OptionRow {
  return OPTIONS[name];
}
