/** Faults of the machine that no stack explains: a full disk, a folder that may not be written. */

/** By the names of errno(3). */
const FAULTS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EDQUOT: "this user's share of the disk is used up",
  EIO: "the disk failed",
  EMFILE: "this process has too many files open; `ulimit -n 4096` allows more",
  ENFILE: "this machine has too many files open",
  ENOSPC: "no space is left on the disk",
  EPERM: "permission is denied",
  EROFS: "its file system is read-only",
};

const DONE: Readonly<Record<string, string>> = {
  copyfile: "written",
  ftruncate: "written",
  link: "written",
  lstat: "read",
  mkdir: "made",
  mkdtemp: "made",
  open: "opened",
  read: "read",
  readlink: "read",
  rename: "renamed",
  rm: "removed",
  rmdir: "removed",
  scandir: "read",
  stat: "read",
  symlink: "made",
  unlink: "removed",
  utime: "written",
  write: "written",
};

/**
 * One line for what a system call refused, be it the error itself or what caused it: `/srv/site can't be made: permission is
 * denied (EACCES)`. Undefined for other errors.
 */
export function machineFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path }: NodeJS.ErrnoException = error;
  const fault = code === undefined ? undefined : FAULTS[code];
  if (fault === undefined || syscall === undefined) return machineFault(causeOf(error));
  const done = syscall.startsWith("spawn") ? "started" : (DONE[syscall] ?? "used");
  return `${path ?? "A file"} can't be ${done}: ${fault} (${code})`;
}

/** Eleventy has a key of its own for what it caught. */
function causeOf(error: Error): unknown {
  return "originalError" in error ? error.originalError : error.cause;
}
