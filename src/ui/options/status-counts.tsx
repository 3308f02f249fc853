import { NEED_STATUSES, type AssessedConcept, type NeedStatus } from "#domain/options/assess.ts";
import type { IconName } from "#design/icons.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";

const SIGNS = { met: "check", missing: "close", unknown: "question" } as const satisfies Record<NeedStatus, IconName>;

/** A sign by shape, and by colour: met, missing, not known. */
export function StatusSign({ status }: { readonly status: NeedStatus }) {
  return (
    <span className="options-sign" data-status={status}>
      <Icon name={SIGNS[status]} size={14} />
    </span>
  );
}

/** How many needs are met, missing, not known, as a bar of its needs and in words. */
export function StatusCounts({ assessed }: { readonly assessed: AssessedConcept }) {
  const { translate } = useAtlas();
  const words = NEED_STATUSES.filter((status) => status === "met" || assessed[status] > 0).map((status) =>
    translate(`options.count-${status}`, { count: assessed[status], all: assessed.needs.length }),
  );
  return (
    <span className="options-counts">
      <span className="options-bar" aria-hidden="true">
        {NEED_STATUSES.flatMap((status) =>
          Array.from({ length: assessed[status] }, (_, index) => (
            <span key={`${status} ${String(index)}`} data-status={status} />
          )),
        )}
      </span>
      <span>{inALine(words)}</span>
    </span>
  );
}
