/** A site as a clone of the engine's repository had it, before sites had folders of their own. */

/** The files of a site, which are copied as they are. */
export const SITE_FOLDERS = ["_data", "pages", "posts", "projects", "public", "theme"] as const;

/** Files of the engine, of npm and of builds. */
const ENGINES = new Set([
  ".cache",
  ".ci",
  ".git",
  ".gitignore",
  ".DS_Store",
  ".vscode",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "biome.json",
  "coverage",
  "dist",
  "docs",
  "eleventy.config.ts",
  "examples",
  "findings",
  "node_modules",
  "package-lock.json",
  "package.json",
  "src",
  "tests",
  "tsconfig.json",
  "tsconfig.package.json",
  "tsconfig.types.json",
  "vitest.config.ts",
]);

/** What its owner has to look after, by the names at the clone's top. */
export function leftInClone(names: readonly string[]): string[] {
  const own = names.filter((name) => !ENGINES.has(name) && !/^_site(\.|$)/.test(name));
  const left = own.filter((name) => !SITE_FOLDERS.some((folder) => folder === name)).sort();
  return [
    ...left.map(
      (name) => `${name} is not the engine's, and was not copied (public/ is for files that are published as they are)`,
    ),
    "changes to the engine in src/ are not carried over: settings and theme/ take the place of many",
  ];
}
