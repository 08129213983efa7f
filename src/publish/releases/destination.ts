/** Where releases go: a folder of this machine, or of another one over SSH. */
import { homedir } from "node:os";
import { resolve } from "node:path";
import { UsageError } from "../../content/problems/usage-error.ts";

export interface Destination {
  /** As the user has written it, for messages. */
  readonly name: string;
  /** `user@host`, an IPv6 address in brackets; undefined for this machine. */
  readonly host: string | undefined;
  /** Absolute on this machine; on another, a relative path begins at the user's home. */
  readonly folder: string;
  /** The program that reaches the host, with its arguments: `ssh -p 2222`. */
  readonly ssh: readonly string[];
}

/** As scp and rsync read it: a colon before the first slash ends a host. */
const REMOTE = /^(?<host>(?:[^/:@[\]]+@)?(?:\[[^/\]]+\]|[^/:[\]]+)):(?<folder>.*)$/s;
const DRIVE = /^[a-z]:[\\/]/i;
const HOST = /^[\w.@%+:[\]-]+$/;
/** Characters that mean nothing special to a shell or to rsync. */
const PLAIN_FOLDER = /^[\p{L}\p{M}\p{N}\w./+@=,-]+$/u;

/** Throws a `UsageError` for what is no destination. */
export function destinationOf(text: string, ssh: string): Destination {
  const command = ssh.trim().split(/\s+/).filter(Boolean);
  if (command.length === 0) throw new UsageError('--ssh takes a command such as "ssh -p 2222", and it is empty');
  const { host, folder = "" } = (DRIVE.test(text) ? undefined : REMOTE.exec(text)?.groups) ?? {};
  // A shell leaves ~ as it is where it is quoted, or stands in another program's file.
  if (host === undefined)
    return { name: text, host, folder: resolve(text.replace(/^~(?=\/)/, homedir())), ssh: command };
  if (!HOST.test(host) || host.startsWith("-"))
    throw new UsageError(`"${host}" in ${text} is not a host such as user@example.org`);
  const path = folder.replace(/^~\//, "").replace(/\/+$/, "") || (folder.startsWith("/") ? "/" : "");
  if (path === "" || path === "~" || path === "/")
    throw new UsageError(`${text} names no folder behind the colon; write ${host}:/srv/example.org`);
  if (!PLAIN_FOLDER.test(path) || path.startsWith("-"))
    throw new UsageError(`the folder in ${text} may have letters, digits and . / _ - + @ = , only: name another one`);
  return { name: text, host, folder: path, ssh: command };
}
