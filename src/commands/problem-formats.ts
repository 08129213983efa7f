/** Formats problems for programs: as JSON, and as GitHub annotations, which appear beside the line in a pull request. */
import { posix, relative } from "node:path";
import type { Problem } from "../content/problems/problem.ts";
import type { Due } from "../reading/read-content.ts";

export interface Findings {
  problems: readonly Problem[];
  /** Things that could be better but are not wrong. */
  warnings: readonly Problem[];
  /** Old problems that were accepted. */
  accepted?: readonly Problem[];
  /** The next entry whose date is to come. */
  due?: Due | undefined;
}

/** One object; the names of its keys stay. */
export function asJson({ problems, warnings, accepted = [], due }: Findings): string {
  const plain = ({ rule, file, line, column, field, message, hint }: Problem) => ({
    rule,
    file,
    line,
    column,
    field,
    message,
    hint,
  });
  return JSON.stringify(
    { problems: problems.map(plain), warnings: warnings.map(plain), accepted: accepted.length, due },
    null,
    2,
  );
}

/** Workflow commands, a line each; files are named from the folder in which the command was started. */
export function asAnnotations({ problems, warnings }: Findings, siteDir: string, startedIn: string): string[] {
  const folder = relative(startedIn, siteDir).replaceAll("\\", "/");
  const command = (level: string) => (problem: Problem) => {
    const { rule, file, line, column, field, message, hint } = problem;
    const values = {
      file: posix.join(folder, file),
      line,
      col: line && column,
      title: [rule, field].filter(Boolean).join(", ") || undefined,
    };
    const present = Object.entries(values).filter(([, value]) => value !== undefined);
    const properties = present.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
    return `::${level} ${properties}::${escapeData(hint ? `${message} (${hint})` : message)}`;
  };
  return [...problems.map(command("error")), ...warnings.map(command("warning"))];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
