/**
 * The recipes of CONTRIBUTING.md, as programs read them: what stands below `## Recipes`, a third-level heading each. A
 * fence whose info string has `title="src/x.ts"` is a file to write; a fence of `diff` is a change to one that is there:
 * lines with `-` go and those with `+` come in the place of, or below, the lines above them, which the file must have once.
 * Lines with `+` above all others come below the file's imports.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";

export const RECIPES_FILE = "CONTRIBUTING.md";

export interface Recipe {
  name: string;
  steps: Step[];
}

export interface Step {
  /** The line of the recipe's file that its fence begins on. */
  line: number;
  /** The file that it is about, from the project's folder. */
  file: string;
  /** `add` writes a file that is not there, `change` changes one that is. */
  kind: "add" | "change";
  text: string;
}

/** What can't be followed, with its place in the recipes' file. */
export class RecipeError extends Error {
  constructor({ line }: Pick<Step, "line">, message: string) {
    super(`${RECIPES_FILE}:${line} ${message}`);
  }
}

export function readRecipes(markdown: string): Recipe[] {
  const recipes: Recipe[] = [];
  let isInside = false;
  const tokens = new MarkdownIt().parse(markdown, {});
  for (const [index, { type, tag, info, content, map }] of tokens.entries()) {
    const heading = type === "heading_open" ? (tokens[index + 1]?.content ?? "") : undefined;
    if (tag === "h2" && heading !== undefined) isInside = heading === "Recipes";
    if (!isInside) continue;
    if (tag === "h3" && heading !== undefined) recipes.push({ name: heading, steps: [] });
    const [, language, file] = /^(\S+) title="([^"]+)"$/.exec(info) ?? [];
    if (type !== "fence" || !file) continue;
    const step: Step = { line: (map?.[0] ?? 0) + 1, file, kind: language === "diff" ? "change" : "add", text: content };
    const recipe = recipes.at(-1);
    if (!recipe) throw new RecipeError(step, "stands in no recipe");
    recipe.steps.push(step);
  }
  return recipes;
}

/** Takes a step in a copy of the project. Throws a `RecipeError` where the copy is not as the recipe says. */
export function follow(step: Step, folder: string): void {
  const path = join(folder, step.file);
  if (step.kind === "change") {
    if (!existsSync(path)) throw new RecipeError(step, `changes ${step.file}, which is not there`);
    writeFileSync(path, changed(readFileSync(path, "utf8"), step));
  } else {
    if (existsSync(path)) throw new RecipeError(step, `adds ${step.file}, which is there`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, step.text);
  }
}

function changed(text: string, step: Step): string {
  const places = step.text.trimEnd().match(/(?:^[ -].*\n?|^\n)*(?:^\+.*\n?)*/gm) ?? [];
  return places
    .filter((place) => place !== "")
    .reduce((sofar, place) => changedAt(place.replace(/\n$/, "").split("\n"), sofar, step), text);
}

function changedAt(place: string[], text: string, step: Step): string {
  const before = place.filter((line) => !line.startsWith("+")).map(withoutSign);
  const after = place.filter((line) => !line.startsWith("-")).map(withoutSign);
  const lines = text.split("\n");
  if (before.length === 0) return lines.toSpliced(belowImports(lines), 0, ...after).join("\n");
  const found = lines.flatMap((_, at) => (before.every((line, index) => lines[at + index] === line) ? [at] : []));
  const [at = 0] = found;
  if (found.length !== 1) {
    throw new RecipeError(step, `changes lines that ${step.file} has ${found.length} times:\n${before.join("\n")}`);
  }
  return lines.toSpliced(at, before.length, ...after).join("\n");
}

function belowImports(lines: string[]): number {
  return lines.findLastIndex((line) => /^(import .*|} )from "/.test(line)) + 1;
}

/** Editors take the space away that an empty line of a diff begins with. */
function withoutSign(line: string): string {
  return line.slice(1);
}
