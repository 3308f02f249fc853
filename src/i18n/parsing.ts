/** How messages are parsed, by the build or when they are first said: angle brackets are no tags. */
export const PARSING = { ignoreTag: true } as const;
