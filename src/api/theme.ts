/** What a site's theme imports: `import { defineTokens } from "wellformed/theme"`. */
export * from "../theme/exported.ts";
