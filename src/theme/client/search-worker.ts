/** Search in a worker of its own, so that nothing that it does holds up typing. */
import { Finder, type Query } from "../../search/query/find.ts";

/** `id` comes back with the answer. */
export interface Request {
  id: number;
  ask: "find" | "count";
  query: Query;
}

const site = new URL("../", import.meta.url);
let finder: Promise<Finder> | undefined;

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  const { id, ask, query } = data;
  try {
    finder ??= open();
    postMessage({ id, value: await (await finder)[ask](query) });
  } catch (error) {
    finder = undefined;
    postMessage({ id, error: String(error) });
  }
});

async function open(): Promise<Finder> {
  const folder = new URL("pagefind/", site).href;
  const script = import(`${folder}pagefind.js`);
  const start = async () => (await script).createInstance({ basePath: folder, baseUrl: site.pathname });
  return Finder.open(start, async (name) => {
    const response = await fetch(folder + name, { cache: name.includes("/") ? "default" : "no-cache" });
    if (!response.ok) throw new Error(`${response.status} for ${name}`);
    return response.text();
  });
}
