/** Finds the text that `[[name]]` means: by its slug, by its path without `.md`, or by its title. */
import { posix } from "node:path";
import { mayName } from "../../content/broken-files.ts";
import { didYouMean } from "../../content/problems/nearest-name.ts";
import { failure, type Result, success } from "../../content/problems/result.ts";
import type { WikiTarget } from "../../markdown/extension.ts";
import { type From, type LinkMap, translationFor } from "./link-resolver.ts";

interface Names {
  /** The files that a name may mean. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** Names as they are written, for hints about an unknown one. */
  readonly written: readonly string[];
}

const known = new WeakMap<LinkMap, Names>();

/** Returns a function that resolves names in one content file; it fails for unknown and for ambiguous names. */
export function wikiTargetFor(from: From, map: LinkMap): (name: string) => Result<WikiTarget> {
  return (name) => {
    const { files, written } = namesIn(map);
    const all = files.get(keyOf(name.replace(/\.md$/i, "").replace(/^\/+/, ""))) ?? [];
    // Texts in the language of the linking one are preferred.
    const near = all.filter((file) => map.texts?.get(file)?.lang === from.lang);
    const [file, ...others] = near.length > 0 ? near : all;
    if (file === undefined) {
      const broken = mayName(name.replace(/\.md$/i, ""), map.broken);
      if (broken)
        return success({ target: targetFrom(from, broken), path: "", title: name, named: name, isTitle: true });
      const hint = didYouMean(name, written) ?? "write a text's title, or its file name without .md";
      return failure({ file: from.file, message: `there is no text called "${name}"`, hint });
    }
    if (others.length > 0) {
      const ways = [file, ...others].map((one) => `[[${stem(one)}]]`).join(" or ");
      return failure({
        file: from.file,
        message: `"${name}" is the name of ${others.length + 1} texts`,
        hint: `write ${ways}`,
      });
    }
    const named = map.texts?.get(file)?.title ?? name;
    const title = map.texts?.get(translationFor(from, file, map) ?? file)?.title ?? name;
    return success({
      target: targetFrom(from, file),
      path: map.pathOfFile.get(file) ?? "",
      title,
      named,
      isTitle: keyOf(title) === keyOf(name),
    });
  };
}

function targetFrom(from: From, file: string): string {
  return encodeURI(posix.relative(posix.dirname(from.file), file)).replace(/[?#]/g, encodeURIComponent);
}

function namesIn(map: LinkMap): Names {
  const before = known.get(map);
  if (before) return before;
  const files = new Map<string, string[]>();
  const written = new Set<string>();
  for (const [file, { title }] of map.texts ?? []) {
    const names = [title, posix.basename(stem(file)), stem(file)];
    for (const name of names.slice(0, 2)) written.add(name);
    for (const key of new Set(names.map(keyOf))) files.set(key, [...(files.get(key) ?? []), file]);
  }
  const made = { files, written: [...written] };
  known.set(map, made);
  return made;
}

/** `posts/x.md` and `posts/x/index.md` are both `posts/x`. */
function stem(file: string): string {
  return file.replace(/(?:\/index)?\.md$/, "");
}

/** As in wikis, case does not matter, nor do spaces for hyphens. */
function keyOf(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, "-");
}
