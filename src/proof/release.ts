/**
 * Releases of PostgreSQL and Node that do not come with the engine. They are npm packages, pinned by the lockfile in
 * `releases/`; one is installed in the site's `.cache` when it is first needed, so that no clone has to carry them all.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../content/problems/usage-error.ts";
import { labelOf, SYSTEMS, type System, type Version } from "../content/samples/version.ts";

/** As the packages call it. */
export const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
const LOCKFILE = fileURLToPath(new URL("releases/package-lock.json", import.meta.url));

interface Lockfile {
  packages: Record<string, LockedPackage> & { "": { optionalDependencies: Record<string, string> } };
}

interface LockedPackage {
  name: string;
  version: string;
  hasInstallScript?: boolean;
}

/** The folder of the release's package. Throws a `UsageError` where there is none for this machine. */
export async function releaseFolder(version: Version, siteDir: string): Promise<string> {
  const key = `${version.system.toLowerCase()}-${version.major}-${PLATFORM}`;
  const lockfile: Lockfile = JSON.parse(readFileSync(LOCKFILE, "utf8"));
  const path = `node_modules/${key}`;
  const locked = lockfile.packages[path];
  const spec = lockfile.packages[""].optionalDependencies[key];
  if (!locked || !spec) throw new UsageError(`${labelOf(version)} is not to be had here: ${availableText(lockfile)}`);
  const folder = join(siteDir, ".cache/releases", `${key}-${locked.version}`);
  if (!existsSync(folder)) await installOnce(folder, key, spec, locked);
  return join(folder, path);
}

/** What is being installed, by its folder. */
const installing = new Map<string, Promise<void>>();

/** Several servers with one release of Node are started at once, and all ask for it. */
function installOnce(folder: string, ...what: [key: string, spec: string, locked: LockedPackage]): Promise<void> {
  const known = installing.get(folder);
  if (known) return known;
  const begun = install(folder, ...what).finally(() => installing.delete(folder));
  installing.set(folder, begun);
  return begun;
}

/** In a folder of another name, which gets its own when all is there. */
async function install(folder: string, key: string, spec: string, locked: LockedPackage): Promise<void> {
  const making = `${folder}.${process.pid}`;
  const root = { name: "release", private: true, dependencies: { [key]: spec }, allowScripts: { [locked.name]: true } };
  const packages = { "": root, [`node_modules/${key}`]: { ...locked, optional: undefined } };
  console.log(`Installing ${locked.name} ${locked.version} …`);
  await mkdir(making, { recursive: true });
  try {
    await writeFile(join(making, "package.json"), JSON.stringify(root));
    await writeFile(
      join(making, "package-lock.json"),
      JSON.stringify({ name: "release", lockfileVersion: 3, packages }),
    );
    const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];
    // Of the package that runs this command, npm would take settings that are about that.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)/.test(name)),
    );
    execFileSync("npm", args, {
      cwd: making,
      env,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    });
    await rename(making, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

function availableText({ packages }: Lockfile): string {
  const names = Object.keys(packages).filter((path) => path.endsWith(`-${PLATFORM}`));
  const majorsOf = (system: System) =>
    names.flatMap((path) => new RegExp(`/${system.toLowerCase()}-(\\d+)-`).exec(path)?.[1] ?? []);
  const known = SYSTEMS.filter((system) => majorsOf(system).length > 0);
  if (known.length === 0) return `npm has none for ${PLATFORM}; PROVE_DATABASE_URL can name a server of your own`;
  return `there are ${known.map((system) => `${system} ${majorsOf(system).join(", ")}`).join(" and ")}`;
}
