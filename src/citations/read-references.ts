/** A site's references: `_data/references.bib` as BibTeX or BibLaTeX, `_data/references.json` as CSL-JSON, or both. */

import { z } from "zod";
import { type CslItem, REFERENCE_FILES, type Reference } from "../content/citation.ts";
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { escapeRegExp } from "../content/text/escape-reg-exp.ts";
import { cslFromBibtex } from "./csl-from-bibtex.ts";
import { VARIABLES, WORK_TYPES } from "./csl-variables.ts";
import { readBibtex } from "./read-bibtex.ts";

export interface SiteReferences {
  /** By key. */
  readonly known: ReadonlyMap<string, Reference>;
  /** Of entries that can't be read; an entry that lacks something is told where it is cited. */
  readonly problems: readonly Problem[];
}

/** `texts` are those files of `REFERENCE_FILES` that are there. */
export function readReferences(texts: ReadonlyMap<string, string>): SiteReferences {
  const known = new Map<string, Reference>();
  const problems: Problem[] = [];
  for (const file of REFERENCE_FILES) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const read = file.endsWith(".bib") ? ofBibtex(file, text) : ofJson(file, text);
    problems.push(...read.problems);
    for (const reference of read.references) {
      const { item, place } = reference;
      const before = known.get(item.id);
      if (before) {
        const { file: other, line } = before.place;
        const message = `the key "${item.id}" stands twice, first in ${other}:${line}`;
        problems.push({ ...place, message, hint: "give one of them another key" });
      } else known.set(item.id, reference);
    }
  }
  return { known, problems };
}

interface ReadFile {
  references: Reference[];
  problems: Problem[];
}

function ofBibtex(file: string, text: string): ReadFile {
  const { entries, problems } = readBibtex(file, text);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const references = entries
    // Fields that others share.
    .filter(({ type }) => type !== "xdata")
    .map((entry): Reference => {
      const { item, problems: found } = cslFromBibtex(entry, (key) => byKey.get(key));
      const place = { file, line: entry.line };
      problems.push(...found.map((reason) => ({ ...place, ...reason, message: `${entry.key}: ${reason.message}` })));
      return { item, place };
    });
  return { references, problems };
}

const Text = z.union([z.string(), z.number()]);
const Name = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
});
const CslDate = z.union([
  z.looseObject({ "date-parts": z.array(z.array(Text).min(1)).min(1) }),
  z.looseObject({ raw: z.string() }),
  z.looseObject({ literal: z.string() }),
]);
const KINDS = { text: Text, names: z.array(Name), date: CslDate } as const;

function ofJson(file: string, text: string): ReadFile {
  const problems: Problem[] = [];
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return {
      references: [],
      problems: [{ file, ...placeOfFault(error, text), message: `can't be read: ${messageOf(error)}` }],
    };
  }
  if (!Array.isArray(data)) {
    return { references: [], problems: [{ file, message: "is no list of works", hint: "export it as CSL JSON" }] };
  }
  const references = data.flatMap((value: unknown, index): Reference[] => {
    const work = z.looseObject({ id: Text, type: z.string() }).safeParse(value);
    if (!work.success) {
      problems.push({ file, message: `work ${index + 1} has no id or no type`, hint: "both are needed" });
      return [];
    }
    const id = String(work.data.id);
    const place = { file, line: lineOfId(text, id) };
    const note = (message: string, hint?: string) => problems.push({ ...place, message: `${id}: ${message}`, hint });
    if (!WORK_TYPES.has(work.data.type)) {
      note(`"${work.data.type}" is no type of CSL`, didYouMean(work.data.type, WORK_TYPES));
      return [];
    }
    const item: Record<string, unknown> & Pick<CslItem, "id" | "type"> = { id, type: work.data.type };
    for (const [variable, kind] of VARIABLES) {
      const written = work.data[variable];
      if (written === undefined || written === null || written === "") continue;
      const read = KINDS[kind].safeParse(written);
      if (read.success) item[variable] = read.data;
      else note(`"${variable}" is no ${kind === "text" ? "text" : kind === "names" ? "list of names" : "date"}`);
    }
    return [{ item, place }];
  });
  return { references, problems };
}

function lineOfId(text: string, id: string): number {
  const at = text.search(new RegExp(`"id"\\s*:\\s*"?${escapeRegExp(id)}"?\\s*[,}\\n]`));
  return text.slice(0, Math.max(0, at)).split("\n").length;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** As V8 says it. */
function placeOfFault(error: unknown, text: string): { line?: number } {
  const at = /position (\d+)/.exec(messageOf(error))?.[1];
  return at === undefined ? {} : { line: text.slice(0, Number(at)).split("\n").length };
}
