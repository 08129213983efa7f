/** The names in a page that references from other texts show: its title, its headings, and its numbered figures and tables. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../../cache/digest.ts";
import type { NamesIn } from "../../markdown/extension.ts";
import { type FrontMatter, readFrontMatter } from "../front-matter/front-matter.ts";
import type { LinkMap } from "./link-resolver.ts";

/** Names that were found, and the file of each page; they last as long as the map that they belong to. */
interface Known {
  readonly files: ReadonlyMap<string, string>;
  /** By a digest of the file's name and text: the text may change while the map stays. */
  readonly names: Map<string, NamesIn>;
}

const known = new WeakMap<LinkMap, Known>();

/** Undefined if the path is no text's. `read` parses a text and gives its notes. */
export function namesOfPage(
  path: string,
  map: LinkMap,
  read: (
    file: string,
    lang: string,
    source: Pick<FrontMatter, "body" | "bodyLine">,
  ) => Pick<NamesIn, "headings" | "labels">,
): NamesIn | undefined {
  const { files, names } = knownOf(map);
  const file = files.get(path);
  const text = file === undefined ? undefined : map.texts?.get(file);
  if (file === undefined || !text) return undefined;
  const source = readFileSync(join(map.siteDir, file), "utf8");
  const key = digestOf(`${file}\n${source}`);
  const found = names.get(key);
  if (found) return found;
  const matter = readFrontMatter(file, source, AS_KNOWN);
  if (!matter.ok) return undefined;
  const { headings, labels } = read(file, text.lang, matter.value);
  const made = { title: text.title, headings: headings.map(({ id, text }) => ({ id, text })), labels };
  names.set(key, made);
  return made;
}

/** Keeps YAML from being parsed again: only the end of the front matter is needed. */
const AS_KNOWN = { get: () => ({ data: undefined }), set: () => {} };

function knownOf(map: LinkMap): Known {
  const before = known.get(map);
  if (before) return before;
  const made = { files: new Map([...map.pathOfFile].map(([file, path]) => [path, file])), names: new Map() };
  known.set(map, made);
  return made;
}
