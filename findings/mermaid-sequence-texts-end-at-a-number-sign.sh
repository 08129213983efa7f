#!/usr/bin/env bash
# mermaid 11.17.2: in a sequence diagram, what stands behind `#` in a message or a name is left out.
#
# Expected: a message is the rest of its line: "A->>B: fix #12 now" reads so, as the same words do in a Gantt chart. What can't be
#           read is an error. Comments are `%%`.
# Observed: the message is "fix", the participant "Order #1" is "Order", without an error: `#` begins a comment in this one grammar.
#           "see #3; done" is an entity, the character of the code 3, in notes. A semicolon ends a line, so that "SELECT 1; SELECT
#           2" fails, and "wait; B->>A: done" is two messages.
# So:       #35; for the number sign and #59; for the semicolon.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mermaid@11.17.2
cat > run.mjs <<'JS'
import mermaid from "mermaid";

mermaid.initialize({ startOnLoad: false });
async function read(...lines) {
  const text = lines.join("\n");
  await mermaid.parse(text);
  return (await mermaid.mermaidAPI.getDiagramFromText(text)).db;
}
const messages = async (line) => (await read("sequenceDiagram", line)).getMessages().map(({ message }) => message);
const actors = async (line) => [...(await read("sequenceDiagram", line)).getActors().values()].map(({ description }) => description);
const seen = {
  message: await messages("A->>B: fix #12 now"),
  participant: await actors("participant A as Order #1"),
  semicolon: await messages("A->>B: SELECT 1; SELECT 2").catch(() => "an error"),
  gantt: (await read("gantt", "dateFormat YYYY-MM-DD", "fix #12 now : 2026-01-05, 2d")).getTasks().map(({ task }) => task.trim()),
  "two of one": await messages("A->>B: wait; B->>A: done"),
};
console.log(seen);
const asDescribed = JSON.stringify(Object.values(seen)) === '[["fix"],["Order"],"an error",["fix #12 now"],["wait","done"]]';
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node run.mjs
