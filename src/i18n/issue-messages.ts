import issues from "./messages/en.issues.json" with { type: "json" };
import { addIssueMessages } from "./translate.ts";

/** Imported, for its effect alone, by every module that says issues in words; `room-messages.ts` brings them, too. */
addIssueMessages("en", issues);
