/** The table of migrations. To add one, add a row and a file in `migrations/`. */
import type { Migration } from "./migration.ts";
import { formerPages } from "./migrations/former-pages.ts";
import { typesOfThePackage } from "./migrations/types-of-the-package.ts";

export const migrations: readonly Migration[] = [
  { version: "0.2.0", migrate: formerPages },
  { version: "0.2.0", migrate: typesOfThePackage },
];
