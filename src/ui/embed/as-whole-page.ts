import type { View } from "#state/view-store.ts";

/** What a link to the whole page differs in from the view of a page inside another one. */
export const AS_WHOLE_PAGE = { embed: null, embedOrigin: null } as const satisfies Partial<View>;
