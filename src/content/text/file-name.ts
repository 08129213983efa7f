/** Names that some file system can't keep: a site is built on one machine, checked out on another and served by a third. */
import type { Place, Problem } from "../problems/problem.ts";

const LONGEST_NAME = 255;
/** Of macOS, whose is the shortest but for Windows before version 10. */
const LONGEST_PATH = 1024;
/** https://learn.microsoft.com/windows/win32/fileio/naming-a-file: with any ending too, and with superior digits. */
const DEVICE = /^(con|prn|aux|nul|(com|lpt)[1-9¹²³])(\.|$)/i;

/**
 * Problems of an address that could not be written everywhere; `subject` begins the sentence that names it, such as
 * `wants the address`, and `place` is where the address comes from.
 */
export function fileNameProblems(path: string, subject: string, place: Place & { field?: string }): Problem[] {
  const names = path.split("/");
  const problem = (why: string, hint: string) => [{ ...place, message: `${subject} ${path}, ${why}`, hint }];
  if (names.some((name) => Buffer.byteLength(name) > LONGEST_NAME))
    return problem(`of which a part is longer than ${LONGEST_NAME} bytes`, "shorten the name");
  if (Buffer.byteLength(path) > LONGEST_PATH)
    return problem(`which is longer than ${LONGEST_PATH} bytes`, "shorten the name");
  const device = names.find((name) => DEVICE.test(name));
  if (device) return problem(`and Windows keeps "${device}" for a device`, "use another name");
  const cut = names.find((name) => /[. ]$/.test(name));
  if (cut) return problem(`and Windows leaves out the end of "${cut}"`, "use another name");
  return [];
}
