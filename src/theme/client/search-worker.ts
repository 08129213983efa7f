/** Runs search in a worker, so that it never holds up typing. */
import { Finder, type Query } from "../../search/query/find.ts";

/** `id` comes back with the answer. */
export interface Request {
  id: number;
  ask: "find" | "count";
  query: Query;
}

/** Pagefind takes a part of its index that can't be loaded for an empty one; this tells them apart. */
const PIECE = /\/pagefind\/filter\//;
let isPieceMissing = false;
const load = self.fetch;
self.fetch = async (...request) => {
  try {
    const response = await load(...request);
    isPieceMissing ||= !response.ok && isPiece(request);
    return response;
  } catch (error) {
    isPieceMissing ||= isPiece(request);
    throw error;
  }
};

function isPiece([input]: Parameters<typeof fetch>): boolean {
  return PIECE.test(input instanceof Request ? input.url : String(input));
}

const site = new URL("../", import.meta.url);
let finder: Promise<Finder> | undefined;

/** The last request: earlier ones are no longer worth the work. */
let last = -1;

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  const { id, ask, query } = data;
  last = id;
  // Lets the letters in that were typed while another search was at work.
  await new Promise((resolve) => setTimeout(resolve));
  if (id !== last) return postMessage({ id, error: "another search came after it" });
  try {
    finder ??= open();
    isPieceMissing = false;
    const value = await (await finder)[ask](query);
    if (isPieceMissing) throw new Error("a part of the index could not be loaded");
    postMessage({ id, value });
  } catch (error) {
    finder = undefined;
    postMessage({ id, error: String(error) });
  }
});

/** Before the first letter is typed; without the index there is nothing to say until one is. */
finder = open();
finder.catch(() => {
  finder = undefined;
});

async function open(): Promise<Finder> {
  const folder = new URL("pagefind/", site).href;
  const start = async () => {
    const { createInstance } = await import(`${folder}pagefind.js`);
    return createInstance({ basePath: folder, baseUrl: site.pathname });
  };
  const read = async (name: string) => {
    const response = await fetch(folder + name, { cache: name.includes("/") ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${response.status} for ${name}`);
    return response;
  };
  return Finder.open(start, read, site.pathname);
}
