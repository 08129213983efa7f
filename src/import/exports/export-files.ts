/** The files of an export, whether it is one file, a folder or a zip; texts are read when they are asked for. */
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, posix, relative, sep } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";

export interface ExportFile {
  /** Relative to the export, with `/` between its parts. */
  readonly path: string;
  bytes(): Promise<Uint8Array>;
  text(): Promise<string>;
  /** A file of this machine with the same bytes. */
  file(): Promise<string>;
}

const MOST_BYTES = 2 ** 31;

/** In the order of their names. Throws a `UsageError` for what can't be read. */
export async function exportFiles(path: string): Promise<ExportFile[]> {
  if (statSync(path).isDirectory()) return folderFiles(path);
  return isZip(path) ? zipFiles(path) : [onDisk(path, basename(path))];
}

function onDisk(file: string, path: string): ExportFile {
  return {
    path,
    bytes: async () => readFileSync(file),
    text: async () => decodedText(readFileSync(file)),
    file: async () => file,
  };
}

async function folderFiles(folder: string): Promise<ExportFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort().map((file) => onDisk(file, relative(folder, file).split(sep).join("/")));
}

/** By the bytes with which it begins: many exports have no ending, or another one. */
function isZip(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const descriptor = openSync(path, "r");
  const start = Buffer.alloc(2);
  readSync(descriptor, start, 0, 2, 0);
  closeSync(descriptor);
  return start.toString("latin1") === "PK";
}

const DIRECTORY = 1 << 20;

/** True for a zip that has a file of such a name: its directory stands at its end. */
export function zipHas(path: string, name: RegExp): boolean {
  if (!isZip(path)) return false;
  const size = statSync(path).size;
  const descriptor = openSync(path, "r");
  const end = Buffer.alloc(Math.min(size, DIRECTORY));
  readSync(descriptor, end, 0, end.length, size - end.length);
  closeSync(descriptor);
  // Each entry of the directory begins with these bytes, and its name stands 46 bytes behind (APPNOTE 4.3.12).
  const entries = end.toString("latin1").split("PK\x01\x02").slice(1);
  return entries.some((entry) => name.test(entry.slice(42, 42 + entry.charCodeAt(24) + 256 * entry.charCodeAt(25))));
}

async function zipFiles(path: string): Promise<ExportFile[]> {
  const { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } = await import("@zip.js/zip.js");
  const reader = new ZipReader(new Uint8ArrayReader(readFileSync(path)), { checkSignature: true });
  let unpacked: string | undefined;
  const entries = await reader.getEntries().catch((error: unknown) => {
    throw new UsageError(
      `${path} is no zip that can be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const files = entries.flatMap((entry, index): ExportFile[] => {
    if (entry.directory || !isInside(entry.filename) || entry.uncompressedSize > MOST_BYTES) return [];
    const bytes = async () => entry.getData(new Uint8ArrayWriter(), { useWebWorkers: false });
    return [
      {
        path: entry.filename,
        bytes,
        text: async () => decodedText(await bytes()),
        file: async () => {
          unpacked ??= temporaryFolder();
          const file = join(unpacked, `${index}-${posix.basename(entry.filename)}`);
          writeFileSync(file, await bytes());
          return file;
        },
      },
    ];
  });
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** False for what macOS adds, and for a name that leads out of the zip. */
function isInside(name: string): boolean {
  return !/^__MACOSX\/|(^|\/)\.DS_Store$|(^|\/)\.\.(\/|$)|^\/|\\/.test(name);
}

/** It is there as long as this process is. */
function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "wellformed-import-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** By its mark, or by what its XML says of itself; UTF-8 else. Line ends are `\n`. */
function decodedText(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const [, declared] = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(start) ?? [];
  const label = start.startsWith("\xFF\xFE")
    ? "utf-16le"
    : start.startsWith("\xFE\xFF")
      ? "utf-16be"
      : (declared ?? "utf-8");
  return decoderFor(label).decode(bytes).replace(/\r\n?/g, "\n");
}

function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
