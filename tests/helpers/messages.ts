import { addMessages, loadMessages } from "#i18n/catalogs.ts";
import cli from "#i18n/messages/en.cli.json" with { type: "json" };

/** What the page loads bit by bit is there in every test. */
addMessages("en", cli);
await Promise.all([loadMessages("en", "page"), loadMessages("en", "rooms"), loadMessages("en", "issues")]);
