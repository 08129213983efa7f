/** An MCP server for one site, with two tools: search, and read a page. See https://modelcontextprotocol.io. */
import { McpServer } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { IndexedPage } from "./find-module.ts";
import type { SiteSearch } from "./site-search.ts";

const MOST_RESULTS = 20;

const SOURCE = {
  url: z.string().describe("the page's address"),
  title: z.string(),
  kind: z.string().describe("what kind of page it is, such as Essay"),
  date: z.string().nullable().describe("when it was published, as in 2026-11-22; null where it does not say"),
  checked: z.array(z.string()).describe("what its code samples were run against, such as PostgreSQL 18.4"),
};

const FOUND = z.object({
  total: z.number().describe("how many pages there are, those that are not among the results included"),
  results: z.array(
    z.object({
      ...SOURCE,
      excerpt: z.string(),
      sections: z.array(z.object({ url: z.string(), title: z.string(), excerpt: z.string() })),
      lacks: z.array(z.string()).describe("words of the search that the page lacks"),
    }),
  ),
  corrections: z.array(z.object({ typed: z.string(), used: z.string() })),
  unknown: z.array(z.string()).describe("words that no page has"),
});

const READ = z.object({ ...SOURCE, markdown: z.string() });

/** The server, which is not connected yet; `version` is the engine's. */
export function serverFor(site: SiteSearch, version: string): McpServer {
  const server = new McpServer({ name: "wellformed", version });
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.registerTool(
    "search",
    {
      title: "Search the site",
      description:
        "Finds pages of the site by words or by a question. Results come best first, each with its best sections.",
      inputSchema: z.object({
        query: z.string().min(1).describe("words, a name from code, or a question"),
        limit: z.int().min(1).max(MOST_RESULTS).default(10).describe("how many pages, at most"),
      }),
      outputSchema: FOUND,
      annotations,
    },
    async ({ query, limit }) => answer(await site.find(query, { limit })),
  );
  server.registerTool(
    "read",
    {
      title: "Read a page",
      description: "The whole text of a page of the site, in Markdown.",
      inputSchema: z.object({ page: z.string().min(1).describe("its address, as search gives it, or its path") }),
      outputSchema: READ,
      annotations,
    },
    async ({ page }) => {
      const known = await site.page(page);
      if (!known)
        return { isError: true, content: [{ type: "text", text: `the site has no page ${page}: search for one` }] };
      return answer({ ...sourceOf(known), markdown: await site.markdown(page) });
    },
  );
  return server;
}

function sourceOf({ path: _, ...source }: IndexedPage): Omit<IndexedPage, "path"> {
  return source;
}

/** An answer as data, and as text for clients that read nothing else. */
function answer<Data extends object>(data: Data) {
  return { structuredContent: { ...data }, content: [{ type: "text" as const, text: JSON.stringify(data) }] };
}
