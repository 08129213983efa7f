/** The thread of `text-files.ts`. */
import { parentPort } from "node:worker_threads";
import { TextFileWriter } from "./text-file-writer.ts";
import { type TextFilesWork, takeFiles, type WrittenFile } from "./text-files.ts";

parentPort?.once("message", ({ folder, addresses, files, taken }: TextFilesWork) => {
  const writer = new TextFileWriter(folder, addresses);
  for (const some of takeFiles(files, taken)) {
    const written = some.map(({ place, file }): WrittenFile => ({ place, ...writer.write(file) }));
    parentPort?.postMessage(written);
  }
});
