/** Code that is kept in a file beside the page, shown whole or by region. */
import type { Token } from "markdown-it";
import { withControlPictures } from "../../content/text/control-characters.ts";
import { noteProblem, type RenderEnv } from "../extension.ts";
import type { FenceInfo } from "../fence.ts";

/** `// #region claim`, `-- #region claim`, `# #region claim`, and its end, as editors fold them. */
const REGION = /^\s*(?:\/\/|--|#)\s*#region\s+(\S+)\s*$/;
const END = /^\s*(?:\/\/|--|#)\s*#endregion\b/;

/** Puts a file's text into its fence. `code` is what is run: a program whole, of SQL what is shown. */
export function readSource(token: Token, { language, values }: FenceInfo, env: RenderEnv): { code: string } {
  const { file, region } = values;
  if (!file) return { code: token.content };
  const problem = (message: string, hint?: string) => noteProblem(env, "code-file", token.map?.[0], message, hint);
  if (token.content.trim()) problem(`has code of its own beside that of ${file}`, "leave the block empty");
  const { text } = readBeside(file, env, problem) ?? {};
  if (text === undefined) return { code: "" };
  const shown = region ? regionOf(text, region) : withoutMarks(text);
  if (shown === undefined) problem(`${file} has no region "${region}"`, `write #region ${region} in a comment`);
  token.content = withControlPictures(shown ?? "");
  return { code: language === "sql" ? token.content : text };
}

/** The text of a file beside the page, noted as one of its sources; undefined for one that can't be read, which is a problem. */
export function readBeside(
  name: string,
  env: RenderEnv,
  problem: (message: string, hint?: string) => void,
): { file: string; text: string } | undefined {
  const { resolve, readText } = env.context;
  const resolved = resolve(name);
  if (!resolved.ok) {
    for (const { message, hint } of resolved.problems) problem(message, hint);
    return undefined;
  }
  const target = resolved.value;
  const text = target.kind === "asset" ? readText?.(target.file) : undefined;
  if (target.kind !== "asset") problem(`"${name}" is not a file beside the page`);
  else if (text === undefined) problem(`${target.file} is not UTF-8`);
  else env.notes.sources.push(target.file);
  return target.kind === "asset" && text !== undefined ? { file: target.file, text } : undefined;
}

function regionOf(text: string, name: string): string | undefined {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => REGION.exec(line)?.[1] === name);
  if (start === -1) return undefined;
  let depth = 1;
  const length = lines.slice(start + 1).findIndex((line) => {
    if (REGION.test(line)) depth += 1;
    if (END.test(line)) depth -= 1;
    return depth === 0;
  });
  return withoutMarks(dedent(lines.slice(start + 1, length === -1 ? undefined : start + 1 + length)).join("\n"));
}

function withoutMarks(text: string): string {
  const lines = text.trimEnd().split("\n");
  return `${lines.filter((line) => !REGION.test(line) && !END.test(line)).join("\n")}\n`;
}

function dedent(lines: string[]): string[] {
  const depths = lines.filter((line) => line.trim()).map((line) => /^\s*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...depths);
  return lines.map((line) => line.slice(Number.isFinite(shared) ? shared : 0));
}
