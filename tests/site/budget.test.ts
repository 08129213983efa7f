/** Page weight: the first round trip of a connection brings enough to show the text. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, inject, it } from "vitest";
import { FURTHER } from "../../src/theme/alphabets.ts";

/** Ten segments of 1,460 bytes: the initial congestion window (RFC 6928). */
const FIRST_ROUND_TRIP = 14_600;
const SCRIPT = 3_000;
const FONTS = 68_000;
/** What a page loads for letters of a further alphabet, in each face. */
const FURTHER_ALPHABET = 30_000;

const site = inject("notebook");
const pages = globSync("**/*.html", { cwd: site }).sort();

const compressed = (contents: string | Buffer) => brotliCompressSync(contents).length;
const scriptsOf = (html: string) =>
  [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = ""]) => join(site, src));

describe("the weight of", () => {
  it.each(pages)("%s", (page) => {
    const html = readFileSync(join(site, page), "utf8");
    const styles = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? "";
    const parts = {
      styles: compressed(styles),
      text: compressed(html) - compressed(styles),
      scripts: scriptsOf(html).reduce((sum, file) => sum + compressed(readFileSync(file)), 0),
    };
    const bytes = parts.styles + parts.text + parts.scripts;
    expect(bytes, `${page} weighs ${JSON.stringify(parts)}`).toBeLessThanOrEqual(FIRST_ROUND_TRIP);
  });

  it("the script that a page loads before search is asked for, which needs no other", () => {
    const scripts = scriptsOf(readFileSync(join(site, "index.html"), "utf8"));
    expect(scripts).toHaveLength(1);
    expect(scripts.map((file) => readFileSync(file, "utf8")).join()).not.toMatch(/\bimport\s*["{*]|\bfrom\s*"/);
    expect(scripts.reduce((sum, file) => sum + compressed(readFileSync(file)), 0)).toBeLessThanOrEqual(SCRIPT);
  });

  it("the fonts that every page may load, and those of further alphabets", () => {
    const sizes = globSync("assets/*.woff2", { cwd: site }).map((file) => ({
      isFurther: FURTHER.some(({ name }) => file.includes(`-${name}-`)),
      size: readFileSync(join(site, file)).length,
    }));
    const western = sizes.filter(({ isFurther }) => !isFurther).map(({ size }) => size);
    expect(western).toHaveLength(3);
    expect(western.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(FONTS);
    for (const { isFurther, size } of sizes) if (isFurther) expect(size).toBeLessThanOrEqual(FURTHER_ALPHABET);
  });
});
