import { MOST, OverLimit } from "#domain/limits.ts";
import type { PacedHost, ServiceAnswer, ServiceHost } from "#data/live/service-host.ts";
import type { RangeHost } from "#data/remote/range-host.ts";

/**
 * Asks hosts other than the page's own; the only place that does, and only in a worker that is started when the user
 * asks. The page's policy forbids it everywhere else. No redirect is followed: only hosts that were named are asked.
 */
export const serviceHost: ServiceHost = {
  post: (address, form, signal) => askHost(address, { method: "POST", body: new URLSearchParams(form), signal }),
  wait,
};

async function askHost(address: string, question: RequestInit): Promise<ServiceAnswer> {
  // eslint-disable-next-line no-restricted-globals -- the one place that asks other hosts
  const response = await fetch(address, {
    ...question,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    redirect: "error",
  });
  return { status: response.status, text: await textOf(response), header: (name) => response.headers.get(name) };
}

/** The text of an answer, up to as much as is read; the rest is not waited for. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const piece of piecesOf(response)) {
    bytes += piece.length;
    if (bytes > MOST.answer) throw new OverLimit("answer");
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const giveUp = () => {
      clearTimeout(timer);
      reject(new DOMException("The waiting was given up", "AbortError"));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", giveUp);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", giveUp, { once: true });
  });
}

/** Asks routing services; as {@link serviceHost}. Nothing is taken from or left in the cache. */
export const routingHost: PacedHost = {
  ask: ({ method, address, headers, body }, signal) =>
    askHost(address, { method, headers, body, signal, cache: "no-store" }),
  wait,
  now: () => performance.now(),
};

/** Reads files where they lie; as {@link serviceHost}, in the same worker only. Nothing is taken from or left in the cache. */
export const rangeHost = rangeHostOf("no-store");

/** The same for tiles of a map, which are looked at again and again: the browser keeps them as long as their host allows. */
export const tileHost = rangeHostOf("default");

function rangeHostOf(cache: RequestCache): RangeHost {
  return {
    async get(address, range, signal) {
      const rest = new AbortController();
      // eslint-disable-next-line no-restricted-globals -- the one place that asks other hosts
      const response = await fetch(address, {
        ...(range !== null && { headers: { Range: `bytes=${String(range[0])}-${String(range[1])}` } }),
        signal: AbortSignal.any([signal, rest.signal]),
        credentials: "omit",
        referrerPolicy: "no-referrer",
        cache,
        redirect: "manual",
      });
      return {
        status: response.status,
        header: (name) => response.headers.get(name),
        pieces: () => piecesOf(response),
        discard: () => {
          rest.abort();
        },
      };
    },
  };
}

/** Not every browser lets a stream be walked through by itself. */
async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}
