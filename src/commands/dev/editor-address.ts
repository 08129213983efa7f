/** The address that opens a file in its author's editor; the browser asks before it follows one. */
import { basename } from "node:path";
import { pathToFileURL } from "node:url";

type MakeAddress = (path: string, url: string, line: number) => string;

const AS_VS_CODE =
  (scheme: string): MakeAddress =>
  (path, _url, line) =>
    `${scheme}://file${path}:${line}`;
const AS_TEXTMATE =
  (scheme: string): MakeAddress =>
  (_path, url, line) =>
    `${scheme}://open?url=${encodeURIComponent(url)}&line=${line}`;
const AS_INTELLIJ =
  (scheme: string): MakeAddress =>
  (path, _url, line) =>
    `${scheme}://open?file=${path}&line=${line}`;

/** By the command that starts the editor. */
const EDITORS: Record<string, MakeAddress> = {
  code: AS_VS_CODE("vscode"),
  "code-insiders": AS_VS_CODE("vscode-insiders"),
  codium: AS_VS_CODE("vscodium"),
  cursor: AS_VS_CODE("cursor"),
  windsurf: AS_VS_CODE("windsurf"),
  zed: AS_VS_CODE("zed"),
  idea: AS_INTELLIJ("idea"),
  webstorm: AS_INTELLIJ("webstorm"),
  mate: AS_TEXTMATE("txmt"),
  mvim: AS_TEXTMATE("mvim"),
};
const USUAL = "code";

/**
 * `file` is absolute, `line` counts from 1. The editor is the one that VISUAL or EDITOR names, VS Code where neither is set;
 * undefined for one that has no addresses, such as those of terminals.
 */
export function editorAddress(file: string, line: number, environment: NodeJS.ProcessEnv): string | undefined {
  const [command = ""] = (environment["VISUAL"] || environment["EDITOR"] || USUAL).trim().split(/\s+/);
  const name = basename(command.replaceAll("\\", "/")).replace(/\.(exe|cmd)$/i, "");
  const url = pathToFileURL(file);
  return Object.hasOwn(EDITORS, name) ? EDITORS[name]?.(url.pathname, url.href, line) : undefined;
}
