/** Opens a built index in Node, with the very files and the script that browsers load. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Pagefind } from "./query/pagefind.ts";

/** `folder` holds `pagefind.js`. Each index stays in memory for as long as the process lives. */
export async function openPagefind(folder: string): Promise<Pagefind> {
  serveFiles();
  // Pagefind's script asks for this on loading, wherever it runs.
  Object.assign(globalThis, { document: { currentScript: null } });
  try {
    const basePath = pathToFileURL(join(folder, "/")).href;
    const { createInstance } = await import(/* @vite-ignore */ `${basePath}pagefind.js`);
    return createInstance({ basePath, baseUrl: "/" }) as Pagefind;
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
}

const network = globalThis.fetch;

/** Node's own fetch knows no `file:` addresses, and Pagefind uses no other function to read. */
function serveFiles(): void {
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== "file:") return network(input, init);
    url.search = "";
    return new Response(await readFile(url));
  };
}
