/** `wellformed init`: makes the folder of a new site, which builds. */
import { mkdir } from "node:fs/promises";
import { relative } from "node:path";
import { Temporal } from "temporal-polyfill";
import { UsageError } from "../content/problems/usage-error.ts";
import { collections } from "../site/collections.ts";
import { QUESTIONS } from "../starter/answers.ts";
import { siteFiles } from "../starter/site-files.ts";
import { engineFor, packedInto } from "./engine-source.ts";
import { askFor } from "./init/ask.ts";
import { inTheWay } from "./init/in-the-way.ts";
import { readInitOptions } from "./init/init-options.ts";
import { install, packageManagerOf } from "./package-manager.ts";
import { writeNew } from "./write-new.ts";

/** How many names of files a message has room for. */
const NAMED = 5;

export async function init(args: string[]): Promise<void> {
  const { folder, given, takesUsual, engine, installs } = readInitOptions(args, process.env);
  await checkFolder(folder);
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const terminal = process.stdin.isTTY ? { input: process.stdin, output: process.stdout } : undefined;
  if (terminal && !takesUsual && Object.keys(given).length < QUESTIONS.length) {
    console.log("Enter takes what is in brackets; all of it can be changed later.");
  }
  const answers = await askFor({ given, takesUsual, locale, terminal });
  await mkdir(folder, { recursive: true });
  const site = { ...answers, timeZone, engine: engine ? await packedInto(folder, engine) : await engineFor(folder) };
  const files = await siteFiles(site, Temporal.Now.zonedDateTimeISO(timeZone), collections);
  const kept = await writeNew(folder, files);
  const paths = [...files.keys()].map((path) => `  ${path}${kept.has(path) ? " (stays as it was)" : ""}`);
  console.log([`${folder} has a site:`, ...paths].join("\n"));
  const manager = packageManagerOf(folder, process.env["npm_config_user_agent"]);
  if (installs) {
    console.log("Installing the engine …");
    await install(folder, manager);
  }
  const to = relative(".", folder).startsWith("..") ? folder : relative(".", folder);
  const steps = [to && `cd ${/\s/.test(to) ? `"${to}"` : to}`, !installs && `${manager} install`, `${manager} start`];
  console.log(`Now type: ${steps.filter(Boolean).join(" && ")}`);
}

/** A site is never mixed with anything else. */
async function checkFolder(folder: string): Promise<void> {
  const names = await inTheWay(folder);
  if (names.length === 0) return;
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : "";
  const hint = "a new site takes an empty folder";
  throw new UsageError(`${folder} is not empty: it has ${names.slice(0, NAMED).join(", ")}${more} (${hint})`);
}
