/** Which samples may not run, and what would allow them. */
import { isProgram, type SampleLanguage } from "../content/samples/languages.ts";

export interface Permissions {
  /** What the site's owner lets programs be; shells can do whatever its owner can. */
  mayRunShell: boolean;
  /** Whoever runs the samples has not written them: nothing runs that only its user's rights confine. */
  isStrangers?: boolean;
  /** False leaves out everything but SQL; undefined for a site's own samples, which it trusts. */
  mayRunPrograms?: boolean;
}

export interface Refusal {
  /** Whose sample it is: `psql's`. */
  whose: string;
  /** Undefined where nothing allows it. */
  hint?: string;
}

/** Undefined for a sample that may run. */
export function refusalOf(language: SampleLanguage, permissions: Permissions): Refusal | undefined {
  const { mayRunShell, mayRunPrograms = true, isStrangers = false } = permissions;
  if (language === "sql") return undefined;
  const whose = language === "sh" || language === "bash" ? "a shell's" : `${language}'s`;
  // Variables of psql may hold its commands, one of which starts a shell.
  if (isStrangers && (isUnconfined(language) || language === "psql")) return { whose };
  if (!mayRunPrograms) return { whose: "a program", hint: "--programs allows it" };
  if (mayRunShell || !isUnconfined(language)) return undefined;
  return { whose, hint: "proofs.shell in _data/site.ts allows it" };
}

/** Only the system, where it can, confines these programs to less than their user may do. */
function isUnconfined(language: SampleLanguage): boolean {
  return isProgram(language) && language !== "ts" && language !== "js";
}
