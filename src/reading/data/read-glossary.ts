/** Reads a site's glossary; problems have their lines. */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { GLOSSARY_FILES, Meaning, type Term } from "../../content/glossary.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import type { ProblemCollector } from "../../content/problems/problem-collector.ts";
import type { Site } from "../../content/site.ts";
import { readOptionalFile } from "../read-files.ts";

/** The keys that a term may have. */
const KEYS = ["means", "also", "lang"];

export async function readGlossary(siteDir: string, site: Site, problems: ProblemCollector): Promise<readonly Term[]> {
  const found = [];
  for (const file of GLOSSARY_FILES) {
    const text = problems.take(await readOptionalFile(siteDir, file));
    if (text !== undefined) found.push({ file, text });
  }
  const [first, second] = found;
  if (first && second)
    problems.add({ file: second.file, message: `is the glossary, and so is ${first.file}`, hint: "delete one" });
  return first ? termsIn(first.file, first.text, site, problems) : [];
}

function termsIn(file: string, text: string, site: Site, problems: ProblemCollector): Term[] {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: "1.2", lineCounter, prettyErrors: false });
  const lineOf = (offset: number) => lineCounter.linePos(offset).line;
  const [fault] = document.errors;
  if (fault) {
    problems.add({ file, line: lineOf(fault.pos[0]), message: `YAML: ${fault.message}` });
    return [];
  }
  if (document.contents === null) return [];
  if (!isMap(document.contents)) {
    problems.add({ file, message: "has no terms", hint: "write a line for each: MVCC: what it means" });
    return [];
  }
  const terms: Term[] = [];
  const seen = new Map<string, number>();
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value).trim() : "";
    const line = isScalar(key) && key.range ? lineOf(key.range[0]) : 1;
    const data: unknown =
      value && typeof value === "object" && "toJS" in value ? document.contents.get(key, false) : null;
    const read = Meaning.safeParse(plainOf(data));
    if (!read.success) {
      const [issue] = read.error.issues;
      const [key] = issue?.code === "unrecognized_keys" ? issue.keys : [];
      if (key === undefined) problems.add({ file, line, field: name, message: issue?.message ?? "can't be read" });
      else problems.add({ file, line, field: name, message: `has no "${key}"`, hint: didYouMean(key, KEYS) });
      continue;
    }
    const { means, also = [], lang = site.language } = { also: undefined, lang: undefined, ...read.data };
    if (!name) continue;
    for (const one of [name, ...also]) {
      const before = seen.get(`${lang} ${one}`);
      if (before !== undefined)
        problems.add({ file, line, message: `"${one}" is defined twice, first on line ${before}` });
      seen.set(`${lang} ${one}`, line);
    }
    terms.push({ name, means, also, lang });
  }
  return terms;
}

/** YAML's nodes as data. */
function plainOf(data: unknown): unknown {
  return isMap(data) ? data.toJSON() : data;
}
