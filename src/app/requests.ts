import { failure, success, type Result } from "#domain/result.ts";

/** Loads one of the page's own files. The only place that asks the network for anything; `url` is relative to the page. */
export async function requestFile(url: string): Promise<Result<ArrayBuffer>> {
  try {
    const response = await fetch(url);
    if (!response.ok) return failure({ code: "file-not-served", params: { file: url, status: response.status } });
    return success(await response.arrayBuffer());
  } catch {
    return failure({ code: "network", params: { file: url } });
  }
}
