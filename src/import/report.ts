/** The report of an import, for people (`import-report.md`) and for programs (`import-report.json`). */

import { groupBy } from "../content/group-by.ts";
import type { Manifest } from "./site-writer.ts";
import type { Left } from "./source-site.ts";

export const REPORT_FILE = "import-report.md";
export const REPORT_DATA = "import-report.json";

export interface ImportReport {
  readonly kind: string;
  readonly source: string;
  /** The kind that `auto` detected. */
  readonly found?: string | undefined;
  readonly posts: { readonly read: number; readonly published: number; readonly clean: number };
  readonly pages: number;
  /** Beside posts. */
  readonly files: number;
  /** Files at their old addresses. */
  readonly publicFiles: { readonly count: number; readonly bytes: number };
  readonly redirects: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Posts that are drafts now, with the reason. */
  readonly drafts: readonly { file: string; source: string; why: string }[];
  readonly left: readonly Left[];
  /** Words that are lost, and of which no line says so: faults of the importer. */
  readonly lost: readonly { source: string; words: readonly string[] }[];
  /** Posts that the old feed did not hold, where one was given; undefined where none was. */
  readonly notInFeed?: readonly string[] | undefined;
  readonly written: Manifest;
}

const MOST_SAMPLES = 8;
const MOST_NAMES = 200;

/** Without what differs from one run to the next. */
export function reportData({ seconds: _, megabytes: __, ...rest }: ImportReport): string {
  return `${JSON.stringify(rest, null, 1)}\n`;
}

export function reportText(report: ImportReport): string {
  const { posts, drafts, left, lost } = report;
  const outcomes = (outcome: Left["outcome"]) => left.filter((one) => one.outcome === outcome);
  const sections = [
    `# Import of ${report.source}`,
    [
      `${report.kind}${report.found ? ` (${report.found})` : ""}: ${counted(posts.read, "post")} read, ${posts.published} published, ${counted(drafts.length, "draft")}; ${posts.clean} with nothing left over.`,
      `${counted(report.pages, "page")}, ${counted(report.files, "file")} beside posts, ${inPublic(report.publicFiles)}${counted(report.redirects, "redirect")}.`,
      "",
      "*Left over* has no counterpart here: its replacement is beside it. *Changed* has one. Run the import again after you have",
      "changed `import-rules.ts`, before you edit any post by hand.",
    ].join("\n"),
    proposals(left),
    groups("Left over", outcomes("left")),
    list(
      "Words that no line of this report accounts for",
      lost.map(
        ({ source, words }) =>
          `\`${source}\`: ${words.slice(0, 20).join(" ")}${words.length > 20 ? ` … (${words.length})` : ""}`,
      ),
      "They are faults of the importer: please report them.",
    ),
    list(
      "Drafts",
      drafts.map(({ file, source, why }) => `\`${file}\` from \`${source}\`: ${why}`),
    ),
    list(
      "Not in the old feed",
      (report.notInFeed ?? []).map((file) => `\`${file}\``),
      "Their ids follow from their old addresses.",
    ),
    groups("Changed", outcomes("noted")),
  ];
  return `${sections.filter(Boolean).join("\n\n")}\n`;
}

/** By construct, the most frequent first. */
function groups(title: string, left: readonly Left[]): string {
  if (left.length === 0) return "";
  const byConstruct = [...groupBy(left, ({ construct }) => construct)].sort(
    ([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1),
  );
  const tables = byConstruct.map(([construct, all]) => {
    const files = new Set(all.map(({ file }) => file)).size;
    const rows = all
      .slice(0, MOST_SAMPLES)
      .map(
        ({ file, line, was, now }) =>
          `- ${code(line ? `${file}:${line}` : file)} ${code(was)} → ${now ? code(now) : "nothing"}`,
      );
    const more = all.length > MOST_SAMPLES ? [`- … and ${all.length - MOST_SAMPLES} more in \`${REPORT_DATA}\``] : [];
    return [`### ${construct}: ${all.length} in ${counted(files, "file")}`, "", ...rows, ...more].join("\n");
  });
  return [`## ${title}`, ...tables].join("\n\n");
}

function list(title: string, rows: readonly string[], note = ""): string {
  if (rows.length === 0) return "";
  const shown = rows.slice(0, MOST_NAMES).map((row) => `- ${row}`);
  const more = rows.length > MOST_NAMES ? [`- … and ${rows.length - MOST_NAMES} more in \`${REPORT_DATA}\``] : [];
  return [`## ${title}`, "", ...(note ? [note, ""] : []), ...shown, ...more].join("\n");
}

/** An entry of `import-rules.ts` for each unknown tag, with examples of its use. */
function proposals(left: readonly Left[]): string {
  const unknown = [
    ...groupBy(
      left.filter(({ tag }) => tag !== undefined),
      ({ tag }) => tag ?? "",
    ),
  ].sort(([, one], [, other]) => other.length - one.length);
  if (unknown.length === 0) return "";
  const entries = unknown.flatMap(([tag, uses]) => [
    `    // ${counted(uses.length, "use")}, such as ${[...new Set(uses.map(({ was }) => was))].slice(0, 3).join("   ").replace(/\*\//g, "* /")}`,
    `    ${/^[A-Za-z_$][\w$]*$/.test(tag) ? tag : JSON.stringify(tag)}: ${proposalFor(uses)},`,
  ]);
  return [
    "## Tags of this site's own",
    "",
    "Say what they are in `import-rules.ts` in the folder of the new site, and run the import again:",
    "",
    "```ts",
    "export default {",
    "  tags: {",
    ...entries,
    "  },",
    "};",
    "```",
    "",
    "A rule is Markdown with places (`{0}` is the first argument, `{src}` the one of that name, `{body}` the tag's content), a function, or",
    '`{ is: "picture", src: "{src}", alt: "{alt}" }`, `{ is: "callout", kind: "NOTE" }`, `{ is: "link", to: "…" }`, `{ is: "code" }`, `{ is: "quotation" }`,',
    '`{ is: "file", path: "…" }`, `{ is: "text" }`, `{ is: "dropped" }`.',
  ].join("\n");
}

function proposalFor(uses: readonly Left[]): string {
  const [first] = uses;
  if (first?.now === "its content") return '{ is: "text" }';
  const names = [...(first?.was ?? "").matchAll(/([\w-]+)\s*[=:]\s*["']/g)].map(([, name = ""]) => name);
  const src = names.find((name) => /src|file|image|url|path/i.test(name));
  if (src)
    return `{ is: "picture", src: "{${src}}", alt: "{${names.find((name) => /alt|title|caption/i.test(name)) ?? "alt"}}" }`;
  return '{ is: "dropped" }';
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function inPublic({ count, bytes }: ImportReport["publicFiles"]): string {
  return count > 0 ? `${count} in \`public/\` (${inUnits(bytes)}), ` : "";
}

function inUnits(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const ticks = "`".repeat(longest + 1);
  return longest > 0 ? `${ticks} ${text} ${ticks}` : `\`${text}\``;
}
