import type { ChildProcess } from "node:child_process";

/** Ends a process group by its leader. */
export function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}
