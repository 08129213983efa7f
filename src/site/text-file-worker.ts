/** The thread of `text-files.ts`. */
import { parentPort, workerData } from "node:worker_threads";
import { TextFileWriter } from "./text-file-writer.ts";
import { type TextFilesWork, takeFiles, type WrittenFile } from "./text-files.ts";

const { folder, addresses, files, taken, gate }: TextFilesWork = workerData;
const writer = new TextFileWriter(folder, addresses);
Atomics.wait(gate, 0, 0);
for (const some of takeFiles(files, taken)) {
  const written = some.map(({ place, file }): WrittenFile => ({ place, ...writer.write(file) }));
  parentPort?.postMessage(written);
}
