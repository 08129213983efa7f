/** What `wellformed rerun` is about to run and create, for the reader to confirm. */
import { groupBy } from "../../content/group-by.ts";
import type { SampleLanguage } from "../../content/samples/languages.ts";
import type { SharedPage } from "../../content/samples/samples-file.ts";
import { withControlPictures } from "../../content/text/control-characters.ts";
import { type Permissions, refusalOf } from "../../proof/permissions.ts";
import type { DatabasesAndRoles } from "../../proof/postgres/server.ts";
import { count } from "../report/numbers.ts";
import type { RerunOptions } from "./rerun-options.ts";

export interface RerunPlan extends Pick<RerunOptions, "address" | "programs" | "superuser"> {
  /** What the samples create by name. */
  made: DatabasesAndRoles;
  /** Whether this machine can confine programs: see `canConfine`. */
  canConfine: boolean;
}

type PlannedSample = { language: SampleLanguage };

export interface Planned extends Pick<SharedPage, "title" | "page"> {
  samples: readonly PlannedSample[];
}

export function planText({ title, page, samples }: Planned, plan: RerunPlan): string {
  const { address, programs, superuser, made } = plan;
  const whereRefused = (permissions: Permissions) =>
    samples.filter(({ language }) => refusalOf(language, permissions) !== undefined);
  const never = whereRefused({ mayRunShell: false, isStrangers: true });
  const others = samples.filter((sample) => sample.language !== "sql" && !never.includes(sample));
  const run = samples.filter((sample) => sample.language === "sql" || (programs && others.includes(sample)));
  const names = [
    ...made.roles.map((role) => `role ${role}`),
    ...made.databases.map((database) => `database ${database}`),
  ];
  const where = address
    ? `a database and a role of new names on ${address.host}:${address.port}`
    : "a database on a server of its own, which goes with it";
  const lines = [
    `${title} (${page})`,
    `runs: ${byLanguage(run) || "nothing"}`,
    !programs && others.length > 0 && `runs with --programs: ${byLanguage(others)}`,
    never.length > 0 && `never runs: ${byLanguage(never)}`,
    `makes and drops: ${[where, ...names].join("; ")}`,
    superuser
      ? "The SQL runs as a superuser, who can read files and start programs where the server is."
      : "The SQL runs as the owner of that database, who is no superuser.",
    programs && others.length > 0 && networkText(plan),
  ];
  return withControlPictures(lines.filter((line) => line !== false).join("\n"));
}

/** Programs reach a server of the reader's own by the network, so they can't be kept from it. */
function networkText({ address, canConfine }: RerunPlan): string {
  return canConfine && !address
    ? "Programs run as you, without a network; they write to a folder of their own, and can read what you can."
    : "Programs run as you; Node keeps them to a folder, except SQLite's files, but not from the network.";
}

/** `2 samples of SQL, 1 sample of ts`. */
function byLanguage(samples: readonly PlannedSample[]): string {
  const groups = groupBy(samples, ({ language }) => language);
  return [...groups]
    .map(([language, all]) => `${count(all.length, "sample")} of ${language === "sql" ? "SQL" : language}`)
    .join(", ");
}
