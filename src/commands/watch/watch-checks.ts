/** `wellformed check --watch`: checks the site after every change and prints the report, until it is ended. */
import { FollowedSite } from "../dev/followed-site.ts";
import { startBuilder } from "../dev/start-builder.ts";
import type { BuildOptions } from "../options/build-options.ts";
import { count } from "../report/numbers.ts";
import { type Checked, checkedFault } from "./checked.ts";

/** Signals that end it. */
const ENDINGS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export async function watchChecks({ siteDir, format }: BuildOptions, args: readonly string[]): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    for (const signal of ENDINGS) process.once(signal, () => resolve());
    // The output was closed: the editor is gone.
    process.stdout.once("error", () => resolve());
  });
  const site = new FollowedSite<Checked>(siteDir, (onLoaded) =>
    startBuilder("watch/checker", args, onLoaded, checkedFault),
  );
  const print = format === "json" ? printLine : printerForPeople();
  try {
    await Promise.race([ended, follow(site, print)]);
  } finally {
    await site.end();
  }
}

async function follow(site: FollowedSite<Checked>, print: (checked: Checked) => void): Promise<never> {
  for (let changed: string[] = []; ; changed = await site.changes()) {
    const checked = await site.builder().build(changed, () => {});
    // A report that is out of date already is not printed.
    if (checked && !site.hasChanged()) print(checked);
  }
}

function printLine({ report }: Checked): void {
  console.log(JSON.stringify(report));
}

/** Prints only a report that differs from the last. */
function printerForPeople(): (checked: Checked) => void {
  let last: string | undefined;
  return ({ report: { problems, warnings, failure }, text }) => {
    if (text === last) return;
    last = text;
    const found = `${count(problems.length, "problem")} and ${count(warnings.length, "warning")}`;
    console.log(text === "" ? "Nothing is wrong." : `${text}\n\n${failure ? "Nothing was checked" : found}.`);
  };
}
