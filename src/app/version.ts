declare const __APP_VERSION__: string;

/** Version of the page, from package.json. */
export const APP_VERSION = __APP_VERSION__;
