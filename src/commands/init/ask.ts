/** Answers for a new site: from options, from the terminal, or defaults. */
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { UsageError } from "../../content/problems/usage-error.ts";
import { type Answers, QUESTIONS, type Question, readAnswer } from "../../starter/answers.ts";

export interface Asking {
  /** What options say. */
  given: Partial<Answers>;
  /** Asks nothing: what is not given has its default. */
  takesUsual: boolean;
  /** A language tag of the machine's, such as `de-CH`. */
  locale: string;
  /** Undefined without a terminal. */
  terminal: { input: Readable; output: Writable } | undefined;
}

/** Throws a `UsageError` for an invalid option, and for a missing answer without a terminal. */
export async function askFor({ given, takesUsual, locale, terminal }: Asking): Promise<Answers> {
  const known: Partial<Answers> = {};
  // `Object.entries` types keys as plain strings.
  for (const [key, text] of Object.entries(given) as [keyof Answers, string][]) known[key] = checked(key, text);
  const open = takesUsual ? [] : QUESTIONS.filter(({ key }) => known[key] === undefined);
  if (open.length > 0 && !terminal) {
    const options = open.map(({ key }) => `--${key}`).join(", ");
    throw new UsageError(`there is no terminal to ask on: give ${options}, or --yes for what is usual`);
  }
  if (terminal && open.length > 0) await ask(open, known, locale, terminal);
  const answers = QUESTIONS.map((question) => [question.key, known[question.key] ?? usual(question, known, locale)]);
  // The table of questions has one for each key.
  return Object.fromEntries(answers) as Answers;
}

async function ask(
  questions: readonly Question[],
  known: Partial<Answers>,
  locale: string,
  terminal: NonNullable<Asking["terminal"]>,
): Promise<void> {
  const reader = createInterface({ input: terminal.input });
  // Lines that come before their question, as those that are pasted, wait for it.
  const lines = reader[Symbol.asyncIterator]();
  for (const question of questions) {
    const fallback = usual(question, known, locale);
    let read: ReturnType<typeof readAnswer>;
    do {
      terminal.output.write(`${question.asks} [${fallback}]: `);
      const line = await lines.next();
      if (line.done) throw new UsageError("the questions were not answered; nothing was made");
      read = readAnswer(question.key, line.value.trim() || fallback);
      if ("problem" in read) terminal.output.write(`  ${read.problem}\n`);
    } while ("problem" in read);
    known[question.key] = read.value;
  }
  reader.close();
}

function usual({ usual }: Question, known: Partial<Answers>, locale: string): string {
  return usual(known, locale);
}

function checked(key: keyof Answers, text: string): string {
  const read = readAnswer(key, text);
  if ("value" in read) return read.value;
  const { problem } = read;
  throw new UsageError(
    problem.startsWith(`"${text}" `) ? `--${key}: ${problem}` : `--${key} ${problem}, not "${text}"`,
  );
}
