/** Files whose names change with what is in them, so that they can be cached for ever. */
import { createHash } from "node:crypto";
import { parse } from "node:path";
import type { ThemeAssets } from "./theme.ts";

/** A file's name with a digest of what it holds, at the site-relative path where it is published. */
export function digested(file: string, contents: Uint8Array): ThemeAssets["files"][number] {
  const digest = createHash("sha256").update(contents).digest("hex").slice(0, 8);
  const { name, ext } = parse(file);
  return { path: `/assets/${name}-${digest}${ext}`, contents };
}
