/** `wellformed mcp`: an MCP server on standard input and output, for one built site. */
import { UsageError } from "../content/problems/usage-error.ts";
import { openSite } from "../search/site-search.ts";
import { engineVersion } from "./engine.ts";
import { readMcpOptions } from "./options/options.ts";

const PACKAGE = "@modelcontextprotocol/server";

export async function mcp(args: string[]): Promise<void> {
  const { place } = readMcpOptions(args, process.env);
  const site = await openSite(place);
  const [{ serverFor }, { StdioServerTransport }] = await load();
  await serverFor(site, engineVersion()).connect(new StdioServerTransport());
}

/** A peer dependency that few sites need. */
async function load() {
  try {
    return await Promise.all([import("../search/mcp-server.ts"), import("@modelcontextprotocol/server/stdio")]);
  } catch (error) {
    if (error instanceof Error && error.message.includes(PACKAGE)) {
      throw new UsageError(`wellformed mcp needs the package ${PACKAGE}: npm install ${PACKAGE}`);
    }
    throw error;
  }
}
