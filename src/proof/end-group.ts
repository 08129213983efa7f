import type { ChildProcess } from "node:child_process";

/** Ends a process that leads a group, with all that it started. */
export function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended already.
  }
}
