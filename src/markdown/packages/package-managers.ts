/**
 * What pnpm, Yarn and Bun call npm's commands and their options. Checked against pnpm 12, Yarn 4 and the documentation of Bun 1: pnpm.io/cli,
 * yarnpkg.com/cli, bun.sh/docs/cli. `npm-to-yarn` is not used: it has Yarn 1 and Yarn 4 in one answer (`yarn global add`, `yarn
 * dlx`), drops the version of `npm create vite@latest`, and does not know `npm ci`.
 */

export const PACKAGE_MANAGERS = ["npm", "pnpm", "yarn", "bun"] as const;
export type PackageManager = (typeof PACKAGE_MANAGERS)[number];
export type OtherManager = Exclude<PackageManager, "npm">;

/** What another tool calls something: empty for what it does anyway, undefined for what it can't do. */
type Names = Readonly<Partial<Record<OtherManager, string>>>;

export interface PackageCommand {
  /** With `…` at the end where arguments can follow. */
  readonly to: Names;
  readonly options?: Readonly<Record<string, Names>>;
  /** Options with a value, which all four call the same. */
  readonly values?: readonly string[];
  /** Which arguments are those of the program that is run: all behind its name, or those behind `--`. */
  readonly forProgram?: "all" | "behind --";
  /** In a workspace (`-w name`), with `@` for its name. */
  readonly inWorkspace?: Names;
}

const same = (text: string): Names => ({ pnpm: text, yarn: text, bun: text });
const needless = same("");

const OF_INSTALLING = {
  ...{ "--ignore-scripts": { pnpm: "--ignore-scripts", yarn: "--mode=skip-build", bun: "--ignore-scripts" } },
  // The others don't stop at peers that don't fit, and neither audit nor ask for money.
  ...{ "--legacy-peer-deps": needless, "--no-audit": needless, "--no-fund": needless },
};
const PRODUCTION = { pnpm: "--prod", bun: "--production" };
const INSTALL: PackageCommand = {
  to: { pnpm: "pnpm install…", yarn: "yarn install…", bun: "bun install…" },
  options: {
    ...OF_INSTALLING,
    ...{ "--omit=dev": PRODUCTION, "--production": PRODUCTION, "--prod": PRODUCTION },
    "--package-lock-only": { pnpm: "--lockfile-only", yarn: "--mode=update-lockfile", bun: "--lockfile-only" },
  },
};
const CLEAN_INSTALL: PackageCommand = {
  to: {
    pnpm: "pnpm install --frozen-lockfile…",
    yarn: "yarn install --immutable…",
    bun: "bun install --frozen-lockfile…",
  },
  options: { ...OF_INSTALLING, "--omit=dev": PRODUCTION, "--production": PRODUCTION },
};
const GLOBAL = { pnpm: "--global", bun: "--global" };
const ADD: PackageCommand = {
  to: { pnpm: "pnpm add…", yarn: "yarn add…", bun: "bun add…" },
  options: {
    ...OF_INSTALLING,
    ...both(["-D", "--save-dev"], { pnpm: "-D", yarn: "-D", bun: "-d" }),
    ...both(["-E", "--save-exact"], { pnpm: "-E", yarn: "-E", bun: "-E" }),
    ...both(["-O", "--save-optional"], { pnpm: "-O", yarn: "-O", bun: "--optional" }),
    ...both(["-S", "--save", "-P", "--save-prod"], needless),
    ...both(["-g", "--global"], GLOBAL),
    "--save-peer": { pnpm: "--save-peer", yarn: "-P", bun: "--peer" },
    "--no-save": { bun: "--no-save" },
  },
  inWorkspace: { pnpm: "pnpm --filter @ add…", yarn: "yarn workspace @ add…" },
};
const REMOVE: PackageCommand = {
  to: { pnpm: "pnpm remove…", yarn: "yarn remove…", bun: "bun remove…" },
  options: {
    ...both(["-D", "--save-dev", "-S", "--save", "-O", "--save-optional", "-P", "--save-prod"], needless),
    ...both(["-g", "--global"], GLOBAL),
  },
  inWorkspace: { pnpm: "pnpm --filter @ remove…", yarn: "yarn workspace @ remove…" },
};
const RUN: PackageCommand = {
  to: { pnpm: "pnpm run…", yarn: "yarn run…", bun: "bun run…" },
  options: {
    "--if-present": { pnpm: "--if-present", bun: "--if-present" },
    ...both(["-s", "--silent"], { pnpm: "--silent", bun: "--silent" }),
  },
  forProgram: "behind --",
  inWorkspace: { pnpm: "pnpm --filter @ run…", yarn: "yarn workspace @ run…", bun: "bun run --filter @…" },
};
const UPDATE: PackageCommand = {
  to: { pnpm: "pnpm update…", yarn: "yarn up -R…", bun: "bun update…" },
  options: both(["-g", "--global"], GLOBAL),
};
/** Yarn needs to be told what to update. */
const UPDATE_ALL: PackageCommand = { ...UPDATE, to: { ...UPDATE.to, yarn: "yarn up -R '*'" } };
const INIT: PackageCommand = {
  to: { pnpm: "pnpm init", yarn: "yarn init", bun: "bun init" },
  options: both(["-y", "--yes"], { pnpm: "", yarn: "", bun: "-y" }),
};
const CREATE: PackageCommand = {
  to: { pnpm: "pnpm create…", yarn: "yarn create…", bun: "bun create…" },
  forProgram: "behind --",
};
const VIEW: PackageCommand = { to: { pnpm: "pnpm view…", bun: "bun info…" } };
const WHY: PackageCommand = { to: { pnpm: "pnpm why…", yarn: "yarn why…", bun: "bun why…" } };
const LIST: PackageCommand = { to: { pnpm: "pnpm list", bun: "bun pm ls" } };
const EXEC: PackageCommand = { to: { pnpm: "pnpm exec…", yarn: "yarn run…", bun: "bunx…" }, forProgram: "behind --" };
const NPX: PackageCommand = {
  to: { pnpm: "pnpm dlx…", yarn: "yarn dlx…", bun: "bunx…" },
  options: both(["-y", "--yes"], needless),
  forProgram: "all",
};

