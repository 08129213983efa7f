/** The least that a web server needs of a site: its pages, and the files of hosts. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { HostName } from "../../src/content/host.ts";
import { HOST_ROWS } from "../../src/publish/hosts/host-files.ts";
import type { ServedSite } from "../../src/publish/hosts/served-site.ts";

/** Each page's text is the name of its file. */
export function writePages(root: string, files: readonly string[]): void {
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), file);
  }
}

/** Writes a folder for each host, with its name. */
export function writeHostFiles(site: ServedSite, hosts: Iterable<HostName>, folder: string): void {
  for (const host of new Set(hosts)) {
    mkdirSync(join(folder, host), { recursive: true });
    for (const [file, text] of HOST_ROWS[host].files(site, ".")) writeFileSync(join(folder, host, file), text);
  }
}
