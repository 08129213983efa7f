/** `wellformed prove`: runs every sample of the site and writes the transcripts beside its pages. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { ContentError, type Problem } from "../content/problems/problem.ts";
import { UsageError } from "../content/problems/usage-error.ts";
import { RACING } from "../proof/open-order.ts";
import { differenceText, type PageProof, provePages } from "../proof/prove-pages.ts";
import { startServer } from "../proof/server.ts";
import { sourcesIn } from "../reading/read-files.ts";
import { readProofs } from "../reading/read-proofs.ts";
import { collections } from "../site/collections.ts";
import { readTools } from "../site/tools.ts";
import { readProveOptions } from "./options.ts";
import { count } from "./report.ts";

export async function prove(args: string[]): Promise<void> {
  const { siteDir, files, check } = readProveOptions(args, process.env);
  const proofs = await readProofs(siteDir, collections, await readTools(siteDir));
  if (!proofs.ok) throw new ContentError(proofs.problems, sourcesIn(siteDir));
  const { pages, transcripts, orphans, site } = proofs.value;
  const unknown = files.find((file) => !pages.some((page) => page.file === file));
  if (unknown) throw new UsageError(`${unknown} has no samples that are proven`);
  const chosen = files.length > 0 ? pages.filter(({ file }) => files.includes(file)) : pages;
  const today = Temporal.Now.plainDateISO(site.timeZone).toString();
  const server = await startServer(process.env["PROVE_DATABASE_URL"]);
  const problems: Problem[] = [];
  try {
    const options = { server, siteDir, mayRunShell: site.proofs.shell, transcripts, today, check };
    for await (const proof of provePages(chosen, options)) {
      problems.push(...proof.problems);
      report(proof);
      if (check) problems.push(...differencesOf(proof));
      else if (proof.problems.length === 0) await writeFile(join(siteDir, proof.path), proof.text);
    }
  } finally {
    await server.stop();
  }
  if (!check && files.length === 0) for (const path of orphans) await rm(join(siteDir, path));
  if (problems.length > 0) throw new ContentError(problems);
}

function report({ file, samples, differences, seconds }: PageProof): void {
  console.log(
    `${file}: ${count(samples, "sample")}, ${count(differences.length, "new result")}, ${seconds.toFixed(1)} s`,
  );
  for (const difference of differences) console.log(differenceText(file, difference));
}

/** That a race came out in a further way is printed, and no problem: the next run may be without it. */
function differencesOf({ file, differences }: PageProof): Problem[] {
  const message = "another result came out than the page shows";
  const again = "run npm run prove, and read it again";
  return differences
    .filter(({ isFurther }) => !isFurther)
    .map(({ line, mayRace }) => ({ file, line, message, hint: mayRace ? `${again}; it may race: ${RACING}` : again }));
}
