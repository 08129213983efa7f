/** An SSH server of the tests' own on a port of this machine, with keys and settings of its own; it ends with the test file. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, vi } from "vitest";
import { freePort } from "./free-port.ts";

const HOST = "releases.test";

/** Where a program is that a user's PATH may not have; undefined where this machine does not have it. */
export function programAt(name: string): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/sbin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

export interface SshServer {
  readonly host: string;
  /** The command that reaches it. */
  readonly ssh: string;
}

/** Call at a test file's top, in a folder for its files. Undefined where this machine has no server. */
export function useSshServer(folder: string): SshServer | undefined {
  const [sshd, ssh, keygen] = ["sshd", "ssh", "ssh-keygen"].map(programAt);
  if (!sshd || !ssh || !keygen) return undefined;
  const config = join(folder, "ssh-config");
  let end = () => {};
  beforeAll(async () => {
    const port = await freePort();
    for (const key of ["host-key", "user-key"])
      execFileSync(keygen, ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, key)]);
    // It wants this folder where it runs as root, and a system makes it only when its own server starts.
    if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true });
    const settings = [
      ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${folder}/host-key`, "PidFile none", "UsePAM no"],
      ...[`AuthorizedKeysFile ${folder}/user-key.pub`, "StrictModes no", "PasswordAuthentication no"],
    ];
    writeFileSync(join(folder, "sshd-config"), `${settings.join("\n")}\n`);
    const hostKey = execFileSync("cut", ["-d", " ", "-f", "1,2", `${folder}/host-key.pub`], { encoding: "utf8" });
    writeFileSync(join(folder, "known-hosts"), `[127.0.0.1]:${port} ${hostKey}`);
    const client = [
      ...[
        `Host ${HOST}`,
        "HostName 127.0.0.1",
        `Port ${port}`,
        `IdentityFile ${folder}/user-key`,
        "IdentitiesOnly yes",
      ],
      ...[`UserKnownHostsFile ${folder}/known-hosts`, "StrictHostKeyChecking yes", "BatchMode yes"],
    ];
    writeFileSync(config, `${client.join("\n")}\n`);
    const server = spawn(sshd, ["-D", "-e", "-f", join(folder, "sshd-config")], { stdio: "ignore" });
    end = () => void server.kill();
    await vi.waitFor(() => answered(port), { timeout: 15_000, interval: 50 });
  });
  afterAll(() => end());
  return { host: HOST, ssh: `${ssh} -F ${config}` };
}

/** A PATH with everything but one program. */
export function pathWithout(name: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const from of (process.env["PATH"] ?? "").split(delimiter).filter((path) => existsSync(path)))
    for (const program of readdirSync(from))
      if (program !== name && !existsSync(join(folder, program)))
        symlinkSync(join(from, program), join(folder, program));
  return folder;
}

function answered(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      done();
    });
    socket.once("error", fail);
  });
}
