import type { GroundProblem } from "#domain/ground/ground-problem.ts";
import type { GroundSupply } from "#map/ground/ground.ts";
import {
  setGround,
  type GroundAttempt,
  type GroundFailure,
  type ShownGround,
  type WantedBasemap,
} from "#state/ground-store.ts";
import { isAbortError } from "#workers/client.ts";
import type { SourcesTasks } from "#workers/sources-protocol.ts";
import { firstAddresses, hostsOf } from "#ui/ground/addresses.ts";
import type { GroundActions } from "#ui/ground/ground-actions.ts";
import { hostOf } from "#ui/live/host-words.ts";
import type { ActionHost } from "./action-host.ts";
import { keepBasemap, readKeptBasemap } from "./ground-settings.ts";
import { limitAtOnce } from "./limit-at-once.ts";
import { failureOf, FurtherHostsError, GroundError, prepareGround, type PreparedGround } from "./prepare-ground.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

/** Requests of one basemap that are on their way at once. */
const AT_ONCE = 8;

/** What is drawn: with its own worker, so that tiles and questions do not wait for each other. */
interface Drawn extends PreparedGround {
  readonly agreed: readonly string[];
  readonly isDark: boolean;
  readonly worker: GroundWorker;
}

/**
 * Fills in showing another basemap. All that it takes is asked for by a worker of the kind that asks other hosts, and only
 * at hosts that the user has agreed to; the map itself asks none. The choice is kept on this device.
 */
