/** Reads the info string of a fence that is proven into a `Sample`. */
import type { Token } from "markdown-it";
import { fileNameOf, isProgram, SAMPLE_LANGUAGES, sampleLanguage } from "../../content/samples/languages.ts";
import { requestFault } from "../../content/samples/request.ts";
import type { Sample } from "../../content/samples/sample.ts";
import { noteProblem, type RenderEnv } from "../extension.ts";
import type { FenceInfo } from "../fence.ts";

/** Undefined for a fence that can't be run; the problem is noted. */
export function sampleOfFence(
  token: Token,
  { language: name, flags, values, lines }: FenceInfo,
  code: string,
  env: RenderEnv,
): Sample | undefined {
  const line = token.map?.[0];
  const language = sampleLanguage(name);
  if (!language) {
    noteProblem(env, "proof", line, `nothing here runs "${name}"`, `${SAMPLE_LANGUAGES.join(", ")} can be proven`);
    return undefined;
  }
  if (!code.trim() && !values.file) {
    noteProblem(env, "proof", line, "a sample has no code");
    return undefined;
  }
  if ([...lines.values()].includes("del")) {
    const message = "a sample runs all its lines, those that it shows as removed, too";
    noteProblem(env, "proof", line, message, "leave out del=, or proof");
    return undefined;
  }
  if (flags.has("timeline") && language !== "sql") {
    noteProblem(env, "proof", line, "a timeline is of SQL sessions", "write ```sql proof timeline");
    return undefined;
  }
  if (values.versions !== undefined && (!flags.has("timeline") || flags.has("races"))) {
    const hint = "write ```sql proof timeline versions=jobs";
    noteProblem(env, "proof", line, "versions of rows are shown in a timeline that does not race", hint);
    return undefined;
  }
  if (flags.has("serves") && !isProgram(language)) {
    noteProblem(env, "proof", line, "only a program serves", "write ```ts proof serves");
    return undefined;
  }
  const fault = language === "http" ? requestFault(code) : undefined;
  if (fault) {
    noteProblem(env, "proof", (line ?? 0) + 1 + fault.line, fault.message, fault.hint);
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
    file: fileNameOf(language, nameIn(values), env.notes.samples.length + 1),
    ...(flags.has("serves") && { serves: true as const }),
    ...(values.versions && { versions: values.versions }),
    ...(values.since && { since: Number(values.since) }),
    ...(values.before && { before: Number(values.before) }),
  };
}

/** A program's file is called what the page calls it, so that later samples can import it. */
function nameIn({ file, title }: FenceInfo["values"]): string {
  return (file ?? title ?? "").split("/").at(-1) ?? "";
}

/**
 * One error: its SQLSTATE, its name or a status, and behind a colon a part of its message, which may have commas.
 */
const EXPECTED =
  /\s*([0-9A-Z]{5}|\d{1,3}|[A-Z][A-Z_]{2,})(?::\s*(.+?))?\s*(?:,(?=\s*(?:[0-9A-Z]{5}|\d{1,3}|[A-Z][A-Z_]{2,})\s*(?:[,:]|$))|$)/gy;

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
