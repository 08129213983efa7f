/** `wellformed prove`: runs every sample of the site and writes the transcripts beside its pages. */
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { ContentError, type Problem } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { isProgram } from "../content/samples/languages.ts";
import {
  labelOf,
  type NamedVersions,
  namedVersions,
  SYSTEMS,
  type Version,
  versionOf,
} from "../content/samples/version.ts";
import { pageEngine } from "../proof/in-page/pglite.ts";
import { transcriptInPage } from "../proof/in-page/transcript-in-page.ts";
import { startMachines, stopMachines } from "../proof/machine.ts";
import { canConfine } from "../proof/programs/confinement.ts";
import { differenceText, type PageProof, provePages } from "../proof/prove-pages.ts";
import { RACING } from "../proof/timelines/open-order.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { readProofs } from "../reading/read-proofs.ts";
import { collections } from "../site/collections.ts";
import { readTools } from "../site/tools.ts";
import { documentation } from "./engine.ts";
import { readProveOptions } from "./options/options.ts";
import { count } from "./report/numbers.ts";

export async function prove(args: string[]): Promise<void> {
  const { siteDir, files, check, on } = readProveOptions(args, process.env);
  const proofs = await readProofs(siteDir, collections, await readTools(siteDir));
  if (!proofs.ok) throw new ContentError(proofs.problems, sourcesIn(siteDir));
  const { pages, transcripts, orphans, site } = proofs.value;
  const unknown = files.find((file) => !pages.some((page) => page.file === file));
  if (unknown !== undefined) {
    const isThere = existsSync(join(siteDir, unknown));
    throw new UsageError(isThere ? `${unknown} has no samples that are proven` : `there is no file ${unknown}`);
  }
  const chosen = files.length > 0 ? pages.filter(({ file }) => files.includes(file)) : pages;
  if (pages.length === 0) console.log("No text has a sample that is proven, such as ```sql proof");
  const today = Temporal.Now.plainDateISO(site.timeZone).toString();
  const named = namedVersions(site.proofs);
  const only = on === undefined ? undefined : namedVersion(on, named);
  const addresses = (process.env["PROVE_DATABASE_URL"] ?? "").split(/\s+/).filter(Boolean);
  const machines = await startMachines({ named, addresses, siteDir, only });
  if (chosen.some(({ samples }) => samples.some(({ language }) => isProgram(language))) && !(await canConfine()))
    console.log(`Programs are not confined on this system: ${documentation("proof.md")} says what they can reach`);
  const engine = site.proofs.runInPage && !check ? await pageEngine() : undefined;
  const problems: Problem[] = [];
  try {
    const options = { machines, named, siteDir, mayRunShell: site.proofs.shell, transcripts, today, check };
    for await (const proof of provePages(chosen, options)) {
      problems.push(...proof.problems);
      report(proof);
      if (check) problems.push(...differencesOf(proof));
      else if (proof.problems.length === 0) {
        const samples = pages.find(({ file }) => file === proof.file)?.samples ?? [];
        const known = transcripts.get(proof.file);
        const text = engine ? await transcriptInPage(proof.text, samples, known, engine) : proof.text;
        await writeFile(join(siteDir, proof.path), text);
      }
    }
  } finally {
    await stopMachines(machines);
  }
  if (!check && files.length === 0) for (const path of orphans) await rm(join(siteDir, path));
  if (problems.length > 0) throw new ContentError(problems);
}

/** `17`, or `Node 26`, which the site must name. */
function namedVersion(text: string, named: NamedVersions): Version {
  const all = SYSTEMS.flatMap((system) => named[system].map((major) => ({ system, major })));
  const found = all.filter(
    (version) =>
      labelOf(version) === labelOf(versionOf(text) ?? version) && (versionOf(text) || String(version.major) === text),
  );
  const [only, other] = found;
  if (only && !other) return only;
  const names = all.map(labelOf).join(", ");
  throw new UsageError(
    `--on takes a version that proofs in _data/site.ts names (${names || "it names none"}), not "${text}"`,
  );
}

function report({ file, samples, on, differences, notRun, seconds }: PageProof): void {
  const versions = on.length > 0 ? ` on ${count(on.length + 1, "version")}` : "";
  console.log(
    `${file}: ${count(samples, "sample")}${versions}, ${count(differences.length, "new result")}, ${seconds.toFixed(1)} s`,
  );
  for (const difference of differences) console.log(differenceText(file, difference));
  for (const { line, count: samples, lacks } of notRun) {
    const which = samples === 1 ? "was" : `and ${count(samples - 1, "sample")} below were`;
    console.log(`  ${file}:${line} ${which} not run: the sample needs ${lacks}`);
  }
}

/** That a race came out in a further way is printed, and no problem: the next run may be without it. */
function differencesOf({ file, differences }: PageProof): Problem[] {
  const message = "another result came out than the page shows";
  const again = "run npm run prove, and read it again";
  return differences
    .filter(({ isFurther }) => !isFurther)
    .map(({ line, on, mayRace }) => ({
      ...{ file, line, message: on ? `${message}, on ${on.join(", ")}` : message },
      hint: mayRace ? `${again}; it may race: ${RACING}` : again,
    }));
}
