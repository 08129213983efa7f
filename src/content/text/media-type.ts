/** Media types of the pictures that browsers and feed readers show, by the end of the file's name. */
const TYPES: Record<string, string> = {
  avif: "image/avif",
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  png: "image/png",
  svg: "image/svg+xml",
  webp: "image/webp",
};

/** Undefined for a file that is no picture. */
export function pictureTypeOf(file: string): string | undefined {
  const end = file.slice(file.lastIndexOf(".") + 1).toLowerCase();
  return Object.hasOwn(TYPES, end) ? TYPES[end] : undefined;
}
