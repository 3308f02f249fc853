import type { Range } from "#domain/range.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { MessageKey } from "#i18n/catalogs.ts";
import type { MessageParams } from "#i18n/translate.ts";

/** What is wrong with a call, as a message of the catalog. */
export interface UsageFailure {
  readonly code: Extract<MessageKey, `cli.error.${string}`>;
  readonly params: MessageParams;
}

/** The arguments of a command, taken apart: options by name without hyphens, and what stands outside them. */
export interface ParsedArguments<Option extends string> {
  readonly options: ReadonlyMap<Option, string>;
  readonly positional: readonly string[];
}

/** Takes `--name value` and `--name=value`; each option once, in any order. */
export function parseArguments<Option extends string>(
  args: readonly string[],
  known: readonly Option[],
): Result<ParsedArguments<Option>, UsageFailure> {
  const options = new Map<Option, string>();
  const positional: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const argument = args[index]!;
    if (!argument.startsWith("-")) {
      positional.push(argument);
      continue;
    }
    const [written = "", ...rest] = argument.split("=");
    const name = known.find((option) => `--${option}` === written);
    if (name === undefined) {
      const expected = known.map((option) => `--${option}`).join(", ");
      return failure({ code: "cli.error.unknown-option", params: { found: written, expected } });
    }
    if (options.has(name)) return failure({ code: "cli.error.repeated-option", params: { option: written } });
    const value = rest.length > 0 ? rest.join("=") : args[++index];
    if (value === undefined || value === "" || (rest.length === 0 && value.startsWith("--"))) {
      return failure({ code: "cli.error.missing-value", params: { option: written } });
    }
    options.set(name, value);
  }
  return success({ options, positional });
}

/**
 * Takes the arguments of a command that is about one thing: that stands outside the options, once.
 * @param missing what is wrong where it does not stand there
 */
export function parseOneAndOptions<Option extends string>(
  args: readonly string[],
  known: readonly Option[],
  missing: UsageFailure["code"],
): Result<{ readonly one: string; readonly options: ReadonlyMap<Option, string> }, UsageFailure> {
  const parsed = parseArguments(args, known);
  if (!parsed.ok) return parsed;
  const { options, positional } = parsed.value;
  const [one, extra] = positional;
  if (one === undefined) return failure({ code: missing, params: {} });
  if (extra !== undefined) return failure({ code: "cli.error.unexpected-argument", params: { found: extra } });
  return success({ one, options });
}

/** @param option as written in the message, with hyphens */
export function parseNumberOption(option: string, text: string, { least, most }: Range): Result<number, UsageFailure> {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return success(value);
  return failure({
    code: "cli.error.bad-number",
    params: { option, found: text, least: String(least), most: String(most) },
  });
}

export function parseWholeNumberOption(
  option: string,
  text: string,
  { least, most }: Range,
): Result<number, UsageFailure> {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return success(value);
  return failure({
    code: "cli.error.bad-whole-number",
    params: { option, found: text, least: String(least), most: String(most) },
  });
}

export function parseChoice<Value extends string>(
  option: string,
  text: string,
  choices: readonly Value[],
): Result<Value, UsageFailure> {
  const chosen = choices.find((choice) => choice === text);
  if (chosen !== undefined) return success(chosen);
  return failure({ code: "cli.error.bad-choice", params: { option, found: text, expected: choices.join(", ") } });
}
