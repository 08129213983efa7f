/** Of a shell session the commands without prompts and output, of a change what it leads to, of a split sample all its code. */
export function codeOf(block: HTMLElement): string {
  const copy = document.createElement("div");
  for (const code of block.querySelectorAll("pre > code")) copy.append(code.cloneNode(true));
  const whole = copy.textContent.trimEnd();
  // A line of output goes with its line end.
  for (const line of copy.querySelectorAll(".line:has(> .o)")) {
    for (const output of line.querySelectorAll(".o")) output.remove();
    if (line.textContent.trim() === "") line.remove();
  }
  for (const left of copy.querySelectorAll(".q, .o, .line.del")) left.remove();
  return copy.textContent.trimEnd() || whole;
}
