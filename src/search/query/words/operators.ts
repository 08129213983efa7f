/** Operators of code, such as `->>`, `@>` and `::`: words by themselves, though no letter is in them. */

const SIGN = "[-+*<>=~!@#%^&|?:]";
/** That of `C++` is a part of its name. */
const RUN = new RegExp(`(?<!${SIGN})(?!(?<=\\p{L})\\+\\+(?!${SIGN}))${SIGN}{2,4}(?!${SIGN})`, "gu");
const BEFORE_NAME = new RegExp(`^(${SIGN}{2,4})(?=[\\p{L}\\p{N}_'"\`(\\[{])`, "u");

/** Those that a word has, or is: `->>` in `data->>'name'`. A dash of hyphens is none. */
export function operatorsIn(word: string): string[] {
  return (word.match(RUN) ?? []).filter(isOperator);
}

/** `::text` → `::` and `text`; any other word is one. */
export function withoutOperator(word: string): string[] {
  const [, operator = ""] = BEFORE_NAME.exec(word) ?? [];
  return isOperator(operator) ? [operator, word.slice(operator.length)] : [word];
}

function isOperator(run: string): boolean {
  return run !== "" && !run.includes("--");
}
