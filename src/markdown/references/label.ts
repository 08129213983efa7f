/** Labels: ids by which figures, tables, listings and equations are numbered and referred to. How one begins says which it is. */
import type { Env, Token } from "markdown-it";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { WordKey } from "../../content/words/plurals.ts";
import { speakerOf } from "../../content/words/words.ts";
import { envOf, noteProblem, speechIn } from "../extension.ts";
import { idFault, noteGivenId } from "../ids.ts";
import { tokenKey } from "../token-key.ts";

/** By what a label begins with, as in Quarto and pandoc-crossref: how what has it is called. */
const PHRASES = {
  fig: "figureNumber",
  tbl: "tableNumber",
  lst: "listingNumber",
  eq: "equationNumber",
} as const satisfies Record<string, WordKey>;
export type LabelKind = keyof typeof PHRASES;

/** What pandoc-crossref and LaTeX write in place of some of them. */
const OTHER_BEGINNINGS: Readonly<Record<string, LabelKind>> = { tab: "tbl", lis: "lst", code: "lst", equ: "eq" };

export interface Label {
  /** `fig-queue` */
  readonly id: string;
  readonly kind: LabelKind;
  /** Counted within its kind, from 1 in each text; of an equation, the words of its `\tag`. */
  readonly number: number | string;
}

/** Between a number and a caption: the same in all languages. */
export const BETWEEN = " · ";

/** On a picture, a table or a block that has an id. */
export const labelKey = tokenKey<string>("label");
/** On what has a number. */
export const numberKey = tokenKey<Label>("number");

export function kindOf(id: string): LabelKind | undefined {
  const beginning = /^([a-z]+)-./.exec(id)?.[1];
  return beginning !== undefined && isKind(beginning) ? beginning : undefined;
}

function isKind(text: string): text is LabelKind {
  return Object.hasOwn(PHRASES, text);
}

/** "Figure 2", in the language of the text that says so. */
export function nameOf({ kind, number }: Label, env: Env | undefined): string {
  return speakerOf(speechIn(env))(PHRASES[kind], { number });
}

/** Gives a token its id, or says why it can't have it; one that is nearly a label is a problem, since it would not be numbered. */
export function attachId(token: Token, id: string, line: number | undefined, env: Env): void {
  const { notes } = envOf(env);
  const known = labelKey.get(token);
  const fault = known === undefined ? idFault(id, notes) : `${id} is a second id, beside ${known}`;
  if (fault) {
    noteProblem(env, "label", line, fault, "write another, or \\{ to show it", `{#${id}}`);
    return;
  }
  labelKey.set(token, id);
  noteGivenId(id, notes);
  const [, beginning = "", rest] = /^([a-z]+)[:_-](.+)$/.exec(id) ?? [];
  const meant = OTHER_BEGINNINGS[beginning] ?? (isKind(beginning) ? beginning : undefined);
  if (meant && !kindOf(id))
    noteProblem(env, "label", line, `"${id}" gives no number`, `write ${meant}-${rest}`, `{#${id}}`);
}

/** True for a paragraph below a table that says what the table shows: `: Caption`. */
export function isCaption(tokens: readonly Token[], index: number): boolean {
  const [before, open, inline] = tokens.slice(index - 1, index + 2);
  if (open?.type !== "paragraph_open" || before?.type !== "table_close" || before.level !== open.level) return false;
  const first = inline?.children?.[0];
  return first?.type === "text" && /^:\s+\S/.test(first.content);
}

/** A hint for a reference to an unknown id: the nearest label, or id. */
export function nearestId(id: string, ids: Iterable<string>): string | undefined {
  const all = [...ids];
  const [, beginning = "", rest = ""] = /^([a-z]+)[:_-](.+)$/.exec(id) ?? [];
  const other = `${OTHER_BEGINNINGS[beginning] ?? beginning}-${rest}`;
  return all.includes(other) ? `did you mean "${other}"?` : didYouMean(id, all);
}