/** By the command's names; those whose meaning depends on arguments are distinguished below. */
const COMMANDS: Readonly<Record<string, PackageCommand>> = {
  ...both(["ci", "clean-install", "ic"], CLEAN_INSTALL),
  ...both(["uninstall", "un", "r", "rm", "remove", "unlink"], REMOVE),
  ...both(["run", "run-script", "rum"], RUN),
  ...both(["exec", "x"], EXEC),
  ...both(["explain", "why"], WHY),
  ...both(["view", "info", "show", "v"], VIEW),
  ...both(["list", "ls"], LIST),
  outdated: { to: { pnpm: "pnpm outdated…", bun: "bun outdated…" } },
  audit: { to: { pnpm: "pnpm audit", yarn: "yarn npm audit", bun: "bun audit" } },
  publish: {
    to: { pnpm: "pnpm publish…", yarn: "yarn npm publish…", bun: "bun publish…" },
    options: { "--dry-run": { pnpm: "--dry-run", bun: "--dry-run" } },
    values: ["--access", "--tag"],
  },
  pack: { to: { pnpm: "pnpm pack", yarn: "yarn pack", bun: "bun pm pack" } },
  dedupe: { to: { pnpm: "pnpm dedupe", yarn: "yarn dedupe" } },
  rebuild: { to: { pnpm: "pnpm rebuild…", yarn: "yarn rebuild…" } },
  whoami: { to: { pnpm: "pnpm whoami", yarn: "yarn npm whoami", bun: "bun pm whoami" } },
  ...both(["login", "adduser"], { to: { pnpm: "pnpm login", yarn: "yarn npm login" } }),
};

/** The scripts that npm runs by a short form. */
const SCRIPTS: Readonly<Record<string, string>> = {
  ...{ test: "test", t: "test", tst: "test", start: "start", stop: "stop", restart: "restart" },
};

const INSTALLING = new Set(["install", "i", "in", "ins", "add"]);
const UPDATING = new Set(["update", "up", "upgrade", "udpate"]);
const CREATING = new Set(["create", "init", "innit"]);

/** Commands that are known with these arguments only. */
const WHOLE: Readonly<Record<string, Names>> = {
  "audit fix": { pnpm: "pnpm audit --fix" },
  "cache clean --force": { pnpm: "pnpm store prune", yarn: "yarn cache clean", bun: "bun pm cache rm" },
};

/** A command that is known, with its arguments. */
export interface KnownCommand {
  command: PackageCommand;
  args: readonly string[];
}

/** What an npm or npx command is; undefined for one that is not known. */
export function knownCommand([tool, ...args]: readonly string[]): KnownCommand | undefined {
  return tool === "npx" ? npxCommand(args) : npmCommand(args);
}

function npmCommand([name = "", ...args]: readonly string[]): KnownCommand | undefined {
  const isBare = args.every((arg) => arg.startsWith("-"));
  const script = Object.hasOwn(SCRIPTS, name) ? SCRIPTS[name] : undefined;
  if (script) return { command: scriptCommand(script), args };
  if (INSTALLING.has(name)) return { command: isBare ? INSTALL : ADD, args };
  if (UPDATING.has(name)) return { command: isBare ? UPDATE_ALL : UPDATE, args };
  if (CREATING.has(name)) return { command: isBare ? INIT : CREATE, args };
  const whole = [name, ...args].join(" ");
  if (Object.hasOwn(WHOLE, whole)) return { command: { to: WHOLE[whole] ?? {} }, args: [] };
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  return command && { command, args };
}

/** Yarn and pnpm have the short form, too; `bun test` is a test runner of its own. */
function scriptCommand(script: string): PackageCommand {
  return {
    ...RUN,
    to: { pnpm: `pnpm ${script}…`, yarn: `yarn ${script}…`, bun: `bun run ${script}…` },
    inWorkspace: {
      ...{ pnpm: `pnpm --filter @ ${script}…`, yarn: `yarn workspace @ ${script}…` },
      bun: `bun run --filter @ ${script}…`,
    },
  };
}

/** `npx -p typescript tsc` takes the program from another package, and `npx --no tsc` from this project alone. */
function npxCommand(written: readonly string[]): KnownCommand | undefined {
  const args = withoutYes(written);
  const [option, ...rest] = args;
  if (option === undefined) return undefined;
  if (option === "--no" || option === "--no-install") return { command: EXEC, args: ["--", ...rest] };
  const [, joined] = /^(?:-p|--package)(?:=(.+))?$/.exec(option) ?? [];
  if (!/^(?:-p|--package)(?:=|$)/.test(option)) return { command: NPX, args };
  const [source, ...program] = joined === undefined ? rest : [joined, ...rest];
  if (!source || !program[0] || program[0].startsWith("-")) return undefined;
  const to = { pnpm: `pnpm --package=${source} dlx…`, yarn: `yarn dlx -p ${source}…`, bun: `bunx -p ${source}…` };
  return { command: { to, forProgram: "all" }, args: program };
}

function withoutYes([first, ...rest]: readonly string[]): readonly string[] {
  if (first === "-y" || first === "--yes") return withoutYes(rest);
  return first === undefined ? [] : [first, ...rest];
}

function both<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}
