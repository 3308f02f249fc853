import { failure, success, type Result } from "#domain/result.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { parseArguments, parseChoice, parseNumberOption, type UsageFailure } from "./options.ts";
import { LONGEST_MINUTES, MOST_CONTOURS } from "./routing/engine.ts";

export interface IsochronesOptions {
  readonly extract: string;
  readonly sites: string;
  readonly out: string;
  /** Ascending, each once. */
  readonly minutes: readonly number[];
  readonly profile: TravelProfile;
  /** Where routing tiles are kept; `null`: in the usual place. */
  readonly tiles: string | null;
}

export const DEFAULT_MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;
export const DEFAULT_PROFILE: TravelProfile = "car";
export const MINUTES_RANGE = { least: 1, most: LONGEST_MINUTES } as const;

const OPTIONS = ["extract", "sites", "minutes", "profile", "out", "tiles"] as const;
const NEEDED = ["extract", "sites", "out"] as const;

export function parseIsochronesOptions(args: readonly string[]): Result<IsochronesOptions, UsageFailure> {
  const parsed = parseArguments(args, OPTIONS);
  if (!parsed.ok) return parsed;
  const { options, positional } = parsed.value;
  const [extra] = positional;
  if (extra !== undefined) return failure({ code: "cli.error.unexpected-argument", params: { found: extra } });
  for (const name of NEEDED) {
    if (!options.has(name)) return failure({ code: "cli.error.missing-option", params: { option: `--${name}` } });
  }
  const minutes = parseMinutes(options.get("minutes") ?? DEFAULT_MINUTES.join(","));
  if (!minutes.ok) return minutes;
  const profile = parseChoice("--profile", options.get("profile") ?? DEFAULT_PROFILE, TRAVEL_PROFILES);
  if (!profile.ok) return profile;
  return success({
    extract: options.get("extract")!,
    sites: options.get("sites")!,
    out: options.get("out")!,
    minutes: minutes.value,
    profile: profile.value,
    tiles: options.get("tiles") ?? null,
  });
}

function parseMinutes(text: string): Result<readonly number[], UsageFailure> {
  const minutes = new Set<number>();
  for (const part of text.split(",")) {
    const each = parseNumberOption("--minutes", part.trim(), MINUTES_RANGE);
    if (!each.ok) return each;
    minutes.add(each.value);
  }
  if (minutes.size <= MOST_CONTOURS) return success([...minutes].sort((a, b) => a - b));
  const params = { option: "--minutes", found: minutes.size, most: MOST_CONTOURS };
  return failure({ code: "cli.error.too-many-values", params });
}
