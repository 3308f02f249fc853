import { DEFAULT_RESIDENTS_FACTOR, type Comparison } from "#domain/benchmark/comparable.ts";
import { COVERAGE_LEVELS, type CoverageLevel } from "#domain/coverage/coverage.ts";
import { INDICATORS, type IndicatorId } from "#domain/indicator/registry.ts";
import {
  DECAYS,
  DEFAULT_RULE,
  DETOUR_RANGE,
  minutesRange,
  REACH_RANGE,
  SPEED_RANGE,
  THRESHOLD_RANGE,
  type Decay,
  type Rule,
  type Travel,
} from "#domain/rule/rule.ts";
import { failure, success, type Result } from "#domain/result.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { DEFAULT_TRAVEL_FACTORS } from "#domain/travel/estimate.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";
import {
  parseArguments,
  parseChoice,
  parseNumberOption,
  parseWholeNumberOption,
  type UsageFailure,
} from "./options.ts";

/** The reaches that can be asked for, metres: shorter ones than the page offers, too. */
export const REACHES = { least: 1, most: REACH_RANGE.most } as const;

export const FORMATS = ["csv", "geojson"] as const;
/** Honest for any table: what it lists counts, what it does not list is not known. */
export const DEFAULT_COVERAGE: CoverageLevel = "partial";

/** What is asked for: verdicts under one rule a reach, or the nearest actors. */
export interface AnalyseOptions {
  readonly sites: string;
  readonly actors: string;
  /** In the order given; they differ in reach only, which is metres for all or minutes of one profile. */
  readonly rules: readonly Rule[];
  /** A file of isochrones that minutes are taken from; `null`: metres, or minutes estimated. */
  readonly catchments: string | null;
  readonly coverage: CoverageLevel;
  /** Columns beside the usual ones, none twice. */
  readonly indicators: readonly IndicatorId[];
  /** Which sites the indicators are compared with; `null`: they are not. */
  readonly benchmark: Comparison | null;
  /** A table of residents; `null`: what needs it is not defined. */
  readonly residents: string | null;
  /** `null`: verdicts. */
  readonly nearest: number | null;
  readonly format: (typeof FORMATS)[number];
  /** `null`: standard output. */
  readonly out: string | null;
}

const TRAVEL_OPTIONS = ["minutes", "profile", "catchments", "detour", "speed"] as const;
const RULE_OPTIONS = ["reach", ...TRAVEL_OPTIONS, "alone", "together", "floors", "decay", "coverage"] as const;
const INDICATOR_OPTIONS = ["indicators", "benchmark", "residents"] as const;
const OPTIONS = ["sites", "actors", ...RULE_OPTIONS, ...INDICATOR_OPTIONS, "nearest", "format", "out"] as const;
type Option = (typeof OPTIONS)[number];

/** The most actors listed for a site. */
const NEAREST_RANGE = { least: 1, most: 1_000_000 } as const;

