import { failure, type Result } from "#domain/result.ts";
import type { StorageFailure } from "#storage/database.ts";
import type { AtlasStorage } from "#storage/storage.ts";

/** Opens storage, whose code comes beside the published tables: the list does not wait for it. */
export async function openStorage(): Promise<Result<AtlasStorage, StorageFailure>> {
  const storage = await import("#storage/storage.ts").catch((error: unknown) => String(error));
  if (typeof storage === "string") return failure({ code: "failed", params: { reason: storage } });
  return storage.openStorage();
}
