import type { ServiceHost } from "#data/live/service-host.ts";
import { OverpassQuestion } from "#data/osm/ask-overpass.ts";
import { siteKeys } from "#data/osm/site-tags.ts";
import { sitesFromElements } from "#data/osm/sites-from-elements.ts";
import { askWikidata } from "#data/wikidata/ask-wikidata.ts";
import { sitesFromItems } from "#data/wikidata/sites-from-items.ts";
import type { FailedArea } from "#domain/live/ask.ts";
import { SITE_SERVICES, type AskedSites, type SiteAnswer } from "#domain/live/asked-sites.ts";
import { candidatesOf, type FoundSite, type KnownSites, type SiteService } from "#domain/live/site-candidate.ts";
import type { Answer, Handlers, TaskContext } from "./serve.ts";
import type { AskedService, SourcesTasks } from "./sources-protocol.ts";

/** What one service came to. */
interface Outcome extends SiteAnswer {
  readonly found: readonly FoundSite[];
  readonly failed: readonly FailedArea[];
}

/** What one service is asked. */
interface Question {
  readonly host: ServiceHost;
  readonly asked: AskedService;
  readonly areas: SourcesTasks["ask-sites"]["params"]["areas"];
  readonly language: string;
  readonly context: TaskContext<SourcesTasks["ask-sites"]["progress"]>;
}

const ASK: Readonly<Record<SiteService, (question: Question) => Promise<Outcome>>> = {
  overpass: askOverpass,
  wikidata: askItems,
};

/** The tasks of asking for sites. What each service answered last is kept, also when asking was given up. */
export function createSiteCandidateHandlers(
  host: ServiceHost,
): Pick<Handlers<SourcesTasks>, "ask-sites" | "sites-so-far"> {
  const outcomes = new Map<SiteService, Outcome>();
  let known: KnownSites | null = null;

  return {
    async "ask-sites"({ areas, services, language, sites, joined }, context) {
      if (!joined) outcomes.clear();
      known = sites;
      for (const asked of services) {
        outcomes.set(asked.service, await ASK[asked.service]({ host, asked, areas, language, context }));
      }
      return summarize(outcomes, sites);
    },

    "sites-so-far"() {
      return known === null ? { result: null, transfer: [] } : summarize(outcomes, known);
    },
  };
}

async function askOverpass({ host, asked, areas, language, context }: Question): Promise<Outcome> {
  const question = new OverpassQuestion(areas, { endpoints: asked.endpoints, keys: siteKeys() }, host);
  await question.ask(context.signal, (step) => {
    context.progress({ ...step, service: "overpass" });
  });
  const { elements, answered, failed, asOf, endpoint } = question.answer();
  const found = sitesFromElements(elements, language);
  return { service: "overpass", endpoint, areas: answered, asOf, found, failed };
}

async function askItems({ host, asked, areas, language, context }: Question): Promise<Outcome> {
  const terms = { endpoints: asked.endpoints, language };
  const { rows, answered, failed, endpoint } = await askWikidata(areas, terms, host, context.signal, (step) => {
    context.progress({ ...step, service: "wikidata" });
  });
  return { service: "wikidata", endpoint, areas: answered, asOf: null, found: sitesFromItems(rows), failed };
}

function summarize(outcomes: ReadonlyMap<SiteService, Outcome>, sites: KnownSites): Answer<AskedSites> {
  const all = SITE_SERVICES.flatMap((service) => outcomes.get(service) ?? []);
  const result = {
    ...candidatesOf(
      all.flatMap(({ found }) => found),
      sites,
    ),
    answers: all
      .filter(({ areas }) => areas.length > 0)
      .map(({ service, endpoint, areas, asOf }) => ({ service, endpoint, areas, asOf })),
    failed: all.flatMap(({ service, failed }) => failed.map(({ problem }) => ({ service, problem }))),
  };
  return { result, transfer: [] };
}
