/** Published addresses are permanent: each must stay, or redirect. */
import { followsFrom, type MayFollow } from "../content/broken-files.ts";
import { type Content, redirectsOf } from "../content/content.ts";
import type { Head } from "../content/entry.ts";
import { LEDGER_FILE, type Ledger, type Published } from "../content/ledger.ts";
import { listOfYear } from "../content/listing.ts";
import { nearestName } from "../content/problems/nearest-name.ts";
import type { Problem } from "../content/problems/problem.ts";
import { GONE, REDIRECTS_FILE } from "../content/redirect.ts";

interface NotShown {
  /** Entries that are drafts, or scheduled. */
  readonly withheld?: readonly Head[];
  /** What may be missing only because of files that could not be read. */
  readonly mayFollow?: MayFollow;
}

/** A problem for everything that was published and is no longer kept, with the line that would keep it. */
export function checkLedger(
  before: Ledger,
  now: Ledger,
  content: Content,
  { withheld = [], mayFollow = () => false }: NotShown = {},
): Problem[] {
  const redirects = new Map(redirectsOf(content).map(({ from, to }) => [from, to]));
  const missing = [...before.keys()].filter((path) => !now.has(path) && !redirectFor(path, redirects));
  const isMissing = new Set(missing);
  const hidden = withheld.filter(({ path, aliases }) => [path, ...aliases].some((one) => isMissing.has(one)));
  // Lists that were emptied are told of when it is known what becomes of the entry.
  const ofHidden = followsFrom(
    hidden.map(({ file, path, aliases }) => ({ file, path, text: aliases.join("\n") })),
    content.collections.map(({ collection }) => collection),
  );
  const lost = missing.filter((path) => !ofHidden(path) && !mayFollow(path));
  if (lost.length > 4 && lost.length > before.size / 2) return [anotherSite(lost.length, before.size)];
  const isLost = new Set(lost);
  // Addresses below a page move with it, by the same line.
  const tops = lost.filter((path) => parentOf(path) === path || !isLost.has(parentOf(path)));
  const added = [...now.keys()].filter((path) => !before.has(path));
  const kept = [...before].flatMap(([path, published]) => {
    const target = now.has(path) ? path : redirectFor(path, redirects);
    return target
      ? [...idProblems(published, target, now, content), ...anchorProblems(published, target, content)]
      : [];
  });
  // Most often nothing is lost.
  const fileOf = new Map(tops.length > 0 ? content.entries.map(({ path, file }) => [now.get(path)?.id, file]) : []);
  const once = new Map(kept.map((problem) => [`${problem.file} ${problem.message}`, problem]));
  return [
    ...hidden.map(hiddenEntry),
    ...tops.map((path) => lostAddress(path, before.get(path)?.id, added, fileOf)),
    ...once.values(),
  ];
}

/** An entry that was published is there, as a draft or with a later date. */
function hiddenEntry({ file, path, draft }: Head): Problem {
  const orGone = `, or, if it is to go, add "${path}": "${GONE}" to ${REDIRECTS_FILE}`;
  if (draft) {
    const message = `was published at ${path}, and is a draft now`;
    return { file, field: "draft", message, hint: `delete this line to publish it again${orGone}`, written: "draft:" };
  }
  const message = `is in the future, and it was published at ${path}`;
  return { file, field: "date", message, hint: `write the date that it had${orGone}`, written: "date:" };
}

/** A page that moves takes everything below it along, such as the feeds and year pages of a tag. */
function redirectFor(path: string, redirects: ReadonlyMap<string, string>): string | undefined {
  const exact = redirects.get(path);
  if (exact) return exact;
  const parent = parentOf(path);
  const to = parent === path ? undefined : redirects.get(parent);
  return to?.endsWith("/") ? to + path.slice(parent.length) : to;
}

/** The page that a path lies below; a page that is no year's is its own. */
function parentOf(path: string): string {
  return listOfYear(path) ?? path.slice(0, path.lastIndexOf("/") + 1);
}

/** One line for each. A tag's page, unlike an entry's, has no front matter; `added` are addresses that are new. */
function lostAddress(
  path: string,
  id: string | undefined,
  added: readonly string[],
  fileOf: ReadonlyMap<string | undefined, string>,
): Problem {
  const isOfTag = path.startsWith("/tags/");
  const now = isOfTag ? tagNear(path, added) : undefined;
  // Of another file's name follows another id, and the old one would be asked for next.
  const moved = id === undefined ? undefined : fileOf.get(id);
  const keys = [`"aliases: [${path}]"`, ...(id !== undefined && !moved ? [`"id: ${id}"`] : [])].join(" and ");
  const inFrontMatter =
    !isOfTag && path.endsWith("/") ? `${keys} in the front matter of ${moved ?? "what is there instead"}, or ` : "";
  const line = `"${path}": "${now ?? "/where/it/is/now/"}"`;
  const orGone = now ? "" : ` (or "${GONE}")`;
  return {
    file: LEDGER_FILE,
    message: `${path} was published and is gone`,
    hint: `add ${inFrontMatter}${line}${orGone} to ${REDIRECTS_FILE}; if it was never online, delete this line`,
    written: `"${path}"`,
  };
}

/** The page of the tag that a lost one was renamed to: the only new one, or the nearest. */
function tagNear(path: string, added: readonly string[]): string | undefined {
  const tags = added.filter((one) => /^\/tags\/[^/]+\/$/.test(one));
  if (tags.length === 1) return tags[0];
  return nearestName(path, tags);
}

function anotherSite(lost: number, all: number): Problem {
  const message = `${lost} of ${all} addresses that were published are gone`;
  return {
    file: LEDGER_FILE,
    message,
    hint: "if none of them was ever online, or this is another site than the one that published them, delete the file",
  };
}

function idProblems({ id }: Published, target: string, now: Ledger, { entries }: Content): Problem[] {
  const current = now.get(target)?.id;
  const file = entries.find(({ path }) => path === target)?.file;
  if (!id || !current || id === current || !file) return [];
  const message = `is ${current} now and was published as ${id}: feed readers would show it as new`;
  return [{ file, field: "id", message, hint: `add "id: ${id}"` }];
}

function anchorProblems({ anchors = [] }: Published, target: string, content: Content): Problem[] {
  const source = content.entries.find(({ path }) => path === target);
  if (!source) return [];
  return anchors
    .filter((anchor) => !source.body.anchors.includes(anchor))
    .map((anchor) => ({
      file: source.file,
      message: `#${anchor} was published and is gone, and links to it lead nowhere`,
      hint: `add <a id="${anchor}"></a> where its text is now, or take it out of ${LEDGER_FILE}`,
    }));
}
