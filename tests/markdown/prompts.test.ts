/** Prompts in shell blocks are recognised, and left out when copying. */
import { expect, it } from "vitest";
import { promptRuns } from "../../src/markdown/prompts.ts";

/** What the button copies: all but the prompts. */
function copied(language: string, lines: string[]): string[] | undefined {
  const code = `${lines.join("\n")}\n`;
  const runs = promptRuns(code, language);
  if (runs) expect(runs.map(({ text }) => text).join("")).toBe(code);
  return runs
    ?.filter(({ role }) => role !== "q")
    .map(({ text }) => text)
    .join("")
    .trimEnd()
    .split("\n");
}

it.each([
  ["bash", ["$ npm install", "$ npm start"], ["npm install", "npm start"]],
  ["sh", ["$ ls", "", "# and then", "$ cd x"], ["ls", "", "# and then", "cd x"]],
  ["zsh", ["% ls"], ["ls"]],
  ["shell", ["user@host:~/x$ ls -l"], ["ls -l"]],
  ["bash", ["~/code $ ls"], ["ls"]],
  ["bash", ["(venv) $ pip install x"], ["pip install x"]],
  ["bash", ["$ a \\", "  --b \\", "> c", "$ d"], ["a \\", "  --b \\", "c", "d"]],
  [
    "bash",
    ["$ cat <<'EOF' > x", "$ not a prompt", "> y", "EOF", "$ ls"],
    ["cat <<'EOF' > x", "$ not a prompt", "y", "EOF", "ls"],
  ],
  ["bash", ["$ cat <<< x", "$ ls"], ["cat <<< x", "ls"]],
  ["fish", ["~/x> ls", "ada@host ~/x (main)> git status", "> pwd"], ["ls", "git status", "pwd"]],
  ["powershell", ["PS C:\\Users\\x> Get-Item y", "PS> ls"], ["Get-Item y", "ls"]],
  ["ps1", ["$ npm i", "# a remark"], ["npm i", "# a remark"]],
  ["powershell", ["> Get-Item `", ">> -Path x"], ["Get-Item `", "-Path x"]],
  ["cmd", ["C:\\x> dir", "C:\\x>cd y"], ["dir", "cd y"]],
])("of %s %j the commands alone", (language, lines, commands) => {
  expect(copied(language, lines)).toEqual(commands);
});

it.each([
  ["bash", ["npm install"]],
  ["bash", ["$ npm install", "npm start"]],
  ["bash", ["$ ls", "file.txt"]],
  ["bash", ["$HOME/bin/x"]],
  ["bash", ["# only a remark"]],
  ["bash", ["$"]],
  ["powershell", ["$x = 1"]],
  ["powershell", ["$ x", "$y = 1"]],
  ["js", ["$ ('a')"]],
  ["text", ["$ ls"]],
  ["", ["$ ls"]],
])("of %s %j nothing is a prompt, since some command has none", (language, lines) => {
  expect(promptRuns(lines.join("\n"), language)).toBeUndefined();
});
