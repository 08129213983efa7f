/** What stands after the three backticks of a code block: ` ```sql title="claim.sql" `. */
import { didYouMean } from "../content/problem.ts";

export interface FenceInfo {
  /** As written; empty for a block that names none. */
  language: string;
  /** A file's name or a few words, shown above the code. */
  title?: string;
}

/** The language ends at a comma too: rustdoc's `rust,ignore` means Rust. */
const LANGUAGE = /^[^\s,=]*(?![^\s,]*=)/;
const WORD = /([^\s=]+)(?:="([^"]*)"|=(\S+))?/g;
const KEYS = ["title"] as const;

/** Reads an info string; what it does not know, it names in `problems`. */
export function readFenceInfo(info: string): {
  info: FenceInfo;
  problems: { message: string; hint?: string | undefined }[];
} {
  const language = LANGUAGE.exec(info.trim())?.[0] ?? "";
  const rest = info.trim().slice(language.length).replace(/^,\S*/, "");
  const words = [...rest.matchAll(WORD)].map(([, key = "", quoted, bare]) => ({ key, value: quoted ?? bare }));
  const title = words.find(({ key }) => key === "title")?.value;
  const problems = words
    .filter(({ key, value }) => key !== "title" || !value)
    .map(({ key }) => ({
      message: `"${key}" means nothing after a code block's language`,
      hint: didYouMean(key, KEYS) ?? 'title="…" does',
    }));
  return { info: { language, ...(title && { title }) }, problems };
}
