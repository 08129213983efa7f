/** Pagefind, wrapped once: documents in, a folder of index files out. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import type { SearchDocument } from "./documents.ts";

/** Of the files that Pagefind brings, the ones that a browser loads; its ready-made interfaces are left out. */
const NEEDED =
  /^(pagefind\.js|pagefind-entry\.json|pagefind-worker\.js|wasm\.\S+\.pagefind|pagefind\.\S+\.pf_meta|(fragment|index|filter)\/.+)$/;

/** Writes the index and returns how many documents it holds. Throws what Pagefind complains of. */
export async function writeIndex(documents: SearchDocument[], outDir: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({ keepIndexUrl: true });
    if (!index) throw new Error(`Pagefind did not start: ${errors.join("; ")}`);
    for (const { path, html } of documents) {
      const added = await index.addHTMLFile({ url: path, content: html });
      if (added.errors.length > 0) throw new Error(`Pagefind could not index ${path}: ${added.errors.join("; ")}`);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new Error(`Pagefind could not write its index: ${failures.join("; ")}`);
    for (const { path, content } of files.filter((file) => NEEDED.test(file.path))) {
      await mkdir(dirname(join(outDir, path)), { recursive: true });
      await writeFile(join(outDir, path), content);
    }
    return documents.length;
  } finally {
    await close();
  }
}