export function parseAnalyseOptions(args: readonly string[]): Result<AnalyseOptions, UsageFailure> {
  const parsed = parseArguments(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { options, positional } = parsed.value;
  const [unexpected] = positional;
  if (unexpected !== undefined)
    return failure({ code: "cli.error.unexpected-argument", params: { found: unexpected } });
  const sites = options.get("sites");
  if (sites === undefined) return failure({ code: "cli.error.missing-option", params: { option: "--sites" } });
  const actors = options.get("actors");
  if (actors === undefined) return failure({ code: "cli.error.missing-option", params: { option: "--actors" } });

  const format = parseChoice("--format", options.get("format") ?? "csv", FORMATS);
  if (!format.ok) return format;
  const nearest = parseNearest(options);
  if (!nearest.ok) return nearest;
  const rules = parseRules(options);
  if (!rules.ok) return rules;
  const coverage = parseChoice("--coverage", options.get("coverage") ?? DEFAULT_COVERAGE, COVERAGE_LEVELS);
  if (!coverage.ok) return coverage;
  const indicators = parseIndicators(options.get("indicators"));
  if (!indicators.ok) return indicators;
  const benchmark = parseBenchmark(options.get("benchmark"));
  if (!benchmark.ok) return benchmark;
  if (benchmark.value !== null && indicators.value.length === 0) {
    return failure({ code: "cli.error.missing-option", params: { option: "--indicators" } });
  }
  if (benchmark.value?.residentsFactor != null && !options.has("residents")) {
    return failure({ code: "cli.error.missing-option", params: { option: "--residents" } });
  }
  return success({
    sites,
    actors,
    rules: rules.value,
    catchments: options.get("catchments") ?? null,
    coverage: coverage.value,
    indicators: indicators.value,
    benchmark: benchmark.value,
    residents: options.get("residents") ?? null,
    nearest: nearest.value,
    format: format.value,
    out: options.get("out") ?? null,
  });
}

function parseNearest(options: ReadonlyMap<Option, string>): Result<number | null, UsageFailure> {
  const text = options.get("nearest");
  if (text === undefined) return success(null);
  const useless = [...RULE_OPTIONS, ...INDICATOR_OPTIONS, "format" as const].find((option) => options.has(option));
  if (useless !== undefined && !(useless === "format" && options.get("format") === "csv")) {
    return failure({ code: "cli.error.not-with-nearest", params: { option: `--${useless}` } });
  }
  return parseWholeNumberOption("--nearest", text, NEAREST_RANGE);
}

const ALL = "all";

/** `all`, or some by their identifiers; in the order given. */
function parseIndicators(text: string | undefined): Result<readonly IndicatorId[], UsageFailure> {
  const ids = INDICATORS.map(({ id }) => id);
  if (text === undefined) return success([]);
  const chosen: IndicatorId[] = [];
  for (const part of text.split(",")) {
    const found = parseChoice("--indicators", part.trim(), [ALL, ...ids]);
    if (!found.ok) return found;
    chosen.push(...ids.filter((id) => id === found.value || found.value === ALL));
  }
  return success([...new Set(chosen)]);
}

const LIKENESSES = [ALL, "country", "industry", "status", "residents"] as const;

/** With all sites, or with those that are alike in each way named. */
function parseBenchmark(text: string | undefined): Result<Comparison | null, UsageFailure> {
  if (text === undefined) return success(null);
  const chosen = new Set<(typeof LIKENESSES)[number]>();
  for (const part of text.split(",")) {
    const likeness = parseChoice("--benchmark", part.trim(), LIKENESSES);
    if (!likeness.ok) return likeness;
    chosen.add(likeness.value);
  }
  return success({
    sameCountry: chosen.has("country"),
    sameIndustry: chosen.has("industry"),
    sameStatus: chosen.has("status"),
    residentsFactor: chosen.has("residents") ? DEFAULT_RESIDENTS_FACTOR : null,
  });
}

function parseRules(options: ReadonlyMap<Option, string>): Result<readonly Rule[], UsageFailure> {
  const threshold = (option: "alone" | "together") =>
    parseNumberOption(`--${option}`, options.get(option) ?? String(DEFAULT_RULE[option]), THRESHOLD_RANGE);
  const alone = threshold("alone");
  if (!alone.ok) return alone;
  const together = threshold("together");
  if (!together.ok) return together;
  const floors = parseFloors(options.get("floors"));
  if (!floors.ok) return floors;
  const decay: Result<Decay, UsageFailure> = parseChoice("--decay", options.get("decay") ?? DEFAULT_RULE.decay, DECAYS);
  if (!decay.ok) return decay;
  const reaches = parseReaches(options);
  if (!reaches.ok) return reaches;
  const shared = { alone: alone.value, together: together.value, floors: floors.value, decay: decay.value };
  return success(reaches.value.map((reach) => ({ ...shared, ...reach })));
}

/** Metres, or minutes by one profile. */
function parseReaches(
  options: ReadonlyMap<Option, string>,
): Result<readonly Pick<Rule, "reach" | "travel">[], UsageFailure> {
  const inMinutes = options.get("minutes");
  if (inMinutes === undefined) {
    if (TRAVEL_OPTIONS.some((option) => options.has(option))) {
      return failure({ code: "cli.error.missing-option", params: { option: "--minutes" } });
    }
    const reaches = parseNumbers("--reach", options.get("reach") ?? String(DEFAULT_RULE.reach), REACHES);
    return reaches.ok ? success(reaches.value.map((reach) => ({ reach: meters(reach), travel: null }))) : reaches;
  }
  if (options.has("reach")) {
    return failure({ code: "cli.error.not-together", params: { option: "--reach", other: "--minutes" } });
  }
  const profile = parseChoice("--profile", options.get("profile") ?? TRAVEL_PROFILES[0], TRAVEL_PROFILES);
  if (!profile.ok) return profile;
  const basis: Travel["basis"] = options.has("catchments") ? "isochrones" : "estimate";
  const minutes = parseNumbers("--minutes", inMinutes, minutesRange(basis));
  if (!minutes.ok) return minutes;
  const factors = parseFactors(options, profile.value);
  if (!factors.ok) return factors;
  return success(
    minutes.value.map((each) => {
      const asked = { profile: profile.value, minutes: each, basis, ...factors.value };
      const { reach, travel } = withTravel(DEFAULT_RULE, asked);
      return { reach, travel };
    }),
  );
}

/** What an estimate shall rest on; nothing where it is as measured. */
function parseFactors(
  options: ReadonlyMap<Option, string>,
  profile: TravelProfile,
): Result<Pick<Travel, "factors">, UsageFailure> {
  const [stated] = (["detour", "speed"] as const).filter((option) => options.has(option));
  if (stated === undefined) return success({});
  if (options.has("catchments")) {
    return failure({ code: "cli.error.not-together", params: { option: `--${stated}`, other: "--catchments" } });
  }
  const usual = DEFAULT_TRAVEL_FACTORS[profile];
  const detour = parseNumberOption("--detour", options.get("detour") ?? String(usual.detour), DETOUR_RANGE);
  if (!detour.ok) return detour;
  const speed = parseNumberOption("--speed", options.get("speed") ?? String(usual.speed), SPEED_RANGE);
  if (!speed.ok) return speed;
  return success({ factors: { detour: detour.value, speed: speed.value } });
}

function parseNumbers(
  option: string,
  text: string,
  range: { readonly least: number; readonly most: number },
): Result<readonly number[], UsageFailure> {
  const numbers: number[] = [];
  for (const part of text.split(",")) {
    const each = parseNumberOption(option, part.trim(), range);
    if (!each.ok) return each;
    numbers.push(each.value);
  }
  return success(numbers);
}

function parseFloors(text: string | undefined): Result<Rule["floors"], UsageFailure> {
  if (text === undefined) return success(DEFAULT_RULE.floors);
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length !== 3) return failure({ code: "cli.error.bad-floors", params: { option: "--floors", found: text } });
  const floors: number[] = [];
  for (const part of parts) {
    const floor = parseNumberOption("--floors", part, THRESHOLD_RANGE);
    if (!floor.ok) return floor;
    floors.push(floor.value);
  }
  const [creative = 0, trade = 0, service = 0] = floors;
  return success({ creative, trade, service });
}
