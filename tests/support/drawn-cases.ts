/** Tests of properties draw the same cases in each run, so that a run tells of the code alone; `SEED` has them draw others. */
import fc from "fast-check";

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env["SEED"] ?? 7) });
