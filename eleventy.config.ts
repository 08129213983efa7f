/**
 * For Eleventy's own command; `npm run build` and `npm start` do without this file. To run Eleventy with any of its options, type `npx tsx node_modules/@11ty/eleventy/cmd.cjs --config=eleventy.config.ts`, or
 * `npx eleventy --config=eleventy.config.ts` where NODE_OPTIONS is `--import tsx`: Node by itself reads no TSX.
 */
import type { UserConfig } from "@11ty/eleventy";
import { Temporal } from "temporal-polyfill";
import { addSite } from "./src/eleventy/adapter.ts";
import { type SiteBuild, siteBuild } from "./src/site/build-site.ts";

/** The site is in the folder in which Eleventy was started. */
export default function configure(eleventy: UserConfig): void {
  addSite(eleventy, buildHere());
}

function buildHere(): SiteBuild {
  const options = { siteDir: process.cwd(), at: Temporal.Now.instant(), url: process.env["SITE_URL"], search: true };
  return siteBuild(options, { onProblems: ({ message }) => console.error(message) });
}
