/** Pagefind, wrapped once: small documents in, the files of its index out. */
import { transform } from "esbuild";
import { close, createIndex, type IndexFile } from "pagefind";

/** The files of Pagefind that our worker loads: its ready-made interfaces are left out. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|wasm\.\S+\.pagefind|pagefind\.\S+\.pf_meta|(fragment|index|filter)\/.+)$/;

/**
 * Milliseconds. If its indexer dies, Pagefind waits for ever, and notices only at the next request; so it gets one every now and
 * then.
 */
const PULSE = 1500;
/** Documents that Pagefind is given at once: enough to keep it busy, and few enough to hold. */
const AT_ONCE = 64;

export interface PagefindDocument {
  /** Site-relative path of the page. */
  readonly path: string;
  readonly html: string;
}

/**
 * All documents are in one index, whatever their languages, since a search goes through one index only. Throws errors that
 * Pagefind reports.
 *
 * @param language of the site, in BCP 47.
 */
export async function pagefindFiles(
  documents: Iterable<PagefindDocument>,
  language: string,
): Promise<Map<string, Uint8Array>> {
  const pulse = setInterval(() => void createIndex().catch(() => {}), PULSE);
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true, forceLanguage: language });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    for (const some of inGroups(documents, AT_ONCE)) {
      const added = await Promise.all(
        some.map(async ({ path, html }) => ({ path, ...(await index.addHTMLFile({ url: path, content: html })) })),
      );
      for (const { path, errors } of added) {
        if (errors.length > 0) throw new Error(`Pagefind could not index ${path}: ${errors.join("; ")}`);
      }
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind could not write its index: ${failures.join("; ")}`);
    return new Map(await Promise.all(files.filter(({ path }) => NEEDED.test(path)).map(namedContent)));
  } finally {
    clearInterval(pulse);
    await close();
  }
}

async function namedContent({ path, content }: IndexFile): Promise<[string, Uint8Array]> {
  if (!path.endsWith(".js")) return [path, content];
  const { code } = await transform(new TextDecoder().decode(content), { minify: true, format: "esm" });
  return [path, Buffer.from(code)];
}

function* inGroups<Item>(items: Iterable<Item>, size: number): Generator<Item[]> {
  let group: Item[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < size) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}
