/** The folders that a page's programs use. */
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { labelOf, type Version } from "../../content/samples/version.ts";

export interface ProgramFolders {
  /** Where programs are saved and started; they may write to it. */
  working: string;
  /** Whose packages they may import. */
  packages: string[];
  /** Compilers' caches, shared by all pages. */
  compiled: string;
  /** Compiled programs; confined programs can't write here. */
  programs: string;
}

/** For a page's programs, below the site's folder, so that they find its packages. */
export function programFoldersFor(siteDir: string, file: string, version?: Version): ProgramFolders {
  const page = file.replace(/(\/index)?\.md$/, "").replaceAll("/", "-");
  const name = version ? join(labelOf(version).replace(" ", "-").toLowerCase(), page) : page;
  const packages = join(siteDir, "node_modules");
  const readable = existsSync(packages) ? [packages, realpathSync(packages)] : [];
  const cache = join(siteDir, ".cache");
  return {
    working: join(cache, "proof", name),
    packages: readable,
    compiled: join(cache, "compiled"),
    programs: join(cache, "programs"),
  };
}
