import "./issue-messages.ts";
import rooms from "./messages/en.rooms.json" with { type: "json" };
import { addRoomMessages } from "./translate.ts";

/**
 * Imported, for its effect alone, by every module that is loaded on demand and uses these messages: whoever only looks at
 * sites does not wait for the words of other rooms.
 */
addRoomMessages("en", rooms);
