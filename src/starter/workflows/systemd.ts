/** Timers of systemd, for your own machine with a clone of the site's repository. */
import {
  COMMITTER,
  commitScript,
  INSTALL,
  newestScript,
  type ShellLines,
  WEEKLY,
  type WorkflowPlan,
} from "./workflow-plan.ts";

const FOLDER = "systemd";

export function systemdFiles(plan: WorkflowPlan): Map<string, string> {
  const destination = plan.destination ?? `/srv/${new URL(plan.url).hostname}`;
  return new Map([
    [`${FOLDER}/publish.sh`, publishScript({ ...plan, destination }, destination)],
    [`${FOLDER}/publish.service`, service("Publishes the site", "publish.sh")],
    // A build where nothing has changed takes half a second, so posts appear within a quarter of an hour of their dates.
    [`${FOLDER}/publish.timer`, timer("Publishes the site when something is new or due", "*:0/15")],
    [`${FOLDER}/weekly.sh`, weeklyScript(plan)],
    [`${FOLDER}/weekly.service`, service("Proves samples and follows links", "weekly.sh")],
    [`${FOLDER}/weekly.timer`, timer("Proves samples and follows links each week", "Mon 04:41")],
  ]);
}

function publishScript(plan: WorkflowPlan, destination: string): ShellLines {
  return `#!/bin/sh
# Takes what is new of the repository, publishes it, and commits what is noted. Run by publish.service.
set -eu
cd "$(dirname "$0")/.."
${Object.entries(COMMITTER)
  .map(([name, value]) => `export ${name}=${value}\n`)
  .join("")}before=$(git rev-parse HEAD)
git pull --quiet --rebase origin ${plan.branch}
if [ ! -d node_modules ] || ! git diff --quiet "$before" HEAD -- package-lock.json; then
  ${INSTALL}
fi
npx wellformed publish ${destination}
${commitScript(plan)}
`;
}

/** In a folder of its own, since it takes other versions than the site has. */
function weeklyScript(plan: WorkflowPlan): ShellLines {
  return `#!/bin/sh
# Runs the samples and follows the links to other sites, with the newest versions. Run by weekly.service, which fails where
# something is broken; what it is, is in weekly.txt and in its journal.
set -eu
cd "$(dirname "$0")/.."
rm -rf .cache/weekly
git worktree prune
git worktree add --quiet --detach .cache/weekly HEAD
cd .cache/weekly
${INSTALL}
${newestScript(plan)}
${WEEKLY}
`;
}

/** A unit of the user's own; %h is their home. */
function service(description: string, script: string): string {
  return `[Unit]
Description=${description}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
# The clone of the site's repository.
WorkingDirectory=%h/site
ExecStart=/bin/sh ${FOLDER}/${script}
`;
}

function timer(description: string, at: string): string {
  return `[Unit]
Description=${description}

[Timer]
OnCalendar=${at}
Persistent=true

[Install]
WantedBy=timers.target
`;
}
