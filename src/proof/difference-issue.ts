/** The text of an issue that tells a page's author about different outcomes. */
import type { SharedPage } from "../content/samples/samples-file.ts";
import { withControlPictures } from "../content/text/control-characters.ts";
import { lineDifference } from "../content/text/line-difference.ts";
import type { ServerReport } from "./postgres/server-report.ts";
import type { Verdict } from "./rerun-page.ts";

/** Trackers take no more in an address than servers do. */
const LONGEST_TITLE = 120;

export interface Rerun {
  page: SharedPage;
  /** In the samples' order. */
  verdicts: readonly Verdict[];
  server: ServerReport;
  /** Such as `18.4`. */
  postgres: string;
  node: string;
  /** Such as `linux x64`. */
  platform: string;
  /** Whether the SQL ran as a superuser, as the page's did. */
  asSuperuser: boolean;
}

/** Markdown. The first line is its title. */
export function differenceIssue(rerun: Rerun): string {
  const { page, verdicts, server, platform, asSuperuser, node } = rerun;
  const { checked, versions, alsoOn } = page.transcript;
  const known = [...Object.entries(versions), ...Object.entries(alsoOn ?? {})].map(([name, version]) =>
    /\d$/.test(name) ? version : `${name} ${version}`,
  );
  const counts = countsText(verdicts);
  const settings = server.settings.length > 0 ? server.settings.map((one) => `\`${one}\``).join(", ") : "as usual";
  const parts = verdicts.flatMap((verdict, index) =>
    verdict.kind === "differs" ? [partOf(page, index, verdict.was, verdict.is)] : [],
  );
  const text = [
    `# ${issueTitle(rerun)}`,
    `Page: ${page.page}`,
    [
      "| | |",
      "| --- | --- |",
      `| Server | ${server.version.replaceAll("|", "\\|")} |`,
      `| Locale | ${server.locale} |`,
      `| Settings | ${settings} |`,
      `| Node | ${node}, ${platform} |`,
      `| SQL ran as | ${asSuperuser ? "a superuser" : "the owner of a database, who is no superuser"} |`,
      `| The page was checked | ${checked}, on ${known.join(", ")} |`,
      `| Its samples here | ${counts} |`,
    ].join("\n"),
    ...parts,
  ];
  return withControlPictures(`${text.join("\n\n")}\n`);
}

export function issueTitle({ page, postgres, verdicts }: Rerun): string {
  const count = verdicts.filter(({ kind }) => kind === "differs").length;
  const what = count === 1 ? "another result" : `${count} other results`;
  const title = withControlPictures(page.title).replace(/\s+/g, " ");
  return `${title.slice(0, LONGEST_TITLE)}: ${what} on PostgreSQL ${postgres}`;
}

/** Where the issue can be opened with its title; GitHub and Forgejo take it as `title`, GitLab as `issue[title]`. */
export function issueAddress(issues: string, title: string): string {
  const address = new URL(issues);
  address.searchParams.set(address.pathname.includes("/-/") ? "issue[title]" : "title", title);
  return address.href;
}

/** `30 the same, 1 differs, 2 unknown`. */
export function countsText(verdicts: readonly Verdict[]): string {
  const names: [Verdict["kind"], string][] = [
    ["same", "the same"],
    ["differs", "with another result"],
    ["further", "with a further outcome of a race"],
    ["unknown", "unknown"],
    ["refused", "not run"],
    ["elsewhere", "for other versions"],
  ];
  return names
    .map(([kind, name]) => [verdicts.filter((verdict) => verdict.kind === kind).length, name] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(", ");
}

/** What is run, and what differs: lines with `-` are the page's. */
function partOf({ samples }: SharedPage, index: number, was: string, is: string): string {
  const { language = "", code = "" } = samples[index] ?? {};
  const lines = lineDifference(was, is).map(({ sign, text }) => `${sign} ${text}`);
  return [
    `## Sample ${index + 1}`,
    fenced(language, code),
    "The page says `-`, and here came `+`:",
    fenced("diff", lines.join("\n")),
  ].join("\n\n");
}

function fenced(language: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd()}\n${fence}`;
}
