/** Notes what search and reading time need: the text, section by section. Comes last, when the tokens are final. */
import type { StateCore, Token } from "markdown-it";
import type { Heading, Section } from "../content/body.ts";
import { outcomeWords } from "../content/samples/outcome-text.ts";
import { countWords } from "../content/text/words.ts";
import { type Extension, envOf, type RenderEnv } from "./extension.ts";
import { headingKey } from "./headings.ts";
import { shownKey } from "./samples/outcomes.ts";
import { codeOf, textOf } from "./words-of-tokens.ts";

export const notes: Extension = {
  parse: (md) => md.core.ruler.push("notes", noteText),
};

function noteText({ tokens, env: anyEnv }: StateCore): void {
  const env = envOf(anyEnv);
  const { notes } = env;
  const running = tokens.map((token) => textOf(token, env));
  const sections = sectionsOf(tokens, running, env);
  notes.sections.push(...sections.map(sectionOf));
  Object.assign(notes, countWords(running.join("\n")), { codeWords: codeWordsOf(sections) });
}

function codeWordsOf(sections: Blocks[]): number {
  const code = sections.flatMap(({ blocks, outcomes }) => [
    ...blocks.filter(({ isCode }) => isCode).map(({ text }) => text),
    ...outcomes,
  ]);
  return countWords(code.join("\n")).words;
}

function sectionOf({ heading, blocks, outcomes }: Blocks): Section {
  const code = [...blocks.keys()].filter((at) => blocks[at]?.isCode);
  const text = blocks.map(({ text }) => text).join("\n\n");
  return {
    ...(heading && { heading }),
    text: () => text,
    ...(code.length > 0 && { code }),
    ...(outcomes.length > 0 && { outcomes: outcomes.join("\n\n") }),
  };
}

interface Block {
  text: string;
  isCode: boolean;
}

interface Blocks {
  heading?: Heading;
  blocks: Block[];
  outcomes: string[];
}

/** `running` has what each of the tokens says. */
function sectionsOf(tokens: Token[], running: readonly string[], env: RenderEnv): Blocks[] {
  const sections: Blocks[] = [{ blocks: [], outcomes: [] }];
  tokens.forEach((token, index) => {
    const heading = headingKey.get(token);
    if (heading) sections.push({ heading, blocks: [], outcomes: [] });
    if (tokens[index - 1]?.type !== "heading_open") {
      const blocks = sections.at(-1)?.blocks;
      addBlock(blocks, running[index] ?? "", false);
      addBlock(blocks, codeOf(token, env), true);
    }
    const outcome = shownKey.get(token)?.outcome;
    if (outcome) sections.at(-1)?.outcomes.push(outcomeWords(outcome));
  });
  return sections.filter(({ heading, blocks }) => heading || blocks.length > 0);
}

/** Without empty lines, which stand between blocks; a text of nothing but them is no block. */
function addBlock(blocks: Block[] | undefined, text: string, isCode: boolean): void {
  const trimmed = text.trim();
  if (!trimmed) return;
  blocks?.push({ text: trimmed.includes("\n") ? trimmed.replace(/\n(?:[^\S\n]*\n)+/g, "\n") : trimmed, isCode });
}
