/** Long enough for the browser to have begun the download. */
const RELEASE_AFTER_MS = 60_000;

/** What no name of a file holds, or is not seen in it. */
const UNFIT = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF<>:"/\\|?*]/g;
const LONGEST_NAME = 150;

/** Hands a file to the browser's download; of a long name the end stays. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  // eslint-disable-next-line no-restricted-syntax -- an address that was made here
  anchor.href = url;
  anchor.download = fileName.replace(UNFIT, "-").slice(-LONGEST_NAME);
  anchor.click();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, RELEASE_AFTER_MS);
}
