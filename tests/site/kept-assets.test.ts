import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { collections } from "../../src/site/collections.ts";
import { KeptAssets } from "../../src/site/kept-assets.ts";
import { siteWords } from "../../src/site/tools.ts";
import { buildAssets } from "../../src/theme/assets.ts";
import type { Looks } from "../../src/theme/looks.ts";
import { OWN_PALETTE } from "../../src/theme/tokens/palette.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const words = siteWords(collections, { language: "en" });
const looks: Looks = {
  ...{ tokens: {}, palette: OWN_PALETTE, styles: ["main{color:red}"] },
  scripts: [{ name: "own", contents: Buffer.from("own()"), needed: / data-own="/ }],
  files: new Map([["/assets/own.bin", Uint8Array.from([0, 255])]]),
};
let file = "";
let files = 0;
beforeEach(() => {
  file = join(folder, `assets-${files++}`);
});

describe("assets that are kept", () => {
  it.each([["ours", undefined] as const, ["a theme's", looks] as const])(
    "are those that are made: %s",
    async (_, own) => {
      await new KeptAssets(file).build(words, own);
      const again = new KeptAssets(file);
      const kept = await again.build(words, own);
      const made = await buildAssets(words, own);
      expect(again.made).toBe(0);
      const plain = ({ contents, ...rest }: { contents: Uint8Array }) => ({ ...rest, contents: [...contents] });
      expect({ ...kept, files: kept.files.map(plain) }).toEqual({ ...made, files: made.files.map(plain) });
    },
  );

  it.each([
    ["what scripts say", siteWords(collections, { language: "de" }), looks],
    ["a style", words, { ...looks, styles: ["main{color:blue}"] }],
    ["a file", words, { ...looks, files: new Map([["/assets/own.bin", Uint8Array.from([1])]]) }],
    ["where a script is needed", words, { ...looks, scripts: looks.scripts.map((one) => ({ ...one, needed: /^/ })) }],
  ])("are made anew where %s is another", async (_, otherWords, otherLooks) => {
    await new KeptAssets(file).build(words, looks);
    const next = new KeptAssets(file);
    await next.build(otherWords, otherLooks);
    expect(next.made).toBe(1);
  });

  it.each([
    ["cut off", () => truncateSync(file, 5000)],
    [
      "damaged",
      () => {
        const bytes = readFileSync(file);
        bytes[9000] = 255 - (bytes[9000] ?? 0);
        writeFileSync(file, bytes);
      },
    ],
  ])("are made anew where their file is %s", async (_, damage) => {
    await new KeptAssets(file).build(words);
    damage();
    const next = new KeptAssets(file);
    expect((await next.build(words)).styleSheets).toEqual((await buildAssets(words)).styleSheets);
    expect(next.made).toBe(1);
  });
});
