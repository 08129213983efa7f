/** A host that reads `_headers` and `_redirects`, as Netlify and Cloudflare Pages do. */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import sirv from "sirv";
import { listen } from "./served-site.ts";

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
export function hostSite(folder: string): Promise<(path: string) => string> {
  const rules = headerRules(folder);
  const files = sirv(folder, { dev: true });
  return listen((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://host.example");
    for (const { headers } of rules.filter(({ pattern }) => matches(pattern, pathname))) addHeaders(response, headers);
    files(request, response);
  });
}

function matches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Where several rules match, both hosts send all of their values, and a browser keeps to each policy. */
function addHeaders(response: ServerResponse, headers: Rule["headers"]): void {
  for (const [name, value] of headers) response.appendHeader(name, value);
}
