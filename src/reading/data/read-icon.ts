/** Reads `_data/icon.svg` or `_data/icon.png`, from which all sizes of a site's icon are made. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { failure, type Result, success } from "../../content/problems/result.ts";

const NAME = /^icon\.(svg|png)$/;
const OTHER = /^(icon|favicon|logo)\.(svg|png|ico|jpe?g|gif|webp|avif)$/i;

export interface IconFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** Undefined for a site without an icon of its own. */
export async function readIcon(siteDir: string): Promise<Result<IconFile | undefined>> {
  const names = await readdir(join(siteDir, "_data")).catch(() => []);
  const [name, second] = names.filter((one) => NAME.test(one)).sort();
  const hint = "it is icon.svg, or icon.png";
  if (second)
    return failure({ file: `_data/${name}`, message: `is the icon, and so is _data/${second}`, hint: "delete one" });
  const other = names.find((one) => OTHER.test(one) && !NAME.test(one));
  if (other) return failure({ file: `_data/${other}`, message: "is not read as the site's icon", hint });
  if (name === undefined) return success(undefined);
  return success({ file: `_data/${name}`, bytes: await readFile(join(siteDir, "_data", name)) });
}
