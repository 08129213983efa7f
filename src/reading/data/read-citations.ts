/** Reads the works that texts can cite, `_data/references.bib` and `.json`, and the citation style. */
import { digestOfData } from "../../cache/digest.ts";
import { citationStyle, ownStyle, type StyleSource } from "../../citations/citation-style.ts";
import { readReferences } from "../../citations/read-references.ts";
import { CITATION_STYLES, type CitationStyle, REFERENCE_FILES, type Reference } from "../../content/citation.ts";
import type { ProblemCollector } from "../../content/problems/problem-collector.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import type { Site } from "../../content/site.ts";
import { readOptionalFile } from "../read-files.ts";

export interface SiteCitations {
  readonly references: ReadonlyMap<string, Reference>;
  readonly style: CitationStyle;
  /** For worker threads, which load the style themselves. */
  readonly source: StyleSource;
}

/** Undefined for a site without references. */
export async function readCitations(
  siteDir: string,
  site: Site,
  problems: ProblemCollector,
): Promise<SiteCitations | undefined> {
  const texts = new Map<string, string>();
  for (const file of REFERENCE_FILES) {
    const text = problems.take(await readOptionalFile(siteDir, file));
    if (text !== undefined) texts.set(file, text);
  }
  if (texts.size === 0) return undefined;
  const read = readReferences(texts);
  problems.addAll(read.problems);
  const references = read.known;
  const source = problems.take(await styleSource(siteDir, site));
  const style = source && problems.take(styleFrom(source));
  if (source && style) return { references, style, source };
  // Where the site's own style is not there, or broken, texts are read as if it were right: what they cite is there.
  const usual = ownStyle("author-date");
  const instead = styleFrom(usual);
  return instead.ok ? { references, style: instead.value, source: usual } : undefined;
}

/** Loads a style that was read before; its version is a digest of the CSL. */
export function styleFrom(source: StyleSource): Result<CitationStyle> {
  return citationStyle(source, digestOfData(source.csl));
}

async function styleSource(siteDir: string, { citations }: Site): Promise<Result<StyleSource>> {
  const own = CITATION_STYLES.find((name) => name === citations.style);
  if (own) return success(ownStyle(own));
  const file = `_data/${citations.style}`;
  const text = await readOptionalFile(siteDir, file);
  if (!text.ok) return text;
  if (text.value !== undefined) return success({ file, csl: text.value });
  const hint = `put the style there, or write ${CITATION_STYLES.join(", ")}`;
  return failure({
    file: "_data/site.ts",
    field: "citations.style",
    message: `names ${file}, which does not exist`,
    hint,
    written: `"${citations.style}"`,
  });
}
