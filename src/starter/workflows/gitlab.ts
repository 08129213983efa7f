/** A pipeline of GitLab CI. */
import {
  BUILD,
  COMMITTER,
  commitScript,
  INSTALL,
  ISSUE,
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

/** A job's own token may not push everywhere: PUBLISH_TOKEN can. */
const REMOTE = '"https://publish:$PUBLISH_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git"';

export function gitlabFiles(plan: WorkflowPlan): Map<string, string> {
  return new Map([[".gitlab-ci.yml", pipeline(plan)]]);
}

function pipeline(plan: WorkflowPlan): string {
  const { branch, destination } = plan;
  const variables = { npm_config_cache: "$CI_PROJECT_DIR/.npm", ...COMMITTER };
  return `# Publishes the branch ${branch}, and shows the drafts of the branch ${PREVIEW_BRANCH}, if there is one.
# It needs the variable PUBLISH_TOKEN, a project access token with the scopes api and write_repository, to commit what is
# published and to open issues${destination === undefined ? "" : ",\n# and SSH_KEY, a private key, and SSH_KNOWN_HOSTS, what ssh-keyscan prints of the host"}.
# Build → Pipeline schedules takes two: one each night, for posts whose date has come, and one each week with the variable
# WEEKLY, which is "yes".
default:
  image: node:24

variables:
${Object.entries(variables)
  .map(([name, value]) => `  ${name}: ${value}\n`)
  .join("")}
workflow:
  rules:
    - if: $CI_COMMIT_BRANCH == "${branch}"
    - if: $CI_COMMIT_BRANCH == "${PREVIEW_BRANCH}"

.published:
  rules:
    - if: $WEEKLY == "yes"
      when: never
    - when: on_success
  resource_group: publish
  before_script:
${line(`git fetch --quiet origin ${branch}\ngit checkout --quiet -B ${branch} FETCH_HEAD`)}${line(INSTALL)}
${destination === undefined ? pagesJobs(plan) : sshJob(plan, destination)}
weekly:
  rules:
    - if: $WEEKLY == "yes"
  script:
${line(INSTALL)}${line(newestScript(plan))}${line(WEEKLY)}  after_script:
${line(`if [ "$CI_JOB_STATUS" = failed ]; then\n  export TOKEN="$PUBLISH_TOKEN"\n  ${ISSUE.replaceAll("\n", "\n  ")}\nfi`)}`;
}

const CACHE = `  cache:
    key: site
    paths:
      - .cache
      - .npm
      - _site
`;

function pagesJobs(plan: WorkflowPlan): string {
  // A site has a folder public/ of its own.
  return `pages:
  extends: .published
  stage: deploy
${CACHE}  script:
${line(BUILD)}${line(failable(previewScript(plan)))}${line(TOGETHER)}  pages:
    publish: _pages
  artifacts:
    paths:
      - _pages
    expire_in: 1 day

note:
  extends: .published
  stage: .post
  needs:
    - pages
  script:
${line(whenLive(plan))}${line("npm run published -- --out _pages")}${line(commitScript(plan, REMOTE))}`;
}

function sshJob(plan: WorkflowPlan, destination: string): string {
  return `publish:
  extends: .published
  stage: deploy
${CACHE}  script:
${line(SSH_KEY)}${line(publishScript(destination))}${line(failable(publishPreviewScript(plan, destination)))}${line(commitScript(plan, REMOTE))}`;
}

/** GitLab puts pages online some time after the job. */
function whenLive({ url }: WorkflowPlan): ShellLines {
  return `for attempt in $(seq 60); do
  if curl --silent --fail ${url}published.json | cmp --silent - _pages/published.json; then break; fi
  sleep 10
done
curl --silent --fail ${url}published.json | cmp - _pages/published.json`;
}

/** A failed preview does not keep the site from being published. `set -e` has no effect where a command's failure is tested. */
function failable(script: ShellLines): ShellLines {
  return `set +e
(
  set -e
  ${script.replaceAll("\n", "\n  ")}
)
if [ $? != 0 ]; then echo "The preview could not be made."; fi
set -e`;
}

function line(script: ShellLines): string {
  if (!script.includes("\n")) return `    - ${JSON.stringify(script)}\n`;
  return `    - |\n${script.replace(/^(?=.)/gm, "      ")}\n`;
}
