/** A button on each code block that copies it: of a shell session the commands alone, of a change what it leads to. */

export function offerCopying(): void {
  if (!navigator.clipboard) return;
  for (const pre of document.querySelectorAll<HTMLPreElement>(".prose pre[tabindex]:has(> code)")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(codeOf(pre));
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 1500);
    });
    const caption = pre.previousElementSibling;
    if (caption?.matches("figcaption")) caption.append(button);
    else pre.prepend(button);
  }
}

function codeOf(pre: HTMLElement): string {
  const code = pre.querySelector("code")?.cloneNode(true) as HTMLElement;
  for (const left of code.querySelectorAll(".q, .o, .line.del")) left.remove();
  return code.textContent.trimEnd();
}
