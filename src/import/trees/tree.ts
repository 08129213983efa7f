/** A tree of Markdown files, and the files that its texts show or offer. */
import { posix } from "node:path";
import type { SourceFile } from "../source-site.ts";
import { type FirstMark, type Matter, matterReader } from "./matter.ts";
import { filesBelow, textAt } from "./tree-files.ts";

export interface TreeText extends Matter {
  /** Relative to the tree. */
  readonly file: string;
}

/** Every file of the tree, and a function that reads those with front matter. */
export interface Tree {
  readonly root: string;
  readonly files: readonly string[];
  /** Undefined for a file that can't be read. */
  read(file: string): TreeText | undefined;
}

export async function openTree(root: string, yaml: "1.1" | "1.2", firstMark?: FirstMark): Promise<Tree> {
  const readMatter = await matterReader();
  return {
    root,
    files: filesBelow(root, ""),
    read(file) {
      const text = textAt(root, file);
      return text === undefined ? undefined : { file, ...readMatter(text, yaml, firstMark) };
    },
  };
}

export const MARKDOWN = /\.(md|markdown|mdown|mkd|mkdn|mdx)$/i;
/** Files that a post may show or offer. */
const MEDIA =
  /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?|mp4|webm|ogv|mov|m4v|mp3|wav|ogg|m4a|opus|flac|pdf|zip|gz|tgz|bz2|xz|7z|epub|mobi|csv|tsv|txt|json|xml|ya?ml|toml|docx?|xlsx?|pptx?|odt|ods|odp|key|ipynb|sql|py|rb|js|ts|java|c|h|cpp|rs|go|sh|ps1|diff|patch|log|vtt|srt|woff2?|ttf|otf|html?)$/i;

/** Files below folders that are published at the root, and all others by where they lie in the tree. */
export function mediaOf(tree: Tree, roots: readonly string[]): SourceFile[] {
  const media = tree.files.filter((file) => MEDIA.test(file) && !MARKDOWN.test(file));
  const at = (file: string) => ({ file: posix.join(tree.root.replaceAll("\\", "/"), file) });
  const published = new Map<string, SourceFile>();
  for (const folder of roots) {
    const prefix = folder === "" ? "" : `${folder}/`;
    for (const file of media) {
      const path = `/${file.slice(prefix.length)}`;
      if (file.startsWith(prefix) && !published.has(path)) published.set(path, { path, at: at(file) });
    }
  }
  for (const file of media)
    if (!published.has(`/${file}`)) published.set(`/${file}`, { path: `/${file}`, at: at(file) });
  return [...published.values()];
}
