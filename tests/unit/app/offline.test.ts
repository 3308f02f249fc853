import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepOffline } from "#app/offline.ts";
import { createOfflineStore } from "#state/offline-store.ts";

/** What a browser tells of the script that keeps the page, as far as the page asks. */
class FakeWorker extends EventTarget {
  state = "installing";
  readonly postMessage = vi.fn();
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  readonly update = vi.fn(() => Promise.resolve());
  find(worker: FakeWorker): void {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly asked: string[] = [];
  registration: FakeRegistration | Error;
  constructor(registration: FakeRegistration | Error) {
    super();
    this.registration = registration;
  }
  register(address: URL): Promise<FakeRegistration> {
    this.asked.push(address.href);
    return this.registration instanceof Error ? Promise.reject(this.registration) : Promise.resolve(this.registration);
  }
  control(worker: FakeWorker): void {
    this.controller = worker;
    this.dispatchEvent(new Event("controllerchange"));
  }
}

class FakeDocument extends EventTarget {
  readonly baseURI = "https://example.org/atlas/?v=1";
  visibilityState = "visible";
}

const page = new FakeDocument();

async function start(container: FakeContainer | undefined) {
  const store = createOfflineStore("1.0.0");
  const reload = vi.fn();
  const keeper = await keepOffline(store, container as unknown as ServiceWorkerContainer | undefined, reload);
  return { store, reload, keeper, container };
}

describe("keeping the page for use without network", () => {
  beforeEach(() => {
    vi.stubGlobal("document", page);
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it("says that a browser without the means, or one that refuses, keeps nothing", async () => {
    expect((await start(undefined)).store.getState().phase).toBe("refused");
    const refused = new FakeContainer(new DOMException("not secure", "SecurityError"));
    expect((await start(refused)).store.getState().phase).toBe("refused");
  });

  it("does not take a script that did not arrive for a refusal, and asks again once there is network", async () => {
    const browser = new EventTarget();
    vi.stubGlobal("addEventListener", browser.addEventListener.bind(browser));
    const container = new FakeContainer(new TypeError("Failed to fetch"));
    const { store } = await start(container);
    expect(store.getState().phase).toBe("failed");
    container.registration = new FakeRegistration();
    container.registration.active = new FakeWorker();
    browser.dispatchEvent(new Event("online"));
    await vi.waitFor(() => {
      expect(store.getState().phase).toBe("kept");
    });
    browser.dispatchEvent(new Event("online"));
    expect(container.asked).toHaveLength(2);
  });

  it("asks for the script beside the page, whatever the view", async () => {
    const { container } = await start(new FakeContainer(new FakeRegistration()));
    expect(container?.asked).toEqual(["https://example.org/atlas/sw.js"]);
  });

  it("tells how the first keeping goes", async () => {
    const registration = new FakeRegistration();
    const worker = new FakeWorker();
    registration.installing = worker;
    const { store } = await start(new FakeContainer(registration));
    expect(store.getState().phase).toBe("fetching");
    worker.become("installed");
    expect(store.getState()).toMatchObject({ phase: "kept", update: "none" });
  });

  it("tells when not all files arrived", async () => {
    const registration = new FakeRegistration();
    const worker = new FakeWorker();
    registration.installing = worker;
    const { store } = await start(new FakeContainer(registration));
    worker.become("redundant");
    expect(store.getState().phase).toBe("failed");
  });

  it("announces a newer version, and loads it only when asked", async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker();
    const container = new FakeContainer(registration);
    container.controller = registration.active;
    const { store, reload, keeper } = await start(container);
    expect(store.getState()).toMatchObject({ phase: "kept", update: "none" });
    const newer = new FakeWorker();
    registration.find(newer);
    expect(store.getState().update).toBe("none");
    registration.waiting = newer;
    newer.become("installed");
    expect(store.getState().update).toBe("ready");
    expect(newer.postMessage).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
    keeper.loadUpdate();
    expect(newer.postMessage).toHaveBeenCalledWith({ type: "SKIP_WAITING" });
    expect(reload).not.toHaveBeenCalled();
    container.control(newer);
    expect(reload).toHaveBeenCalledOnce();
  });

  it("leaves a page as it is when another window loads the newer version", async () => {
    const registration = new FakeRegistration();
    registration.active = new FakeWorker();
    const container = new FakeContainer(registration);
    container.controller = registration.active;
    const { store, reload, keeper } = await start(container);
    container.control(new FakeWorker());
    expect(reload).not.toHaveBeenCalled();
    expect(store.getState().update).toBe("elsewhere");
    keeper.loadUpdate();
    expect(reload).toHaveBeenCalledOnce();
  });

  it("does not take the first keeping for a newer version", async () => {
    const container = new FakeContainer(new FakeRegistration());
    const { store } = await start(container);
    container.control(new FakeWorker());
    expect(store.getState().update).toBe("none");
    container.control(new FakeWorker());
    expect(store.getState().update).toBe("elsewhere");
  });

  it("asks again for a newer version when it is looked at after an hour, not before", async () => {
    const registration = new FakeRegistration();
    await start(new FakeContainer(registration));
    page.dispatchEvent(new Event("visibilitychange"));
    expect(registration.update).not.toHaveBeenCalled();
    vi.advanceTimersByTime(3_600_000);
    page.dispatchEvent(new Event("visibilitychange"));
    page.dispatchEvent(new Event("visibilitychange"));
    expect(registration.update).toHaveBeenCalledOnce();
  });
});
