/** What of a drop or a choice can be opened: exactly one file, or the reason why nothing can. */
export type Dropped =
  { readonly kind: "file"; readonly file: File } | { readonly kind: "nothing" | "folder" | "several" };

/** The parts of a `DataTransfer` that matter; every one may be missing or empty. */
export interface DropItems {
  readonly files: ArrayLike<File>;
  readonly items?: ArrayLike<Pick<DataTransferItem, "kind" | "webkitGetAsEntry">>;
}

export function droppedFile({ files, items }: DropItems): Dropped {
  const entries = Array.from(items ?? []).filter((item) => item.kind === "file");
  if (entries.some((item) => item.webkitGetAsEntry()?.isDirectory === true)) return { kind: "folder" };
  if (files.length > 1) return { kind: "several" };
  const file = files[0];
  return file === undefined ? { kind: "nothing" } : { kind: "file", file };
}

/** Whether a drag carries files, so that dragging text or a link across the page is left to the browser. */
export function carriesFiles(transfer: Pick<DataTransfer, "types"> | null): boolean {
  return transfer?.types.includes("Files") ?? false;
}

/** Whether a paste goes into a field, and is the field's. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

/** Whether a pasted text may be a table: several lines, or JSON. A word or an address that is pasted by mistake is none. */
export function looksLikeTable(text: string): boolean {
  const trimmed = text.trim();
  return /[\r\n]/.test(trimmed) || /^[[{]/.test(trimmed);
}
