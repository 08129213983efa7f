/** The types of what a site's own modules export: `import type { SiteInput } from "wellformed"`. */

export type { GoldenSearchInput } from "../content/golden-search.ts";
export type { RedirectsInput } from "../content/redirect.ts";
export type { SiteInput } from "../content/site.ts";
