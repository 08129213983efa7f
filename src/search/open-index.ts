/** Opens a built index in Node, with the files and the script that browsers load. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Pagefind } from "./query/engine/pagefind.ts";
import { Finder } from "./query/find.ts";

/** Searches a built index as a browser would; `folder` and `onRead` as below. */
export function openFinder(folder: string, onRead: (name: string) => void = () => {}): Promise<Finder> {
  return Finder.open(pagefindIn(folder, onRead), async (name) => {
    onRead(name);
    return new Response(await readFile(join(folder, name)));
  });
}

/**
 * Starts Pagefind on a built index; `folder` has `pagefind.js`. `onRead` is called with the name of each file that is read.
 */
export function pagefindIn(folder: string, onRead: (name: string) => void = () => {}): () => Promise<Pagefind> {
  serveFiles(pathToFileURL(join(folder, "/")), onRead);
  return () => startPagefind(folder);
}

async function startPagefind(folder: string): Promise<Pagefind> {
  // Pagefind's script looks at this when it is loaded.
  Object.assign(globalThis, { document: { currentScript: null } });
  try {
    const basePath = pathToFileURL(join(folder, "/")).href;
    const { createInstance } = await import(/* @vite-ignore */ `${basePath}pagefind.js`);
    return createInstance({ basePath, baseUrl: "/" });
  } finally {
    Reflect.deleteProperty(globalThis, "document");
  }
}

/** Pagefind reads by `fetch` only, and Node's does not take `file:` addresses. */
function serveFiles(folder: URL, onRead: (name: string) => void): void {
  const fetchOther = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (!url.href.startsWith(folder.href)) return fetchOther(input, init);
    url.search = "";
    onRead(url.href.slice(folder.href.length));
    return new Response(await readFile(url));
  };
}
