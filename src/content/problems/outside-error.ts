/** Something outside of the site failed: another machine, a disk, a program. Its message says what to do, so no call stack is printed. */
export class OutsideError extends Error {
  override readonly name = "OutsideError";
}
