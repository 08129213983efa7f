/** The types of what a site's own modules export: `import type { SiteInput } from "wellformed"`. */
export type { RedirectsInput } from "../content/redirect.ts";
export type { SiteInput } from "../content/site.ts";
export type { GoldenSearchInput } from "../search/golden.ts";
