/** Prompts in a block of a shell's commands: shown, and left behind by whoever copies the commands. */
import { escapeText } from "../content/text/escape.ts";
import { highlightLines } from "./highlight.ts";
import { languageNamed } from "./languages/language.ts";

interface Shell {
  prompt: RegExp;
  /** In front of a command's second and later lines. */
  secondPrompt: RegExp;
  /** At the end of a line that the next one belongs to. */
  continues: RegExp;
  remark: RegExp;
}

const SHELLS: Record<string, Shell> = {
  bash: {
    prompt: /^(?:[\w.-]+@[\w.-]+\S*[ \t]*|[~/]\S*[ \t]+|\([\w.-]+\)[ \t]+)?[$%❯][ \t]+(?=\S)/,
    secondPrompt: /^>[ \t]+/,
    continues: /(?<!\\)\\$/,
    remark: /^\s*#/,
  },
  powershell: {
    prompt: /^(?:PS(?:[ \t][^>]*)?>|[$>])[ \t]+(?=\S)/,
    secondPrompt: /^>>[ \t]+/,
    continues: /(?:`|[|{(,])$/,
    remark: /^\s*#/,
  },
  batch: {
    prompt: /^(?:[A-Z]:\\[^>]*>[ \t]*|[$>][ \t]+)(?=\S)/i,
    secondPrompt: /^More\? /,
    continues: /\^$/,
    remark: /^\s*(?:::|rem\b)/i,
  },
};

const HERE_DOCUMENT = /(?<!<)<<-?\s*(["']?)(\w+)\1/;

/** The block's lines as HTML, its prompts apart; undefined for one in which a command has none. */
export function promptedLines(
  code: string,
  language: string,
  marksIn?: Parameters<typeof highlightLines>[2],
): string[] | undefined {
  const shell = SHELLS[languageNamed(language) ?? ""];
  const lines = code.replace(/\n$/, "").split("\n");
  const prompts = shell && promptsIn(lines, shell);
  if (!prompts) return undefined;
  const commands = lines.map((line, index) => line.slice(prompts[index]?.length));
  return highlightLines(commands.join("\n"), language, marksIn).map((html, index) => {
    const prompt = prompts[index];
    return prompt ? `<span class="q">${escapeText(prompt)}</span>${html}` : html;
  });
}

/** The prompt in front of each line, which is empty for remarks and for a command's further lines. */
function promptsIn(lines: string[], { prompt, secondPrompt, continues, remark }: Shell): string[] | undefined {
  let isContinued = false;
  let documentEnd: string | undefined;
  const prompts = lines.map((line) => {
    const found = (isContinued || documentEnd ? secondPrompt : prompt).exec(line)?.[0];
    const isCommand = found !== undefined && !isContinued && !documentEnd;
    if (!isCommand && !isContinued && !documentEnd) return line.trim() === "" || remark.test(line) ? "" : undefined;
    const text = line.slice(found?.length ?? 0);
    if (text.trim() === documentEnd) documentEnd = undefined;
    else documentEnd ??= HERE_DOCUMENT.exec(text)?.[2];
    isContinued = continues.test(text);
    return found ?? "";
  });
  const isWhole = prompts.every((found) => found !== undefined);
  return isWhole && prompts.some(Boolean) ? prompts : undefined;
}
