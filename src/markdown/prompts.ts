/** Prompts in a block of shell commands, which are shown and not copied. */
import { linesOf } from "./highlight.ts";
import type { CodeRun } from "./languages/code-run.ts";
import { languageNamed, runsIn } from "./languages/language.ts";

interface Shell {
  prompt: RegExp;
  /** In front of a command's second and later lines. */
  secondPrompt: RegExp;
  /** At the end of a line that the next one belongs to. */
  continues: RegExp;
  comment: RegExp;
}

/** By the language, or by a name of it where the prompt is another. */
const SHELLS: ReadonlyMap<string, Shell> = new Map(
  Object.entries({
    bash: {
      prompt: /^(?:[\w.-]+@[\w.-]+\S*[ \t]*|[~/]\S*[ \t]+|\([\w.-]+\)[ \t]+)?[$%❯][ \t]+(?=\S)/,
      secondPrompt: /^>[ \t]+/,
      continues: /(?<!\\)\\$/,
      comment: /^\s*#/,
    },
    fish: {
      prompt: /^(?:(?:[\w.-]+@[\w.-]+[ \t]+)?[~/]\S*(?:[ \t]+\([^()]*\))?)?[>❯$][ \t]+(?=\S)/,
      secondPrompt: /^ {2,}/,
      continues: /(?<!\\)\\$/,
      comment: /^\s*#/,
    },
    powershell: {
      prompt: /^(?:PS(?:[ \t][^>]*)?>|[$>])[ \t]+(?=\S)/,
      secondPrompt: /^>>[ \t]+/,
      continues: /(?:`|[|{(,])$/,
      comment: /^\s*#/,
    },
    batch: {
      prompt: /^(?:[A-Z]:\\[^>]*>[ \t]*|[$>][ \t]+)(?=\S)/i,
      secondPrompt: /^More\? /,
      continues: /\^$/,
      comment: /^\s*(?:::|rem\b)/i,
    },
  } satisfies Record<string, Shell>),
);

const HERE_DOCUMENT = /(?<!<)<<-?\s*(["']?)(\w+)\1/;

/** The block with its prompts apart; undefined for one in which a command has none. */
export function promptRuns(code: string, name: string): CodeRun[] | undefined {
  const shell = SHELLS.get(name.toLowerCase()) ?? SHELLS.get(languageNamed(name) ?? "");
  const lines = code.replace(/\n$/, "").split("\n");
  const prompts = shell && promptsIn(lines, shell);
  if (!prompts) return undefined;
  return typedRuns(
    lines.map((line, at) => ({ prompt: prompts[at], text: line.slice(prompts[at]?.length) })),
    name,
  );
}

/** A line of a block in which somebody types. */
export interface TypedLine {
  /** What stood there before anything was typed. */
  prompt?: string | undefined;
  text: string;
  isOutput?: boolean;
}

/** What was typed is read as one program, with what stands between its lines left out. */
export function typedRuns(lines: readonly TypedLine[], language: string): CodeRun[] {
  const typed = lines.filter(({ isOutput }) => !isOutput);
  const read = linesOf(runsIn(`${typed.map(({ text }) => text).join("\n")}\n`, language)).values();
  return lines.flatMap(({ prompt, text, isOutput }): CodeRun[] => {
    if (isOutput) return [{ role: "o", text: `${text}\n` }];
    const before = prompt ? [{ role: "q", text: prompt }] : [];
    const [first, ...rest] = [...(read.next().value ?? []), { role: undefined, text: "\n" }].filter((run) => run.text);
    // White space behind a prompt was typed.
    return [...before, ...(first ? [{ ...first, isExact: true }] : []), ...rest];
  });
}

/** The prompt in front of each line, which is empty for comments and for a command's further lines. */
function promptsIn(lines: string[], { prompt, secondPrompt, continues, comment }: Shell): string[] | undefined {
  let isContinued = false;
  let documentEnd: string | undefined;
  const prompts = lines.map((line) => {
    const found = (isContinued || documentEnd ? secondPrompt : prompt).exec(line)?.[0];
    const isCommand = found !== undefined && !isContinued && !documentEnd;
    if (!isCommand && !isContinued && !documentEnd) return line.trim() === "" || comment.test(line) ? "" : undefined;
    const text = line.slice(found?.length ?? 0);
    if (text.trim() === documentEnd) documentEnd = undefined;
    else documentEnd ??= HERE_DOCUMENT.exec(text)?.[2];
    isContinued = continues.test(text);
    return found ?? "";
  });
  const isWhole = prompts.every((found) => found !== undefined);
  return isWhole && prompts.some(Boolean) ? prompts : undefined;
}
