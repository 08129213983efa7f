/** The code to copy from a block: a session's input without prompts and output, a diff without removed lines, all parts of a split sample. */
export function codeOf(block: HTMLElement): string {
  const copy = document.createElement("div");
  for (const code of block.querySelectorAll("pre > code")) copy.append(code.cloneNode(true));
  const whole = copy.textContent.trimEnd();
  // An output line is removed whole, with its line feed.
  for (const line of copy.querySelectorAll(".line:has(> .o)")) {
    for (const output of line.querySelectorAll(".o")) output.remove();
    if (line.textContent.trim() === "") line.remove();
  }
  for (const left of copy.querySelectorAll(".q, .o, .line.del")) left.remove();
  return copy.textContent.trimEnd() || whole;
}
