/** The files with pages' samples that readers run on their own servers. */
import { absoluteUrl } from "../content/address.ts";
import type { Entry } from "../content/entry.ts";
import { newIssueAddress, samplesFile, samplesPath } from "../content/samples/samples-file.ts";
import type { DerivedSite } from "./derive.ts";

/** Of these entries, for those that have samples. A translation has those of its original. */
export function sharedSamples({ read, content }: Pick<DerivedSite, "read" | "content">, entries: readonly Entry[]) {
  const proven = new Map(read.proven.map((page) => [page.file, page]));
  const { site, translations } = content;
  return entries.flatMap(({ file, path, title, body }): { path: string; text: string }[] => {
    if (!body.proof) return [];
    const own = [file, ...(translations.get(file) ?? []).map((entry) => entry.file)].find((one) => proven.has(one));
    const [page, transcript] = [proven.get(own ?? ""), read.transcripts.known.get(own ?? "")];
    if (!page || !transcript) return [];
    const issues = newIssueAddress(site.edit);
    const { samples, floor } = page;
    const text = samplesFile({ page: absoluteUrl(site, path), title, issues, floor, samples, transcript });
    return text === undefined ? [] : [{ path: samplesPath(path), text }];
  });
}
