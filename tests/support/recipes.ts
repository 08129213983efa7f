/** The recipes of CONTRIBUTING.md, followed to the letter in a copy of the engine. */
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

interface Block {
  /** `ts`, `tsx`, or `diff` for lines to add to a file that is there. */
  language: string;
  file: string;
  code: string;
}

/** What a copy of the engine consists of; its packages are the project's own. */
const ENGINE = ["src", "eleventy.config.ts", "package.json", "tsconfig.json"];

/** A copy of the engine in a new folder, in which the recipe under this heading was followed. */
export function followRecipe(heading: string, folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const part of ENGINE) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const { language, file, code } of blocksOf(heading)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, language === "diff" ? patched(readFileSync(path, "utf8"), code) : code);
  }
}

/** What the compiler says of a copy; nothing where it is content. */
export function compile(folder: string): Promise<string> {
  const config = JSON.parse(readFileSync(join(folder, "tsconfig.json"), "utf8")) as object;
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...config, include: ["src", "eleventy.config.ts"] }));
  return new Promise((done) => {
    execFile(resolve("node_modules/.bin/tsc"), ["--noEmit"], { cwd: folder }, (_error, stdout) => done(stdout));
  });
}

function blocksOf(heading: string): Block[] {
  const [, recipe] = readFileSync("CONTRIBUTING.md", "utf8").split(`\n### ${heading}\n`);
  if (recipe === undefined) throw new Error(`CONTRIBUTING.md has no recipe "${heading}"`);
  const [text = ""] = recipe.split(/^##/m);
  return [...text.matchAll(/^```(\w+) title="([^"]+)"\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", file = "", code = ""]) => ({ language, file, code }),
  );
}

/** Lines with a `+` go below the lines above them, which must be there once; those above all others, below the imports. */
function patched(source: string, diff: string): string {
  let lines = source.split("\n");
  let above: string[] = [];
  let added: string[] = [];
  const add = () => {
    if (added.length > 0) lines = lines.toSpliced(placeBelow(above, lines), 0, ...added);
    [above, added] = [[], []];
  };
  for (const line of diff.trimEnd().split("\n")) {
    if (line.startsWith("+")) added.push(line.slice(1));
    else {
      if (added.length > 0) add();
      above.push(line.slice(1));
    }
  }
  add();
  return lines.join("\n");
}

function placeBelow(above: string[], lines: string[]): number {
  if (above.length === 0) return lines.findLastIndex((line) => /^import .* from /.test(line)) + 1;
  const places = [...lines.keys()].filter((at) => above.every((line, index) => lines[at + index] === line));
  const [place, ...others] = places;
  if (place === undefined || others.length > 0) throw new Error(`${above.join("\n")} is there ${places.length} times`);
  return place + above.length;
}
