import { MOST_WHOLE_BYTES, type PartProblem } from "#domain/live/file-part.ts";
import type { ImportState } from "#state/import-store.ts";
import { fileSizeWords } from "../export/file-size.ts";
import { hostOf } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ChooseFileButton } from "./import-file.tsx";
import { ProgressStep } from "./progress-step.tsx";
import { StepFrame } from "./step-frame.tsx";
import { useImportActions } from "./use-import.ts";

/** What hinders reading parts only. */
const OF_PARTS: readonly PartProblem["code"][] = ["no-ranges", "wrong-part", "other-format", "no-index", "other-crs"];

/** Archives of tiles are no tables to be opened as a whole. */
function isOnlyInParts(address: string): boolean {
  return /\.pmtiles([?#]|$)/i.test(address);
}

type StateOf<P extends ImportState["phase"]> = Extract<ImportState, { readonly phase: P }>;

interface FetchingStepProps {
  readonly state: StateOf<"fetching">;
  readonly onCancel: () => void;
}

/** The host of a file is being asked for parts of it. */
export function FetchingStep({ state, onCancel }: FetchingStepProps) {
  const { translate, format } = useAtlas();
  const { bytes, requests } = state.progress;
  return (
    <ProgressStep
      title={translate("import.fetching.title", { host: hostOf(state.wanted.address) })}
      progress={null}
      words={translate("import.fetching.words", { size: fileSizeWords(bytes, translate, format), requests })}
      cancel={{ words: translate("import.cancel"), onCancel }}
    />
  );
}

/** The file could not be read where it lies: why, and what may help. */
export function NotFetchedStep({ state: { wanted, problem, fileBytes } }: { readonly state: StateOf<"not-fetched"> }) {
  const { translate, format } = useAtlas();
  const imports = useImportActions();
  const host = hostOf(wanted.address);
  // Also where its size is not known: reading ends at the limit.
  const canBeWhole =
    OF_PARTS.includes(problem.code) && !isOnlyInParts(wanted.address) && (fileBytes ?? 0) <= MOST_WHOLE_BYTES;
  return (
    <StepFrame
      title={translate("import.not-fetched.title")}
      actions={
        <>
          <ChooseFileButton />
          {canBeWhole && (
            <Button
              onClick={() => {
                imports.openAddress({ address: wanted.address, areas: null });
              }}
            >
              {fileBytes === null
                ? translate("import.not-fetched.whole")
                : translate("import.not-fetched.whole-size", { size: fileSizeWords(fileBytes, translate, format) })}
            </Button>
          )}
          <Button
            variant="primary"
            icon="reset"
            onClick={() => {
              imports.openAddress(wanted);
            }}
          >
            {translate("import.failed.retry")}
          </Button>
        </>
      }
    >
      <div className="import-callout" data-severity="error">
        <p>{translate(`part-problem.${problem.code}`, { host, ...problem.params })}</p>
      </div>
      <p className="import-muted import-address-text">{wanted.address}</p>
    </StepFrame>
  );
}
