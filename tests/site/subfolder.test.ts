/** A site that lives in a subfolder of its host names no address outside of it. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import settings from "../fixtures/sites/notebook/_data/site.ts";
import { addressesIn } from "../support/addresses.ts";
import { filesOf, readAt } from "../support/built-site.ts";
import { NOTEBOOK, NOTEBOOK_AT } from "../support/content-files.ts";
import { deadEnds } from "../support/dead-ends.ts";
import { runBuild } from "../support/run-build.ts";
import { useTemporaryFolder } from "../support/temporary-folder.ts";

const folder = useTemporaryFolder();
const notebook = ["--site", NOTEBOOK, "--at", NOTEBOOK_AT];

describe.each([
  { name: "--path-prefix", args: ["--path-prefix", "notes"], environment: {}, url: `${settings.url}/notes/` },
  {
    name: "SITE_URL",
    args: [],
    environment: { SITE_URL: "https://host.example/people/me" },
    url: "https://host.example/people/me/",
  },
])("a site that $name puts at $url", ({ name, args, environment, url }) => {
  const out = join(folder, name);

  beforeAll(async () => {
    const { code, output } = await runBuild(["--out", out, ...notebook, ...args], environment);
    expect(code, output).toBe(0);
  });

  it("leads nowhere outside the subfolder, and within it only to what is there", () => {
    expect(deadEnds(out, url)).toEqual([]);
  });

  it("writes its files without the subfolder's name, as a host puts them there", () => {
    expect(filesOf(out)).toEqual(expect.arrayContaining(["index.html", "feed.xml", "posts/index.html"]));
  });

  it("names the whole of its address in canonical links, feeds and the sitemap", () => {
    expect(readAt(out, "/posts/")).toContain(`<link rel="canonical" href="${url}posts/">`);
    expect(readAt(out, "/feed.xml")).toContain(`<link>${url}</link>`);
    expect(readAt(out, "/sitemap.xml")).toContain(`<loc>${url}about/</loc>`);
  });

  it("loads its fonts and scripts from the subfolder", () => {
    const assets = addressesIn(out, url).filter(({ address }) => /\.(woff2|js|svg)$/.test(address.pathname));
    expect(assets.length).toBeGreaterThan(5);
    expect(assets.filter(({ address }) => !address.href.startsWith(`${url}assets/`))).toEqual([]);
  });
});

it("says nothing of the address in _data/site.ts where SITE_URL names another, but in ids, which stay", () => {
  const out = join(folder, "SITE_URL");
  const texts = filesOf(out).filter((file) => /\.(html|xml|json|txt|js)$/.test(file));
  expect(texts.filter((file) => withoutIds(readAt(out, `/${file}`)).includes(new URL(settings.url).hostname))).toEqual(
    [],
  );
});

function withoutIds(text: string): string {
  return text.replaceAll(/tag:[^<"]+/g, "");
}
