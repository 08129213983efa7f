/** Workflows of GitHub Actions and of Forgejo Actions, which reads the same files in another folder. */
import {
  BUILD,
  COMMITTER,
  commitScript,
  INSTALL,
  ISSUE,
  NOTE,
  newestScript,
  PREVIEW_BRANCH,
  previewScript,
  publishPreviewScript,
  publishScript,
  type ShellLines,
  SSH_KEY,
  TOGETHER,
  WEEKLY,
  type WorkflowPlan,
} from "./workflow-plan.ts";

/** What differs between the two hosts. */
interface Actions {
  folder: string;
  /** Lines of a job: on which machine it runs. */
  machine: string;
  pagesPermissions: string;
  /** Steps that put `_pages` online. */
  deployPages: string;
  about: string;
}

const GITHUB: Actions = {
  folder: ".github/workflows",
  machine: "    runs-on: ubuntu-latest\n",
  pagesPermissions: "  pages: write\n  id-token: write\n",
  // GitHub's own action for this leaves out what begins with a dot, such as .well-known/.
  deployPages: `${step("Pack", "tar --dereference --hard-dereference -cf artifact.tar -C _pages .")}      - uses: actions/upload-artifact@v4
        with:
          name: github-pages
          path: artifact.tar
          retention-days: 1
      - uses: actions/deploy-pages@v4
`,
  about: "# In the repository's settings, Pages has “GitHub Actions” as its source.\n",
};

const FORGEJO: Actions = {
  folder: ".forgejo/workflows",
  machine: `    runs-on: ${expression("vars.RUNNER || 'docker'")}\n    container:\n      image: node:24\n`,
  pagesPermissions: "",
  // A commit without a parent: the branch holds what is online, and no history.
  deployPages: step(
    "Put it on the branch pages",
    `export GIT_INDEX_FILE="$PWD/.cache/pages-index"
rm -f "$GIT_INDEX_FILE"
git --work-tree=_pages add --all --force
git push --quiet --force origin "$(git commit-tree "$(git write-tree)" -m "Publish")":refs/heads/pages`,
  ),
  about:
    "# Codeberg serves the branch “pages”. The variable RUNNER names a runner's label, where that is not “docker”.\n",
};

/** Texts by path. */
export function githubFiles(plan: WorkflowPlan): Map<string, string> {
  return filesFor(GITHUB, plan);
}

export function forgejoFiles(plan: WorkflowPlan): Map<string, string> {
  return filesFor(FORGEJO, plan);
}

function filesFor(actions: Actions, plan: WorkflowPlan): Map<string, string> {
  return new Map([
    [`${actions.folder}/publish.yml`, publishFile(actions, plan)],
    [`${actions.folder}/weekly.yml`, weeklyFile(actions, plan)],
  ]);
}

function publishFile(actions: Actions, plan: WorkflowPlan): string {
  const { destination, branch } = plan;
  const isPages = destination === undefined;
  const environment = isPages && actions === GITHUB ? "    environment:\n      name: github-pages\n" : "";
  return `# Publishes the branch ${branch}, and shows the drafts of the branch ${PREVIEW_BRANCH}, if there is one.
${isPages ? actions.about : "# It needs the secrets SSH_KEY, a private key, and SSH_KNOWN_HOSTS, what ssh-keyscan prints of the host.\n"}name: publish
on:
  push:
    branches: [${branch}, ${PREVIEW_BRANCH}]
  schedule:
    # Nightly, for posts whose date has come: builds say which is the next.
    - cron: "23 3 * * *"
  workflow_dispatch:
permissions:
  contents: write
${isPages ? actions.pagesPermissions : ""}concurrency:
  group: publish
jobs:
  publish:
${actions.machine}${environment}    env:
${Object.entries(COMMITTER)
  .map(([name, value]) => `      ${name}: ${value}\n`)
  .join("")}    steps:
${checkout(branch)}      - uses: actions/cache@v4
        with:
          path: |
            .cache
            _site
          key: site-${expression("github.run_id")}
          restore-keys: site-
${step("Install", INSTALL)}${isPages ? toPages(actions, plan) : overSsh(plan, destination)}${step("Commit what is noted", commitScript(plan))}`;
}

function toPages(actions: Actions, plan: WorkflowPlan): string {
  return [
    step("Build", BUILD),
    step("Preview", previewScript(plan), "        continue-on-error: true\n"),
    step("Put both together", TOGETHER),
    actions.deployPages,
    step("Note what is published", NOTE),
  ].join("");
}

function overSsh(plan: WorkflowPlan, destination: string): string {
  const secrets = `        env:\n          SSH_KEY: ${expression("secrets.SSH_KEY")}\n          SSH_KNOWN_HOSTS: ${expression("secrets.SSH_KNOWN_HOSTS")}\n`;
  return [
    step("Take the key", SSH_KEY, secrets),
    step("Build and publish", publishScript(destination)),
    step("Preview", publishPreviewScript(plan, destination), "        continue-on-error: true\n"),
  ].join("");
}

function weeklyFile({ machine }: Actions, plan: WorkflowPlan): string {
  return `# Runs the samples and follows the links to other sites, with the newest versions, and opens an issue for what is broken.
name: weekly
on:
  schedule:
    - cron: "41 4 * * 1"
  workflow_dispatch:
permissions:
  contents: read
  issues: write
jobs:
  weekly:
${machine}    steps:
${checkout(plan.branch)}${step("Install", INSTALL)}${step("Take the newest versions", newestScript(plan))}${step("Prove and check", WEEKLY)}${step(
  "Open an issue",
  ISSUE,
  `        if: failure()\n        env:\n          TOKEN: ${expression("github.token")}\n`,
)}`;
}

function checkout(branch: string): string {
  return `      - uses: actions/checkout@v5
        with:
          ref: ${branch}
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
`;
}

/** `more` are lines between the step's name and what it runs. */
function step(name: string, script: ShellLines, more = ""): string {
  return `      - name: ${name}\n${more}        run: |\n${indented(script, 10)}`;
}

function indented(script: ShellLines, by: number): string {
  return `${script.replace(/^(?=.)/gm, " ".repeat(by))}\n`;
}

/** An expression, which Actions replaces. */
function expression(text: string): string {
  return `\${{ ${text} }}`;
}
