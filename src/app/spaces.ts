import { writeSpaces } from "#data/export/spaces-file.ts";
import type { Point } from "#domain/geo/points.ts";
import type { Place } from "#domain/place/place.ts";
import { assessSpace, needOf, wishesOf, type AssessedSpace } from "#domain/space/assess-space.ts";
import { stepsToFoundSpaces } from "#domain/space/find-spaces.ts";
import { factsOfSpaces, NEIGHBOURS, sitesOfSpaces, type SitesOfSpaces } from "#domain/space/space-facts.ts";
import type { NearTo } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";
import type { Dataset } from "#domain/dataset.ts";
import { writeShortLink } from "#state/link-codec.ts";
import type { Located, SpaceActions, SpaceAnswer } from "#ui/spaces/space-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { createPause, inTurns } from "./pause.ts";
import { saveBlob } from "./save-blob.ts";
import { APP_VERSION } from "./version.ts";

/** So long the browser may take to say where it is. */
const LOCATE_MILLISECONDS = 20_000;
/** So old what it says may be. */
const LOCATED_MILLISECONDS = 10 * 60_000;

/** Fills in what the room of spaces asks for. */
export function createSpaces({ stores, worker, translate }: ActionHost): SpaceActions {
  const ready = () => {
    const state = stores.dataset.getState();
    if (state.phase !== "ready") throw new Error("rooms were asked for before the tables were there");
    return state;
  };

  const locateNear = async (near: NearTo | null, signal: AbortSignal): Promise<SpaceAnswer["near"]> => {
    if (near === null) return null;
    if (near.kind === "point") return { point: near, place: null };
    const place: Place | null = await worker.call("place-by-id", { id: near.id }, { signal });
    return place === null ? null : { point: place, place };
  };

  return {
    async find({ filters, sort, open, shortlist }, signal) {
      const { version, dataset } = ready();
      const { spaces, sites } = dataset;
      const placed = placedOf(dataset);
      // Sectors around each room are counted, too, so that it can be told who would be the neighbours.
      const around = [...filters.around, ...NEIGHBOURS];
      const asked = { version, needs: around.map(needOf), sites: placed.site };
      const [near, counts] = await Promise.all([
        locateNear(filters.near, signal),
        worker.call("count-needs", asked, { signal }),
      ]);
      if (counts === null) return null;
      const factsOf = factsOfSpaces(placed, sites, around, counts, near?.point ?? null);
      const steps = stepsToFoundSpaces(spaces, factsOf, filters, sort);
      const found = await inTurns(steps, createPause(signal));
      const wishes = wishesOf(filters);
      const byId = new Map<SpaceId, AssessedSpace>();
      for (const id of open === null ? shortlist : [...shortlist, open]) {
        const position = spaces.findIndex((space) => space.id === id);
        const space = spaces[position];
        if (space !== undefined) byId.set(id, assessSpace(space, factsOf(position), filters, wishes));
      }
      return { ...found, filters, near, byId, ...statedOf(dataset), dataset };
    },
    locate: () =>
      new Promise<Located>((resolve) => {
        if (!("geolocation" in navigator)) {
          resolve("unavailable");
          return;
        }
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => {
            resolve({ lon: coords.longitude, lat: coords.latitude } satisfies Point);
          },
          ({ code }) => {
            resolve(
              code === GeolocationPositionError.PERMISSION_DENIED
                ? "denied"
                : code === GeolocationPositionError.TIMEOUT
                  ? "timeout"
                  : "unavailable",
            );
          },
          { timeout: LOCATE_MILLISECONDS, maximumAge: LOCATED_MILLISECONDS },
        );
      }),
    isBundled: (id) =>
      stores.workspace
        .getState()
        .workspace.tables.some(
          ({ info, records }) =>
            info.kind === "spaces" &&
            info.origin === "bundled" &&
            (records as Dataset["spaces"]).some((space) => space.id === id),
        ),
    async saveSpaces(ids, format) {
      const { dataset } = ready();
      const placed = placedOf(dataset);
      const positions = ids.map((id) => dataset.spaces.findIndex((space) => space.id === id));
      const spaces = positions.flatMap((position) => {
        const space = dataset.spaces[position];
        return space === undefined ? [] : [{ space, site: placed.site[placed.position[position] ?? -1] ?? null }];
      });
      const address = new URL(location.href);
      address.search = writeShortLink(stores.view.getState()).query;
      address.hash = "";
      const { blob, fileName } = await writeSpaces(
        {
          dataset,
          spaces,
          title: translate("spaces.file-title", { count: spaces.length }),
          link: address.href,
          appVersion: APP_VERSION,
        },
        format,
      );
      saveBlob(blob, fileName);
    },
  };
}

const statedOfSpaces = new WeakMap<SitesOfSpaces, Pick<SpaceAnswer, "kinds" | "countries">>();

/** Kinds and countries of all rooms. */
function statedOf(dataset: Dataset): Pick<SpaceAnswer, "kinds" | "countries"> {
  const placed = placedOf(dataset);
  const known = statedOfSpaces.get(placed);
  if (known !== undefined) return known;
  const ascending = (values: Iterable<string | null>) => [...new Set(values)].filter((value) => value !== null).sort();
  const stated = {
    kinds: ascending(dataset.spaces.map(({ kind }) => kind)),
    countries: ascending(Array.from(placed.site, (site) => dataset.sites.country[site] ?? null)),
  };
  statedOfSpaces.set(placed, stated);
  return stated;
}

const placedOfDatasets = new WeakMap<Dataset["spaces"], { readonly ids: object; readonly placed: SitesOfSpaces }>();

function placedOf({ spaces, sites }: Dataset): SitesOfSpaces {
  const known = placedOfDatasets.get(spaces);
  if (known?.ids === sites.id) return known.placed;
  const placed = sitesOfSpaces(spaces, sites);
  placedOfDatasets.set(spaces, { ids: sites.id, placed });
  return placed;
}
