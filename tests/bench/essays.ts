/** Essays that nobody wrote: about 1,000 words each, with headings, lists, a table, links and three code blocks. */
import { codeSamples } from "./code-samples.ts";
import { type Chance, chanceFrom } from "./random.ts";

export interface Essay {
  slug: string;
  /** Front matter and Markdown that Wellformed and Hugo read alike. */
  text: string;
}

const SUBJECTS =
  "a client,a lock,a queue,a row,a snapshot,a tenant,a transaction,an index,the cache,the log,the planner,the worker".split(
    ",",
  );
const VERBS =
  "acquires,commits,discards,holds,ignores,invalidates,observes,orders,reads,releases,repeats,rewrites".split(",");
const OBJECTS =
  "every page of the table,its own copy,nothing at all,one version of the truth,the first result,the next batch,the old value,what another session wrote".split(
    ",",
  );
const ENDS =
  "before the statement returns,even under load,for the length of a session,once and only once,until somebody notices,when two of them meet,whether or not it's asked to,without a word in the log".split(
    ",",
  );
const TAGS =
  "API,Caching,Concurrency,Debugging,Deployment,Design,Errors,Go,Indexes,Java,Kotlin,Latency,Linux,Locks,Logging,Migrations,Monitoring,Networking,Observability,Performance,Pooling,PostgreSQL,Queues,Redis,Refactoring,Releases,Retries,Rust,Scheduling,Security,Sharding,SQL,Storage,Streams,Testing,Time,Tooling,Transactions,TypeScript,Workflows".split(
    ",",
  );
const SECTIONS = 7;
/** Since the first one. */
const MOST_DAYS = 2500;

export function essays(count: number): Essay[] {
  return Array.from({ length: count }, (_, index) => essay(index, count));
}

function essay(index: number, count: number): Essay {
  const chance = chanceFrom(index + 1);
  // One a day, or several: what is dated in the future is not published.
  const day = new Date(Date.UTC(2019, 0, 1 + Math.floor(index * Math.min(1, MOST_DAYS / count))))
    .toISOString()
    .slice(0, 10);
  const tags = new Set([chance.pick(TAGS), chance.pick(TAGS), chance.pick(TAGS)]);
  const samples = codeSamples(chance);
  const sections = Array.from({ length: SECTIONS }, (_, number) => [
    `${number % 3 === 2 ? "###" : "##"} ${titleCase(`${chance.pick(SUBJECTS)} ${chance.pick(VERBS)} part ${number + 1}`)}`,
    paragraph(chance, count),
    samples[number] ?? (number === 3 ? table(chance) : list(chance)),
    paragraph(chance, count),
  ]);
  const frontMatter = [
    "---",
    `title: "${titleCase(`Why ${chance.pick(SUBJECTS)} ${chance.pick(VERBS)} ${chance.pick(OBJECTS)}`)}, No. ${index + 1}"`,
    `date: ${day}`,
    `description: "${sentence(chance)}"`,
    `tags: [${[...tags].join(", ")}]`,
    "---",
  ].join("\n");
  return { slug: slugOf(index), text: `${[frontMatter, paragraph(chance, count), ...sections.flat()].join("\n\n")}\n` };
}

function slugOf(index: number): string {
  return `essay-${String(index + 1).padStart(4, "0")}`;
}

/** Five sentences; some paragraphs have code, emphasis or links in them. */
function paragraph(chance: Chance, count: number): string {
  const other = `/posts/${slugOf(chance.between(0, count - 1))}/`;
  const extras = [
    `See [${chance.pick(SUBJECTS)} that ${chance.pick(VERBS)}](${other}), or the [manual](https://example.com/${chance.between(1, 99)}).`,
    `It is *${chance.pick(ENDS)}*, and **${chance.pick(ENDS)}**.`,
    `That is what \`${chance.pick(VERBS)}_${chance.pick(TAGS).toLowerCase()}()\` does, and \`${chance.pick(VERBS)}()\` doesn't.`,
  ];
  return [...Array.from({ length: 4 }, () => sentence(chance)), chance.pick(extras)].join("\n");
}

function list(chance: Chance): string {
  return Array.from({ length: 4 }, () => `- ${sentence(chance)}`).join("\n");
}

function table(chance: Chance): string {
  const rows = Array.from(
    { length: 5 },
    (_, step) => `| ${step + 1} | ${chance.pick(VERBS)} | \`${chance.pick(TAGS)}\` |`,
  );
  return ["| Step | Session A | Session B |", "| ---: | --- | --- |", ...rows].join("\n");
}

function sentence(chance: Chance): string {
  const half = () => `${chance.pick(SUBJECTS)} ${chance.pick(VERBS)} ${chance.pick(OBJECTS)}`;
  const text = `${half()}, ${chance.pick(ENDS)}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function titleCase(text: string): string {
  return text.replace(/(^|\s)(\p{Ll})/gu, (letter) => letter.toUpperCase());
}
