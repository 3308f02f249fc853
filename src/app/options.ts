import { shownName } from "#domain/site/shown-name.ts";
import { writeInvitations } from "#data/export/invitation-file.ts";
import { decodeUtf8 } from "#data/ingest/decode-utf8.ts";
import { readConcepts, writeConcepts } from "#data/options/concepts-json.ts";
import { assessConcept, countAt, roomsFor, type NeedCount } from "#domain/options/assess.ts";
import { actorNeedsOf, roomNeedsOf } from "#domain/options/concept.ts";
import type { NeedCounts } from "#domain/options/count-needs.ts";
import { mergeInvitations } from "#domain/options/invite.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Space } from "#domain/space/space.ts";
import { writeShortLink } from "#state/link-codec.ts";
import type { FittingSites, OptionActions } from "#ui/options/option-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { requestFile } from "./requests.ts";
import { saveBlob } from "./save-blob.ts";
import { APP_VERSION } from "./version.ts";

/** So many sites are listed for a concept. */
const MOST_SITES = 50;

/**
 * Fills in what the room of combination options asks for, the bundled concepts in a language; `null` where they cannot be
 * loaded.
 */
export async function createOptions(
  { stores, worker, translate }: ActionHost,
  language: Language,
): Promise<OptionActions | null> {
  const name = language === LANGUAGES[0] ? "concepts.json" : `concepts.${language}.json`;
  const file = await requestFile(`generated/tables/${name}`);
  if (!file.ok) return null;
  const { concepts: bundled } = readConcepts(new TextDecoder().decode(file.value), "concepts.json");

  const ready = () => {
    const state = stores.dataset.getState();
    if (state.phase !== "ready") throw new Error("options were asked for before the tables were there");
    return state;
  };
  const countOf = (counts: NeedCounts, site: number, firstNeed = 0) => {
    return (need: number): NeedCount => countAt(counts, site, firstNeed + need);
  };

  return {
    bundled,
    async assess(concepts, site, signal) {
      const { version, dataset } = ready();
      const needs = concepts.flatMap(actorNeedsOf);
      const asked = { version, needs, sites: Uint32Array.of(site) };
      const counts = await worker.call("count-needs", asked, { signal });
      if (counts === null) return null;
      const rooms = roomsBySite(dataset).get(dataset.sites.id[site] ?? "") ?? [];
      let firstNeed = 0;
      return concepts.map((concept) => {
        const assessed = assessConcept(concept, countOf(counts, 0, firstNeed), rooms);
        firstNeed += actorNeedsOf(concept).length;
        return assessed;
      });
    },
    async fittingSites(concept, sites, signal): Promise<FittingSites | null> {
      const { version, dataset } = ready();
      const rooms = roomsBySite(dataset);
      const roomsOf = (site: number) => rooms.get(dataset.sites.id[site] ?? "") ?? [];
      const roomNeeds = roomNeedsOf(concept);
      const found =
        rooms.size === 0
          ? []
          : Array.from(sites)
              .filter((site) => roomsOf(site).length > 0)
              .map((site) => ({ site, found: roomNeeds.map((need) => roomsFor(need, roomsOf(site)).length) }));
      const asked = { version, concept, sites, rooms: found, most: MOST_SITES };
      const ranked = await worker.call("rank-sites", asked, { signal });
      if (ranked === null) return null;
      return {
        sites: Array.from(ranked.site, (site, position) => ({
          site,
          assessed: assessConcept(concept, countOf(ranked.counts, position), roomsOf(site)),
        })),
        all: sites.length,
        whole: ranked.sitesByMet[concept.needs.length] ?? 0,
      };
    },
    async invite(concept, site, needs, signal) {
      const { version } = ready();
      const wanted = needs.flatMap((position) => {
        const need = concept.needs[position];
        return need?.kind === "actors" ? [{ position, need }] : [];
      });
      const asked = { version, needs: wanted.map(({ need }) => need), site };
      const nearest = await worker.call("nearest-for-needs", asked, { signal });
      return nearest === null
        ? null
        : mergeInvitations(nearest.map((actors, index) => ({ need: wanted[index]?.position ?? 0, actors })));
    },
    async saveInvitations(list, format) {
      const { dataset } = ready();
      const { concept, site, invitations, needWords } = list;
      const address = new URL(location.href);
      address.search = writeShortLink(stores.view.getState()).query;
      address.hash = "";
      const title = translate("options.invite-title", {
        concept: concept.name,
        site: shownName(dataset.sites, site, language),
      });
      const { blob, fileName } = await writeInvitations(
        { dataset, concept, site, invitations, needWords, title, link: address.href, appVersion: APP_VERSION },
        format,
      );
      saveBlob(blob, fileName);
    },
    saveConcepts(concepts) {
      const words = { title: translate("options.file-title"), note: translate("options.file-note") };
      saveBlob(new Blob([writeConcepts(concepts, words)], { type: "application/json" }), "refresh-atlas-concepts.json");
    },
    async readConcepts(given) {
      const text = decodeUtf8(new Uint8Array(await given.arrayBuffer()));
      if (text.ok) return readConcepts(text.value, given.name);
      const place = { kind: "file", file: given.name } as const;
      return { concepts: [], issues: [{ severity: "error", place, ...text.failure }] };
    },
  };
}

const roomsOfDatasets = new WeakMap<Dataset["spaces"], ReadonlyMap<string, readonly Space[]>>();

/** The rooms of each site that has any. */
function roomsBySite({ spaces }: Dataset): ReadonlyMap<string, readonly Space[]> {
  const known = roomsOfDatasets.get(spaces);
  if (known !== undefined) return known;
  const rooms = new Map<string, Space[]>();
  for (const space of spaces) {
    if (space.siteId === null) continue;
    const others = rooms.get(space.siteId);
    if (others === undefined) rooms.set(space.siteId, [space]);
    else others.push(space);
  }
  roomsOfDatasets.set(spaces, rooms);
  return rooms;
}
