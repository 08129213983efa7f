#!/usr/bin/env bash
# npm-to-yarn 3.2.0: one answer has commands of Yarn 1 and of Yarn 2 and later, and installing without packages becomes adding none.
#
# Expected: a set of commands that one version of Yarn knows. `yarn global add` and `yarn list` are Yarn 1's and were removed in Yarn
#           2; `yarn dlx` came with Yarn 2. `npm install --omit=dev` installs what is there, as `yarn workspaces focus --production`
#           does, and `npm create vite@latest` names a version.
# Observed: `yarn global add` beside `yarn dlx`; `yarn add --omit=dev`, which has nothing to add; `yarn create vite`, without its
#           version; a space is lost before `&&`; and `npm ci` is left as it is.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund npm-to-yarn@3.2.0
cat > convert.mjs <<'JS'
import convert from "npm-to-yarn";

const commands = {
  "npm install -g serve": "yarn global add serve",
  "npx tsc": "yarn dlx tsc",
  "npm install --omit=dev": "yarn add --omit=dev",
  "npm create vite@latest": "yarn create vite",
  "npm install && npm test": "yarn install&& yarn test",
  "npm ci": "npm ci\n# couldn't auto-convert command",
};
let asDescribed = true;
for (const [command, expected] of Object.entries(commands)) {
  const made = convert(command, "yarn");
  console.log(`${command}  ->  ${JSON.stringify(made)}`);
  asDescribed &&= made === expected;
}
console.log(asDescribed ? "As described." : "Changed.");
process.exitCode = asDescribed ? 0 : 1;
JS
node convert.mjs
