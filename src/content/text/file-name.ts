/** Names that some file system can't keep: a site is built on one machine, checked out on another and served by a third. */

const LONGEST_NAME = 255;
/** Of macOS, whose is the shortest but for Windows before version 10. */
const LONGEST_PATH = 1024;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file: with any ending too, and with superior digits. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[1-9¹²³])(\.|$)/i;

/** What is wrong with a path's names, as the rest of a sentence; undefined for one that can be written everywhere. */
export function fileNameFault(path: string): { message: string; hint: string } | undefined {
  const names = path.split("/");
  const hint = "shorten the name";
  if (names.some((name) => Buffer.byteLength(name) > LONGEST_NAME))
    return { message: `of which a part is longer than ${LONGEST_NAME} bytes`, hint };
  if (Buffer.byteLength(path) > LONGEST_PATH) return { message: `which is longer than ${LONGEST_PATH} bytes`, hint };
  const device = names.find((name) => DEVICE.test(name));
  if (device) return { message: `and Windows keeps "${device}" for a device`, hint: "use another name" };
  const cut = names.find((name) => /[. ]$/.test(name));
  if (cut) return { message: `and Windows leaves out the end of "${cut}"`, hint: "use another name" };
  return undefined;
}
