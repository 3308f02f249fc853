import { addMessages, loadMessages } from "#i18n/catalogs.ts";
import cli from "#i18n/messages/en.cli.json" with { type: "json" };
import { createTranslate } from "#i18n/translate.ts";
import { analyse, analyseHelp } from "./analyse.ts";
import { DONE, tolerateClosedPipe, WRONG_USAGE, type CommandIo } from "./io.ts";
import { isochrones, isochronesHelp } from "./isochrones.ts";
import { osmActors, osmActorsHelp } from "./osm-actors.ts";
import { tiles, tilesHelp } from "./tiles.ts";
import { validate, validateHelp } from "./validate.ts";

const COMMANDS = {
  analyse: { run: analyse, help: analyseHelp },
  validate: { run: validate, help: validateHelp },
  "osm-actors": { run: osmActors, help: osmActorsHelp },
  tiles: { run: tiles, help: tilesHelp },
  isochrones: { run: isochrones, help: isochronesHelp },
} as const;
const NAMES = ["analyse", "validate", "osm-actors", "tiles", "isochrones"] as const satisfies (keyof typeof COMMANDS)[];

/**
 * Runs one call of the command line.
 * @param argv what stands after the program's name
 * @returns the exit status: 0 done, 1 errors in the data, 2 wrong usage or unreadable file
 */
export async function main(argv: readonly string[], io: CommandIo): Promise<number> {
  tolerateClosedPipe(io.stdout);
  addMessages("en", cli);
  await Promise.all([loadMessages("en", "page"), loadMessages("en", "rooms"), loadMessages("en", "issues")]);
  const translate = createTranslate("en");
  const [named, ...args] = argv;
  if (named === "--help" || named === "-h") {
    io.stdout.write(`${translate("cli.help")}\n`);
    return DONE;
  }
  if (named === undefined) {
    io.stderr.write(`${translate("cli.help")}\n`);
    return WRONG_USAGE;
  }
  const name = NAMES.find((known) => known === named);
  if (name === undefined) {
    const unknown = translate("cli.error.unknown-command", { found: named, expected: NAMES.join(", ") });
    io.stderr.write(`${unknown}\n${translate("cli.hint.root")}\n`);
    return WRONG_USAGE;
  }
  const command = COMMANDS[name];
  if (args.includes("--help") || args.includes("-h")) {
    io.stdout.write(`${command.help(translate)}\n`);
    return DONE;
  }
  const done = await command.run(args, io, translate);
  if (done.ok) return done.value;
  const { code, params } = done.failure;
  io.stderr.write(`${translate(code, params)}\n`);
  if (!code.endsWith("-file")) {
    io.stderr.write(`${translate("cli.hint", { command: name })}\n`);
  }
  return WRONG_USAGE;
}
