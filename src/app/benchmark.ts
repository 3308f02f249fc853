import { benchmarkCsv, benchmarkName } from "#data/export/benchmark-csv.ts";
import { MEDIA_TYPES } from "#data/export/export-plan.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import type { Dataset } from "#domain/dataset.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { INDUSTRIES, REUSE_STATUSES } from "#domain/site/site.ts";
import { codeTexts } from "#domain/text-codes.ts";
import type { BenchmarkTasks, SentSites } from "#workers/benchmark-protocol.ts";
import type { WorkerClient } from "#workers/client.ts";
import type { BenchmarkActions, BenchmarkQuestion } from "#ui/benchmark/benchmark-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";
import { saveBlob } from "./save-blob.ts";
import { APP_VERSION } from "./version.ts";

/** Fills in what the interface may ask about sites beside each other. The worker keeps the tables that it was asked about last. */
export function createBenchmark({ worker }: Pick<ActionHost, "worker">, currentLink: () => string): BenchmarkActions {
  let running: RunningWorker<BenchmarkTasks> | null = null;
  let given: Promise<null> | null = null;
  let of: CompleteSiteResults | null = null;

  const client = (): WorkerClient<BenchmarkTasks> => {
    running ??= runWorker<BenchmarkTasks>(
      (name) => new Worker(new URL("../workers/benchmark.worker.ts", import.meta.url), { type: "module", name }),
      forget,
    );
    return running.client;
  };
  const forget = () => {
    running = null;
    given = null;
    of = null;
  };
  /** The worker, once it has the tables; they are sent to it once. */
  const withTables = async ({ dataset, results }: BenchmarkQuestion): Promise<WorkerClient<BenchmarkTasks>> => {
    const asked = client();
    if (of !== results || given === null) {
      of = results;
      const { indicators, verdicts } = results;
      given = asked.call("set-tables", { sites: sentSites(dataset), indicators, coverage: verdicts.coverage });
    }
    await given;
    return asked;
  };

  return {
    async benchmark(asked, signal) {
      const { site, comparison } = asked;
      return (await withTables(asked)).call("benchmark", { site, comparison }, { signal });
    },
    async composite(asked, weights, signal, onProgress) {
      const { site, comparison } = asked;
      return (await withTables(asked)).call("composite", { site, comparison, weights }, { signal, onProgress });
    },
    async peers(asked, signal) {
      const { site, comparison } = asked;
      return (await withTables(asked)).call("peers", { site, comparison }, { signal });
    },
    async catchments({ datasetVersion: version, rule }, sites, signal) {
      const found = await Promise.all(
        sites.map((index) =>
          worker.call("compute-catchment", { version, rule, origin: { kind: "site", index } }, { signal }),
        ),
      );
      return found.every((catchment): catchment is Catchment => catchment !== null) ? found : null;
    },
    async save(asked, benchmark, weights) {
      const { dataset, results, site, comparison } = asked;
      const isWeighted = INDICATORS.some(({ id }) => (weights[id] ?? 0) > 0);
      const composite = isWeighted
        ? await (await withTables(asked)).call("composite", { site, comparison, weights })
        : null;
      const made = { dataset, rule: results.rule, benchmark, composite, comparison, weights };
      const text = benchmarkCsv({ ...made, link: currentLink(), appVersion: APP_VERSION });
      saveBlob(new Blob([text], { type: MEDIA_TYPES["csv-spreadsheet"] }), benchmarkName(dataset.sites.name[site]!));
    },
  };
}

function sentSites({ sites }: Dataset): SentSites {
  return {
    country: codeTexts(sites.country, sites.count),
    industry: Uint8Array.from(sites.industry, (industry) => INDUSTRIES.indexOf(industry)),
    status: Uint8Array.from(sites.reuseStatus, (status) => REUSE_STATUSES.indexOf(status)),
  };
}
