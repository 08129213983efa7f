/** Operators of code, such as `->>`, `@>` and `::`: words without any letter. */

const SIGN = "[-+*<>=~!@#%^&|?:]";
/** Two to four signs, except for the `++` of `C++`, which is part of its name. */
const RUN = new RegExp(`(?<!${SIGN})(?!(?<=\\p{L})\\+\\+(?!${SIGN}))${SIGN}{2,4}(?!${SIGN})`, "gu");
const BEFORE_NAME = new RegExp(`^(${SIGN}{2,4})(?=[\\p{L}\\p{N}_'"\`(\\[{])`, "u");

/** The operators in a word: `->>` in `data->>'name'`. Hyphens that stand for a dash are none. */
export function operatorsIn(word: string): string[] {
  return (word.match(RUN) ?? []).filter(isOperator);
}

/** `::text` → `::` and `text`; any other word stays whole. */
export function withoutOperator(word: string): string[] {
  const [, operator = ""] = BEFORE_NAME.exec(word) ?? [];
  return isOperator(operator) ? [operator, word.slice(operator.length)] : [word];
}

function isOperator(run: string): boolean {
  return run !== "" && !run.includes("--");
}
