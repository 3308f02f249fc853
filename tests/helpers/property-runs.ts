import { configureGlobal } from "fast-check";

/**
 * One commit gives one result: the cases of the property tests follow from a fixed seed. `PROPERTY_SEED=random` looks for new
 * ones, `PROPERTY_SEED=123` goes back to those of a run, and `PROPERTY_RUNS=2000` tries as many of each.
 */
const { PROPERTY_SEED: seed, PROPERTY_RUNS: runs } = process.env;

configureGlobal({
  ...(seed === "random" ? {} : { seed: Number(seed ?? 20_261_121) }),
  ...(runs === undefined ? {} : { numRuns: Number(runs) }),
});
