/** A host that reads `_headers` and `_redirects`, as Netlify and Cloudflare Pages do. */
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import sirv from "sirv";
import { afterAll } from "vitest";

interface Rule {
  pattern: string;
  headers: [name: string, value: string][];
}

export function headerRules(folder: string): Rule[] {
  const blocks = readFileSync(join(folder, "_headers"), "utf8").trim().split("\n\n");
  return blocks.map((block) => {
    const [pattern = "", ...lines] = block.split("\n");
    return {
      pattern,
      headers: lines.map(
        (line) =>
          line
            .trim()
            .split(/: (.*)/s)
            .slice(0, 2) as [string, string],
      ),
    };
  });
}

/** The result makes a whole address of a path. */
export async function hostSite(folder: string): Promise<(path: string) => string> {
  const rules = headerRules(folder);
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host.example");
    for (const { headers } of rules.filter(({ pattern }) => matches(pattern, pathname))) addHeaders(response, headers);
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  const { port } = server.address() as AddressInfo;
  return (path) => `http://127.0.0.1:${port}${path}`;
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Where several rules match, both hosts send all of their values, and a browser keeps to each policy. */
function addHeaders(response: ServerResponse, headers: Rule["headers"]): void {
  for (const [name, value] of headers) response.appendHeader(name, value);
}

const servers: { close(): void; closeAllConnections(): void }[] = [];
afterAll(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});
