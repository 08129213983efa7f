/** Reads a site's content files from disk; what they say is not looked at here. */
import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync, statSync } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SourceOf } from "../content/problems/excerpt.ts";
import type { Problem } from "../content/problems/problem.ts";

/** A file's path, relative to the site's folder with `/` between its parts, and its text. */
export interface SourceFile {
  file: string;
  text: string;
}

const NO_FILE = { message: "is a symbolic link or no file at all", hint: "put the file itself here" };

/** Every Markdown file below a folder, by name; links that lead elsewhere and bytes that are not UTF-8 are problems. */
export async function readMarkdownFiles(siteDir: string, folder: string, problems: Problem[]): Promise<SourceFile[]> {
  const paths = await listFiles(siteDir, folder, problems);
  const files = await Promise.all(
    paths.filter((path) => path.endsWith(".md")).map((path) => readSource(siteDir, path)),
  );
  return files.flatMap((file) => {
    if ("text" in file) return [file];
    problems.push(file);
    return [];
  });
}

/** The text of a file, or undefined where there is none, or none that can be read. */
export async function readOptionalFile(
  siteDir: string,
  file: string,
  problems: Problem[],
): Promise<string | undefined> {
  const itself = await lstat(join(siteDir, file)).catch(() => undefined);
  if (!itself) return undefined;
  if (!itself.isFile()) {
    problems.push({ file, ...NO_FILE });
    return undefined;
  }
  const source = await readSource(siteDir, file);
  if ("text" in source) return source.text;
  problems.push(source);
  return undefined;
}

/** A function that gives the text of any of the site's files, for showing a problem where it stands. */
export function sourcesIn(siteDir: string): SourceOf {
  return (file) => {
    const path = join(siteDir, file);
    return existsSync(path) && statSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  };
}

async function listFiles(siteDir: string, folder: string, problems: Problem[]): Promise<string[]> {
  const itself = await lstat(join(siteDir, folder)).catch(() => undefined);
  if (itself && !itself.isDirectory()) {
    problems.push({
      file: folder,
      message: "is a symbolic link or no folder at all",
      hint: "put the folder itself here",
    });
    return [];
  }
  const entries = await readdir(join(siteDir, folder), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const nested = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(siteDir, path, problems);
    if (entry.isFile()) return [path];
    problems.push({ file: path, ...NO_FILE });
    return [];
  });
  return (await Promise.all(nested)).flat().sort();
}

async function readSource(siteDir: string, file: string): Promise<SourceFile | Problem> {
  const bytes = await readFile(join(siteDir, file));
  const text = bytes.toString("utf8");
  if (isUtf8(bytes)) return { file, text };
  const back = Buffer.from(text, "utf8");
  const offset = bytes.findIndex((byte, index) => byte !== back[index]);
  return {
    file,
    message: `is not UTF-8: the byte at offset ${offset} belongs to no character`,
    hint: "save it as UTF-8",
  };
}
