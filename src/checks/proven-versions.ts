/** Whether each page's samples were run on the versions that the site names, and on no others. */
import { didYouMean } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { TOOLS, TOOLS_OF } from "../content/samples/languages.ts";
import type { Needs } from "../content/samples/needs.ts";
import type { DigestedSample } from "../content/samples/sample.ts";
import type { Transcript } from "../content/samples/transcript.ts";
import {
  labelOf,
  majorOf,
  namedVersions,
  otherVersions,
  SYSTEMS,
  systemOf,
  versionsText,
} from "../content/samples/version.ts";
import type { Site } from "../content/site.ts";

interface SampledPage {
  readonly file: string;
  readonly samples: readonly DigestedSample[];
  /** The oldest PostgreSQL on which they are run. */
  readonly floor?: number | undefined;
  /** The machine's tools that they need. */
  readonly needs?: Needs | undefined;
}

const AGAIN = "run npm run prove";

/** A name in `needs` that says nothing of any sample of its page. */
export function checkNeeds(pages: readonly SampledPage[]): Problem[] {
  return pages.flatMap(({ file, samples, needs = {} }) => {
    const languages = samples.map(({ language }) => language);
    const hasShell = languages.some((language) => language === "sh" || language === "bash");
    const used = new Set(languages.flatMap((language) => TOOLS_OF[language] ?? []).map((tool) => tool.toLowerCase()));
    const tools: string[] = TOOLS.map((tool) => tool.toLowerCase());
    return Object.keys(needs).flatMap((name): Problem[] => {
      if (used.has(name) || (hasShell && !tools.includes(name))) return [];
      const hint = didYouMean(name, [...used]) ?? "leave it out";
      return [
        { file, field: "needs", message: `names ${name}, which no sample of the page uses`, hint, written: name },
      ];
    });
  });
}

/** Another check reports pages without a transcript, or with one of other samples. */
export function checkProvenVersions(
  pages: readonly SampledPage[],
  transcripts: ReadonlyMap<string, Transcript>,
  { proofs }: Site,
): Problem[] {
  const named = namedVersions(proofs);
  return pages.flatMap(({ file, samples, floor }) => {
    const transcript = transcripts.get(file);
    if (!transcript) return [];
    const languages = new Set(samples.map(({ language }) => language));
    const first = SYSTEMS.flatMap((system): Problem[] => {
      const [major, version] = [named[system][0], transcript.versions[system]];
      const isAsked = [...languages].some((language) => systemOf(language) === system);
      const shown = major ?? (version === undefined ? undefined : majorOf(version));
      if (system === "PostgreSQL" && isAsked && shown !== undefined && floor !== undefined && floor > shown) {
        const message = `needs PostgreSQL ${floor}, and pages show what comes of ${shown}`;
        const settings = "proofs.postgres in _data/site.ts";
        const hint = major === undefined ? `${settings} names none` : `the first of ${settings} is ${major}`;
        return [{ file, field: "postgres", message, hint }];
      }
      if (!isAsked || major === undefined || version === undefined || majorOf(version) === major) return [];
      const message = `shows what came of ${system} ${version}, and the first that the site names is ${major}`;
      return [{ file, message, hint: AGAIN }];
    });
    const wanted = otherVersions(named, languages, floor).map(labelOf);
    const known = Object.keys(transcript.alsoOn ?? {});
    const missing = wanted.filter((label) => !known.includes(label));
    const surplus = known.filter((label) => !wanted.includes(label));
    return [
      ...first,
      ...(missing.length > 0 ? [{ file, message: `was not proven on ${versionsText(missing)}`, hint: AGAIN }] : []),
      ...(surplus.length > 0
        ? [{ file, message: `was proven on ${versionsText(surplus)}, for which it is not`, hint: AGAIN }]
        : []),
    ];
  });
}
