import type { MessageKey } from "#i18n/catalogs.ts";
import type { MessageParams } from "#i18n/translate.ts";

/** Why an extract cannot be read, as a message of the catalog that also takes the name of the file. */
export interface ExtractFailure {
  readonly code: Extract<MessageKey, `cli.extract.${string}`>;
  readonly params: MessageParams;
}

/** Ends the reading of an extract from any depth; caught where the reading began. */
export class ExtractError extends Error {
  readonly failure: ExtractFailure;

  constructor(code: ExtractFailure["code"], params: MessageParams = {}) {
    super(code);
    this.failure = { code, params };
  }
}
