import { describe, expect, it } from "vitest";
import { serviceHost } from "#workers/service-host.ts";
import { startRangeServer } from "../../helpers/range-server.ts";

describe("the host of live services", () => {
  it("does not ask a server to which another sends on", async () => {
    const [named, elsewhere] = [await startRangeServer(), await startRangeServer()];
    named.put("api", new Uint8Array(1));
    named.host({ kind: "redirect", to: elsewhere.address("api") });
    const posting = serviceHost.post(named.address("api"), { data: "question" }, new AbortController().signal);
    await expect(posting).rejects.toThrow(TypeError);
    expect([named.asked.length, elsewhere.asked.length]).toEqual([1, 0]);
    await Promise.all([named.close(), elsewhere.close()]);
  });
});
