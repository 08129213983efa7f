/** The files by which a site is published on its own, by what runs them. */
import { forgejoFiles, githubFiles } from "./actions.ts";
import { gitlabFiles } from "./gitlab.ts";
import { systemdFiles } from "./systemd.ts";
import type { WorkflowPlan } from "./workflow-plan.ts";

/** Texts by path, relative to the site's folder. */
export const WORKFLOWS = {
  github: githubFiles,
  gitlab: gitlabFiles,
  forgejo: forgejoFiles,
  systemd: systemdFiles,
} as const satisfies Record<string, (plan: WorkflowPlan) => Map<string, string>>;
