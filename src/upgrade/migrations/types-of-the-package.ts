/** 0.2.0: what `_data/` imported from the engine's sources is in the package `wellformed`. */
import type { Migrated, SiteTexts, TextChange } from "../migration.ts";

const EXPORTED = new Set(["GoldenSearchInput", "RedirectsInput", "SiteInput"]);
/** An import of the engine's sources: its names, and their module. */
const IMPORT = /^(import\s+type\s*\{([^}]*)\}\s*from\s*)(["'])(\.\.\/src\/[^"']+)\3/gm;
const ANY_SOURCE = /["'](?:\.\.\/)+src\/[^"']+["']/;

export function typesOfThePackage(texts: SiteTexts): Migrated {
  const changes: TextChange[] = [];
  const left: string[] = [];
  for (const [path, before] of texts) {
    if (!/^_data\/.*\.[cm]?[jt]sx?$/.test(path)) continue;
    const text = before.replaceAll(IMPORT, (whole, start: string, names: string, quote: string) =>
      namesIn(names).every((name) => EXPORTED.has(name)) ? `${start}${quote}wellformed${quote}` : whole,
    );
    if (text !== before) changes.push({ path, text, says: 'imports its types from "wellformed"' });
    text.split("\n").forEach((line, index) => {
      if (!ANY_SOURCE.test(line)) return;
      left.push(
        `${path}:${index + 1} imports from the engine's sources; "wellformed" has ${[...EXPORTED].join(", ")} only`,
      );
    });
  }
  return { changes, left };
}

/** `SiteInput as Input, Site` → `SiteInput`, `Site`. */
function namesIn(list: string): string[] {
  return list
    .split(",")
    .map((name) => name.trim().split(/\s+as\s+/)[0] ?? "")
    .filter(Boolean);
}