export function createGround({ stores, map }: Pick<ActionHost, "stores" | "map">): GroundActions {
  const store = stores.ground;
  let drawn: Drawn | null = null;
  let attempting = new AbortController();
  /** What was kept is asked for once a visit. */
  let hasResumed = false;

  const isDark = () => document.documentElement.dataset["theme"] === "dark";
  const draw = () => {
    const { shown, look } = store.getState();
    const ground =
      drawn === null || shown === null
        ? null
        : { drawing: drawn.drawing, supply: drawn.worker.supply, look, isThere: shown.health === "there" };
    map()?.showGround(ground);
  };
  const keep = () => {
    const { shown, look } = store.getState();
    const { wanted } = shown ?? {};
    keepBasemap(
      drawn === null || wanted === undefined || wanted.kind === "file"
        ? null
        : { basemap: wanted, agreed: drawn.agreed, look },
    );
  };
  const tell = (health: ShownGround["health"], failure: GroundFailure | null) => {
    const { shown } = store.getState();
    if (shown === null || (shown.health === health && shown.failure?.problem.code === failure?.problem.code)) return;
    setGround(store, { shown: { ...shown, health, failure } });
    draw();
  };

  const attempt = async (about: Omit<GroundAttempt, "phase">) => {
    attempting.abort();
    attempting = new AbortController();
    hasResumed = true;
    const { signal } = attempting;
    const { wanted } = about;
    setGround(store, { attempt: { ...about, phase: "preparing" } });
    const worker = createGroundWorker(new Set(about.agreed), tell);
    const dark = isDark();
    try {
      const isSecure = location.protocol === "https:";
      const terms = { agreed: new Set(about.agreed), isDark: dark, isSecure, ...worker.asking(signal) };
      const prepared = await prepareGround(wanted, terms);
      signal.throwIfAborted();
      if (isThemed(wanted) && isDark() !== dark) {
        worker.end();
        void attempt(about);
        return;
      }
      drawn?.worker.end();
      drawn = { ...prepared, agreed: about.agreed, isDark: dark, worker };
      const { hosts, leftOut } = prepared;
      // Tiles without a style are drawn without names of places.
      const ownNames = wanted.kind === "pmtiles" || wanted.kind === "file";
      if (!about.isResumed) setGround(store, { look: { ...store.getState().look, ownNames } });
      setGround(store, { attempt: null, shown: { wanted, hosts, leftOut, health: "coming", failure: null } });
      draw();
      worker.begin();
      keep();
    } catch (error) {
      worker.end();
      if (signal.aborted || isAbortError(error)) return;
      if (error instanceof FurtherHostsError) {
        setGround(store, { attempt: { ...about, phase: "agreeing", further: error.hosts } });
        return;
      }
      const failure = failureOf(error);
      setGround(store, { attempt: failure === null ? null : { ...about, phase: "failed", failure } });
      if (failure === null) throw error;
    }
  };
  const retry = () => {
    const { attempt: before, shown } = store.getState();
    if (before !== null) void attempt(about(before));
    else if (shown !== null && drawn !== null) {
      void attempt({ wanted: shown.wanted, agreed: drawn.agreed, isResumed: true });
    }
  };
  const resume = () => {
    const kept = readKeptBasemap();
    if (kept === null) {
      keepBasemap(null);
      return;
    }
    setGround(store, { look: kept.look });
    void attempt({ wanted: kept.basemap, agreed: kept.agreed, isResumed: true });
  };

  addEventListener("online", () => {
    const { attempt: before, shown } = store.getState();
    if (before?.phase === "failed" || (before === null && shown?.health === "failing")) retry();
  });
  new MutationObserver(() => {
    const { attempt: before, shown } = store.getState();
    if (before === null && shown !== null && isThemed(shown.wanted) && drawn?.isDark !== isDark()) retry();
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  return {
    show(wanted) {
      void attempt({ wanted, agreed: firstHosts(wanted), isResumed: false });
    },
    agree() {
      const { attempt: before } = store.getState();
      if (before?.phase !== "agreeing") return;
      void attempt({ ...about(before), agreed: [...before.agreed, ...before.further] });
    },
    cancel() {
      attempting.abort();
      setGround(store, { attempt: null });
    },
    retry,
    off() {
      attempting.abort();
      drawn?.worker.end();
      drawn = null;
      setGround(store, { attempt: null, shown: null });
      draw();
      keep();
    },
    setLook(look) {
      setGround(store, { look });
      draw();
      if (drawn !== null) keep();
    },
    showAgain() {
      if (drawn !== null) draw();
      else if (!hasResumed) resume();
    },
  };
}

function about({ wanted, agreed, isResumed }: GroundAttempt): Omit<GroundAttempt, "phase"> {
  return { wanted, agreed, isResumed };
}

/** Whether it is another style on a dark page. */
function isThemed(wanted: WantedBasemap): boolean {
  return wanted.kind === "openfreemap" && wanted.look === "plain";
}

function firstHosts(wanted: WantedBasemap): readonly string[] {
  return wanted.kind === "file" ? [] : hostsOf(firstAddresses(wanted));
}

interface GroundWorker {
  /** What preparing asks for. */
  asking(signal: AbortSignal): Pick<Parameters<typeof prepareGround>[1], "bytes" | "openArchive">;
  /** What drawing asks for. */
  readonly supply: GroundSupply;
  /** From now on it is told how what is asked for comes. */
  begin(): void;
  end(): void;
}

/**
 * The worker that asks for one basemap.
 * @param onHealth called whenever what is asked for begins or ceases to come
 */
function createGroundWorker(
  agreed: ReadonlySet<string>,
  onHealth: (health: ShownGround["health"], failure: GroundFailure | null) => void,
): GroundWorker {
  const limit = limitAtOnce(AT_ONCE);
  const watch = watchAnswers(onHealth);
  const running: RunningWorker<SourcesTasks> = runWorker<SourcesTasks>(
    (name) => new Worker(new URL("../workers/sources.worker.ts", import.meta.url), { type: "module", name }),
    () => {
      watch.failed({ host: null, problem: { code: "ended", params: {} } }, false);
    },
  );
  const { client } = running;

  const bytes = async (address: string, signal: AbortSignal) => {
    const host = hostOf(address);
    // Whatever the map asks for: no host but those that were named.
    if (!agreed.has(host)) throw new FurtherHostsError([host]);
    const answer = await client.call("ground-bytes", { address }, { signal });
    if (!answer.ok) throw new GroundError(host, answer.problem);
    return answer.bytes;
  };
  const archiveHosts: (string | null)[] = [];
  const tile: GroundSupply["tile"] = async (archive, z, x, y, signal) => {
    const answer = await client.call("ground-tile", { archive, z, x, y }, { signal });
    if (!answer.ok) throw new GroundError(archiveHosts[archive] ?? null, answer.problem);
    return answer.bytes;
  };
  const watched = (ask: () => Promise<ArrayBuffer>, signal: AbortSignal) =>
    limit(async () => {
      watch.asked();
      try {
        const found = await ask();
        watch.came();
        return found;
      } catch (error) {
        if (error instanceof GroundError) watch.failed(error, isHole(error.problem));
        else watch.givenUp();
        throw error;
      }
    }, signal);

  return {
    asking: (signal) => ({
      bytes: (address) => bytes(address, signal),
      async openArchive(source) {
        const host = typeof source === "string" ? hostOf(source) : null;
        if (host !== null && !agreed.has(host)) throw new FurtherHostsError([host]);
        const answer = await client.call("ground-archive", { source }, { signal });
        if (!answer.ok) throw new GroundError(host, answer.problem);
        archiveHosts[answer.archive] = host;
        return answer;
      },
    }),
    supply: {
      bytes: (address, signal) => watched(() => bytes(address, signal), signal),
      aside: (address, signal) => limit(() => bytes(address, signal), signal),
      tile: (archive, z, x, y, signal) => watched(() => tile(archive, z, x, y, signal), signal),
    },
    begin: watch.begin,
    end() {
      watch.end();
      running.end();
    },
  };
}

/** Many hosts answer so where they have no tile. */
function isHole(problem: GroundProblem): boolean {
  return problem.code === "not-found";
}

interface AnswerWatch {
  readonly begin: () => void;
  asked(): void;
  came(): void;
  /** @param isHole whether that may just be the edge of the map */
  failed(failure: GroundFailure, isHole: boolean): void;
  givenUp(): void;
  end(): void;
}

/** Tells a map whose tiles come from one that fails: all that was asked for together has failed. */
function watchAnswers(tell: (health: ShownGround["health"], failure: GroundFailure | null) => void): AnswerWatch {
  let isOn = false;
  let open = 0;
  let hasEverCome = false;
  let cameNow = false;
  let failure: GroundFailure | null = null;
  const settle = () => {
    open -= 1;
    if (open > 0) return;
    if (isOn && !cameNow && failure !== null) tell("failing", failure);
    cameNow = false;
    failure = null;
  };
  return {
    begin() {
      isOn = true;
    },
    asked() {
      open += 1;
    },
    came() {
      hasEverCome = true;
      cameNow = true;
      if (isOn) tell("there", null);
      settle();
    },
    failed(found, isHole) {
      if (!isHole || !hasEverCome) failure = { host: found.host, problem: found.problem };
      if (open > 0) settle();
      else if (isOn) tell("failing", found);
    },
    givenUp: settle,
    end() {
      isOn = false;
    },
  };
}
