/** Says what failed at a destination, and what to do. */
import { OutsideError } from "../../content/problems/outside-error.ts";
import type { Destination } from "./destination.ts";
import { ShellFailure } from "./session.ts";

/** The first cause whose pattern matches. */
const CAUSES: readonly (readonly [RegExp, (destination: Destination) => string])[] = [
  [/No space left on device|Disk quota exceeded/i, ({ name }) => `the disk of ${name} is full`],
  // If the other rsync ends at once, its message can be lost.
  [/^rsync 11$/, ({ name }) => `the disk of ${name} is full, or fails`],
  [/Read-only file system/i, ({ name }) => `${name} can only be read`],
  [
    /Permission denied|Operation not permitted/i,
    ({ name, host }) =>
      `${host ? "the user there" : "you"} may not write in ${name}: make the folder, and give it to that user`,
  ],
  [
    /protocol version mismatch|is your shell clean/i,
    ({ host }) => `the shell of ${host} prints something when it starts, which rsync can't read`,
  ],
];

/** Errors that come neither from a shell nor from a program are returned as they are. */
export function explained(error: unknown, destination: Destination): unknown {
  if (!(error instanceof ShellFailure)) return error;
  const said = error.message ? `\n${error.message}` : "";
  const live = "The site that is live there is as it was.";
  if (error.isConnection) return new OutsideError(`${connectionOf(destination)}${said}`, { cause: error });
  const [, cause] = CAUSES.find(([pattern]) => pattern.test(error.message || `rsync ${error.code}`)) ?? [];
  const what = cause ? cause(destination) : `publishing to ${destination.name} failed (exit code ${error.code})`;
  return new OutsideError(`${what}. ${live}${said}`, { cause: error });
}

function connectionOf({ name, host, ssh }: Destination): string {
  if (host !== undefined)
    return `${host} can't be reached, or the connection was lost; try ${[...ssh, host].join(" ")} true`;
  const isWindows = process.platform === "win32";
  return isWindows
    ? `${name} is on this machine, and Windows has no POSIX shell: publish from WSL, or over SSH`
    : `the shell that writes ${name} has ended`;
}
