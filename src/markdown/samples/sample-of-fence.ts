/** Reads the info string of a fence that is proven into a `Sample`. */
import type { Token } from "markdown-it";
import { SAMPLE_LANGUAGES, type Sample, type SampleLanguage } from "../../content/samples/sample.ts";
import { noteProblem, type RenderEnv } from "../extension.ts";
import { type FenceInfo, isOneOf } from "../fence.ts";

/** Undefined for a fence that can't be run; the problem is noted. */
export function sampleOfFence(
  token: Token,
  { language, flags, values }: FenceInfo,
  code: string,
  env: RenderEnv,
): Sample | undefined {
  const line = token.map?.[0];
  if (!isOneOf(SAMPLE_LANGUAGES, language)) {
    noteProblem(env, "proof", line, `nothing here runs "${language}"`, `${SAMPLE_LANGUAGES.join(", ")} can be proven`);
    return undefined;
  }
  if (!code.trim() && !values.file) {
    noteProblem(env, "proof", line, "a sample has no code");
    return undefined;
  }
  if (flags.has("timeline") && language !== "sql") {
    noteProblem(env, "proof", line, "a timeline is of SQL sessions", "write ```sql proof timeline");
    return undefined;
  }
  const expected = readFails(values.fails);
  if (!expected) {
    const hint = 'write fails=42501, or with a part of its message fails="42501: permission denied"';
    noteProblem(env, "proof", line, `fails="${values.fails}" is no error that can be announced`, hint);
    return undefined;
  }
  for (const word of ["since", "before"] as const) {
    if (values[word] === undefined || /^\d{1,3}$/.test(values[word])) continue;
    noteProblem(env, "proof", line, `${word}="${values[word]}" is no major version`, `write ${word}=16`);
    return undefined;
  }
  return {
    language,
    code,
    line: env.context.firstLine + (line ?? 0) + 1,
    timeline: flags.has("timeline"),
    ...(flags.has("races") && { races: true as const }),
    fresh: flags.has("fresh"),
    as: values.as,
    ...expected,
    varies: list(values.varies),
    file: language === "sql" ? undefined : fileOf(values, language, env.notes.samples.length),
    ...(values.since && { since: Number(values.since) }),
    ...(values.before && { before: Number(values.before) }),
  };
}

/** A program's file is called what the page calls it, so that later samples can import it. */
function fileOf({ file, title }: FenceInfo["values"], language: SampleLanguage, index: number): string {
  const name = (file ?? title ?? "").split("/").at(-1) ?? "";
  return /^[\w-]+(\.[\w-]+)*\.[cm]?[jt]s$|^[\w-]+\.sh$/.test(name) ? name : `sample-${index + 1}.${language}`;
}

/** One error: its SQLSTATE or exit status, and behind a colon a part of its message, which may have commas. */
const EXPECTED = /\s*([0-9A-Z]{5}|\d{1,3})(?::\s*(.+?))?\s*(?:,(?=\s*(?:[0-9A-Z]{5}|\d{1,3})\s*(?:[,:]|$))|$)/gy;

/** Undefined for a text that announces no errors. */
function readFails(text: string | undefined): Pick<Sample, "fails" | "messages"> | undefined {
  if (text === undefined) return { fails: [] };
  const errors = [...text.matchAll(EXPECTED)];
  if (errors.map(([written]) => written).join("") !== text) return undefined;
  const messages = errors.map(([, , message = ""]) => message);
  return { fails: errors.map(([, code = ""]) => code), ...(messages.some(Boolean) && { messages }) };
}

function list(value: string | undefined): string[] {
  return value?.split(",").map((word) => word.trim()) ?? [];
}
