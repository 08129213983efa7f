/** docs/hosts.md has the tables that the files of hosts are made from. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { HOST_NAMES, HOSTS } from "../../src/content/host.ts";
import { HOST_ROWS } from "../../src/publish/hosts/host-files.ts";
import { servedSite } from "../../src/publish/hosts/served-site.ts";

const document = readFileSync("docs/hosts.md", "utf8");
const site = servedSite({
  url: "https://example.org/",
  hsts: false,
  noindex: false,
  policies: [],
  feeds: [],
  redirects: [],
  pages: [],
  editions: [],
});

describe("the table of hosts", () => {
  it.each(HOST_NAMES)("has a row for %s", (name) => {
    const { files, copies, cannot } = HOST_ROWS[name];
    const names = files(site, ".").map(([file]) => `\`${file}\``);
    const sent = copies.map((ending) => `\`.${ending}\``).join(" ");
    const cells = [`${HOSTS[name].name}: \`${name}\``, names.join(", "), sent, cannot.join(" ")];
    expect(document).toContain(`| ${cells.join(" | ").replaceAll("|  |", "| |")} |\n`);
  });
});

describe("the headers", () => {
  it.each(site.headers.map(({ name, value }) => [name, value]))("have %s", (name, value) => {
    expect(document).toContain(`| everything | \`${name}: ${value}\` |`);
  });

  it("say how long what may be kept", () => {
    for (const [place, value] of site.cache.at) {
      expect(document).toContain(
        `| \`${"below" in place ? place.below : place.path}\` | \`Cache-Control: ${value}\` |`,
      );
    }
    expect(document).toContain(`| everything else | \`Cache-Control: ${site.cache.elsewhere}\` |`);
  });
});
