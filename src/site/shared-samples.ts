/** The files with pages' samples: what readers run on their own servers, and what a page offers to run by itself. */
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

/** Of these entries, for those that have samples. A translation has those of its original. */
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

/** The places of samples that hold in a page, with the keys of their codes. What stands on a page twice can't be told apart. */
function offeredOf(samples: readonly DigestedSample[], { inPage }: Transcript): [index: number, key: string][] {
  const keys = samples.map(({ code }) => codeKey(withControlPictures(code)));
  const isOnce = (key: string) => keys.indexOf(key) === keys.lastIndexOf(key);
  return (inPage?.samples ?? []).flatMap((index): [number, string][] => {
    const key = keys[index];
    return key !== undefined && isOnce(key) ? [[index, key]] : [];
  });
}
