/** The rows of `pages.tsx` as one paginated template: Eleventy renders it once for each path. */
import type { UserConfig } from "@11ty/eleventy";
import type { Build } from "../site/build.ts";

export function addPages(eleventy: UserConfig, build: Build): void {
  eleventy.addGlobalData("paths", () => build.rowPaths);
  eleventy.addTemplate("pages.11ty.js", ({ path }) => build.row(String(path))?.render(build.view(String(path))) ?? "", {
    pagination: { data: "paths", size: 1, alias: "path" },
    permalink: ({ path }: { path: string }) => path,
  });
}
