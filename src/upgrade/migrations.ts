/** What releases change in sites. A further one is a row, and a file in `migrations/`. */
import type { Migration } from "./migration.ts";
import { formerPages } from "./migrations/former-pages.ts";
import { typesOfThePackage } from "./migrations/types-of-the-package.ts";

export const migrations: readonly Migration[] = [
  { version: "0.2.0", migrate: formerPages },
  { version: "0.2.0", migrate: typesOfThePackage },
];
