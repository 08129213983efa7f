/** Sends the files of a build into the empty folder of a release: by rsync if both machines have it, else by tar. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Destination } from "./destination.ts";
import { quoted, ShellFailure, shellCommand } from "./session.ts";

export interface Sending {
  readonly destination: Destination;
  /** The folder of the build. */
  readonly from: string;
  /** The folder of the release, from that of the destination. */
  readonly to: string;
  /** The live release, to whose files rsync links those that are the same. */
  readonly live: string | undefined;
}

/** rsync would outlive this process. So it is ended when its input is closed, which happens however this process ends. */
const TIED = `exec 3<&0; "$@" </dev/null 3<&- & pid=$!; { cat <&3 >/dev/null; kill $pid 2>/dev/null; } & exec 3<&-; wait $pid`;

/**
 * Unchanged files are found by their contents, since a build in CI gives every file a new time. Times are not sent: new files
 * have the time of their release.
 */
export async function sendByRsync({ destination, from, to, live }: Sending): Promise<void> {
  const { host, folder, ssh } = destination;
  const args = [
    ...["--recursive", "--checksum"],
    ...(live === undefined ? [] : [`--link-dest=../${live}`]),
    ...(host === undefined ? [] : ["--compress", "--rsh", ssh.join(" ")]),
    `${from}/`,
    `${host === undefined ? "" : `${host}:`}${folder}/${to}/`,
  ];
  const child = spawn("sh", ["-c", TIED, "sh", "rsync", ...args], { stdio: ["pipe", "ignore", "pipe"] });
  await endOf(child).finally(() => child.stdin.end());
}

export async function sendByTar({ destination, from, to }: Sending): Promise<void> {
  const [compress, folder] = [destination.host === undefined ? "" : "z", quoted(`${destination.folder}/${to}`)];
  const [program = "", ...args] = shellCommand(destination, `tar -C ${folder} -xo${compress}f -`);
  const packing = spawn("tar", ["-C", from, `-c${compress}f`, "-", "."], { stdio: ["ignore", "pipe", "pipe"] });
  const unpacking = spawn(program, args, { stdio: ["pipe", "ignore", "pipe"] });
  packing.stdout.pipe(unpacking.stdin);
  // The other end reports why it takes no more.
  unpacking.stdin.on("error", () => packing.kill());
  const [packed, unpacked] = await Promise.allSettled([endOf(packing), endOf(unpacking)]);
  if (unpacked.status === "rejected") throw unpacked.reason;
  if (packed.status === "rejected") throw packed.reason;
}

/** True if this machine has the program. */
export async function isHere(program: string): Promise<boolean> {
  try {
    await endOf(spawn(program, ["--version"], { stdio: ["ignore", "ignore", "pipe"] }));
    return true;
  } catch {
    return false;
  }
}

/** Rejects with a `ShellFailure` if the program fails. */
async function endOf(child: ChildProcess): Promise<void> {
  let errors = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const [code] = await once(child, "close").catch((error: Error) => {
    throw new ShellFailure(127, error.message, false);
  });
  if (code !== 0) throw new ShellFailure(code ?? 1, errors, false);
}
