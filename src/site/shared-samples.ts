/** Files with the samples of pages, for readers to run on servers of their own or in the page itself. */
import { absoluteUrl } from "../content/address.ts";
import type { Entry } from "../content/entry.ts";
import { codeKey } from "../content/samples/code-key.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import { newIssueAddress, offeredPath, samplesFile, samplesPath } from "../content/samples/samples-file.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import type { DerivedSite } from "./derive.ts";

interface TextFile {
  path: string;
  text: string;
}

/** For those of the entries that have samples. A translation has the samples of its original. */
export function sharedSamples({ read, content }: Pick<DerivedSite, "read" | "content">, entries: readonly Entry[]) {
  const proven = new Map(read.proven.map((page) => [page.file, page]));
  const { site, translations } = content;
  return entries.flatMap(({ file, path, title, body }): TextFile[] => {
    if (!body.proof) return [];
    const own = [file, ...(translations.get(file) ?? []).map((entry) => entry.file)].find((one) => proven.has(one));
    const [page, transcript] = [proven.get(own ?? ""), read.transcripts.known.get(own ?? "")];
    if (!page || !transcript) return [];
    const issues = newIssueAddress(site.edit);
    const { samples, floor } = page;
    const text = samplesFile({ page: absoluteUrl(site, path), title, issues, floor, samples, transcript });
    if (text === undefined) return [];
    const offered = { path: offeredPath(path), text: JSON.stringify(offeredOf(samples, transcript)) };
    return [{ path: samplesPath(path), text }, ...(site.proofs.runInPage ? [offered] : [])];
  });
}

/**
 * The indexes of samples that can be run in a page, with the keys of their codes. Samples with the same code are left out, since a
 * page can't tell them apart.
 */
function offeredOf(samples: readonly DigestedSample[], { inPage }: Transcript): [index: number, key: string][] {
  const keys = samples.map(({ code }) => codeKey(withControlPictures(code)));
  const isOnce = (key: string) => keys.indexOf(key) === keys.lastIndexOf(key);
  return (inPage?.samples ?? []).flatMap((index): [number, string][] => {
    const key = keys[index];
    return key !== undefined && isOnce(key) ? [[index, key]] : [];
  });
}
