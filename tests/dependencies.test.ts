/** Dependencies: none runs install scripts unasked, and no licence asks for more than attribution. */
import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
  license?: string;
}

const manifest = readJson("package.json");
const lockfile = readJson("package-lock.json") as { packages: Record<string, Locked> };
const locked = Object.entries(lockfile.packages).filter(([path]) => path !== "");
const nameOf = (path: string) => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "Python-2.0",
  "Unlicense",
];
/** Each is used as it is, by the build or the tests, and nothing of it is published with a site. */
const COPYLEFT: [name: RegExp, licence: string][] = [
  [/^@img\/sharp-/, "LGPL-3.0-or-later"],
  [/^elkjs$/, "EPL-2.0"],
  [/^lightningcss/, "MPL-2.0"],
  [/^@citeproc-rs\/wasm$/, "MPL-2.0"],
  [/^axe-core$/, "MPL-2.0"],
  [/^commonmark-spec$/, "CC-BY-SA-4.0"],
];

describe("the lockfile", () => {
  it("has a digest of every package", () => {
    expect(locked.filter(([, { integrity, link }]) => !integrity && !link).map(([path]) => path)).toEqual([]);
  });

  it("has the binaries of every platform, without which npm ci refuses it", () => {
    const missing = locked.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !placesOf(name, path).some((place) => lockfile.packages[place]))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry, so that npm asks the one that is set", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  it("names each direct dependency exactly", () => {
    const { dependencies, devDependencies } = manifest as Record<string, Record<string, string>>;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lockfile.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it("lets no install script run but those that package.json lists", () => {
    const allowed = Object.keys((manifest["allowScripts"] ?? {}) as Record<string, boolean>);
    const scripted = locked
      .filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
      .map(([path]) => nameOf(path));
    expect(scripted.filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

describe("the licence", () => {
  it.each(["dependencies", "devDependencies"])(
    "of each of our %s is named in the architecture, with a reason for it",
    (kind) => {
      const document = readFileSync("docs/architecture.md", "utf8");
      const names = Object.keys(manifest[kind] as Record<string, string>);
      expect(names.filter((name) => !document.includes(`\`${name}\``) && !/^@(fontsource|types)/.test(name))).toEqual(
        [],
      );
    },
  );

  it("of every package that is installed is one that asks no more than to be named", () => {
    const licences = globSync(["node_modules/*/package.json", "node_modules/@*/*/package.json"]).map((file) => {
      const { name, license } = readJson(file) as { name: string; license?: string | { type: string } };
      return { name, licence: typeof license === "object" ? license.type : (license ?? "") };
    });
    expect(licences.length).toBeGreaterThan(100);
    const others = licences.filter(({ name, licence }) => !isFree(name, licence));
    expect(others).toEqual([]);
  });
});

/** `A OR B` is a choice, `A AND B` is both. */
function isFree(name: string, licence: string): boolean {
  const allowed = [...PERMISSIVE, ...COPYLEFT.filter(([pattern]) => pattern.test(name)).map(([, known]) => known)];
  const choices = licence.replace(/[()]/g, "").split(" OR ");
  return choices.some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}

/** The folders in which Node looks for a package that another one asks for, nearest first. */
function placesOf(name: string, from: string): string[] {
  const nested = [...from.matchAll(/\/node_modules\/|$/g)].map(({ index }) => from.slice(0, index));
  return ["", ...nested].reverse().map((folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}`);
}

function readJson(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

describe("the scripts", () => {
  /** A shell remembers where it found `node`, and the set-up brings a newer one. */
  const scripts = Object.entries(manifest["scripts"] as Record<string, string>);

  it.each(scripts)("use the Node that the set-up has installed: %s", (_, script) => {
    const commands = script.split("&&").map((command) => command.trim());
    const [first, ...others] = commands.filter((command) => /^node\b|set-up/.test(command));
    expect(others.filter((command) => command !== commands.at(-1))).toEqual([]);
    if (others.length > 0) expect(first).toMatch(/^npm run -s set-up\b/);
  });
});
