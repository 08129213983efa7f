import { describe, it } from "vitest";
import { programOf, SERVERS, type ServerName } from "./web-servers.ts";

/** The same tests of each web server; one that this machine lacks is told as skipped. */
export function describeServers(tests: (server: ServerName) => void): void {
  for (const server of SERVERS.filter((name) => !programOf(name))) it.skip(`${server} is not installed here`, () => {});
  describe.each(SERVERS.filter(programOf))("%s", tests);
}
