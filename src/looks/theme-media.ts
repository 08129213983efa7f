/** Files that a theme's styles and modules name, such as a background: published under a digest, and only from the theme itself. */
import { readFile } from "node:fs/promises";
import { basename, dirname, relative, resolve, sep } from "node:path";
import type { Plugin } from "esbuild";
import type { Problem } from "../content/problems/problem.ts";
import { digested } from "../theme/digested.ts";

/** Files that style sheets may name and modules may import. */
const MEDIA = /\.(avif|gif|jpe?g|png|svg|webp|woff2?|ttf|otf)$/i;

/** Gathers what is named while bundles are made. */
export class ThemeMedia {
  /** By the site-relative path at which each is published. */
  readonly files = new Map<string, Uint8Array>();
  /** Absolute paths of the files themselves. */
  readonly inputs = new Set<string>();
  readonly problems: Problem[] = [];
  readonly #siteDir: string;

  constructor(siteDir: string) {
    this.#siteDir = resolve(siteDir);
  }

  /** For each bundle; an address that a page could not load is a problem. */
  plugin(): Plugin {
    return {
      name: "theme media",
      setup: ({ onResolve, onLoad }) => {
        onResolve({ filter: /./ }, async ({ path, kind, importer }) => {
          const isAddress = kind === "url-token" || kind === "import-rule";
          // Such as `#shadow`, an element of the page itself.
          if (!isAddress || path.startsWith("#")) return isAddress ? { path, external: true } : undefined;
          const problem = this.#forbidden(path, importer);
          if (problem) this.problems.push(problem);
          if (problem) return { path, external: true };
          if (kind === "import-rule") return undefined;
          const file = resolve(dirname(importer), path.replace(/[?#].*/, ""));
          const published = await this.#publish(file).catch(() => undefined);
          if (published) return { path: published, external: true };
          this.problems.push(this.#problem(importer, path, "is not there", "a path is from the style sheet's folder"));
          return { path, external: true };
        });
        onLoad({ filter: MEDIA }, async ({ path: file }) => {
          const contents = `export default ${JSON.stringify(await this.#publish(file))}`;
          return { contents, loader: "js" };
        });
      },
    };
  }

  async #publish(file: string): Promise<string> {
    const { path, contents } = digested(basename(file), await readFile(file));
    this.files.set(path, contents);
    this.inputs.add(file);
    return path;
  }

  #forbidden(path: string, importer: string): Problem | undefined {
    const hint = "put the file in the theme's folder, and write its path from there";
    if (/^(https?:)?\/\//i.test(path))
      return this.#problem(importer, path, "is on another site, from which a page's policy loads nothing", hint);
    if (/^[a-z][a-z\d+.-]*:/i.test(path))
      return this.#problem(importer, path, `is an address that a page's policy does not allow`, hint);
    if (path.startsWith("/")) return this.#problem(importer, path, "is an address of the whole host", hint);
    return undefined;
  }

  #problem(importer: string, path: string, message: string, hint: string): Problem {
    const file = relative(this.#siteDir, importer).split(sep).join("/");
    const shown = path.length > 60 ? `${path.slice(0, 60)}…` : path;
    return { file, message: `${shown} ${message}`, hint, written: path.slice(0, 60) };
  }
}
