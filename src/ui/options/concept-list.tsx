import { useRef, useState } from "react";
import type { AssessedConcept } from "#domain/options/assess.ts";
import type { ReuseConcept } from "#domain/options/concept.ts";
import type { EditMark } from "#domain/workspace/edits.ts";
import type { Issue } from "#domain/issue.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { IssueList } from "../shared/issue-list.tsx";
import { resetConcepts, takeConcepts } from "./concept-steps.ts";
import type { OptionActions } from "./option-actions.ts";
import { StatusCounts } from "./status-counts.tsx";

/** A concept of the list; `linked`: it came with the link and is not kept. */
export interface ShownConcept {
  readonly concept: ReuseConcept;
  readonly mark: EditMark | "linked";
}

export interface ConceptListProps {
  readonly options: OptionActions;
  /** In the order shown. */
  readonly concepts: readonly ShownConcept[];
  /** By identifier; empty while no site is chosen. */
  readonly assessed: ReadonlyMap<string, AssessedConcept>;
  readonly chosen: ReuseConcept | null;
  readonly isReset: boolean;
  readonly onChoose: (concept: ShownConcept) => void;
  readonly onAdd: () => void;
}

/** All concepts, the fitting ones first, and what can be done to them as a whole. */
export function ConceptList({ options, concepts, assessed, chosen, isReset, onChoose, onAdd }: ConceptListProps) {
  const { stores, translate } = useAtlas();
  const [opened, setOpened] = useState<{
    readonly file: string;
    readonly count: number;
    readonly issues: readonly Issue[];
  } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const open = async (file: File) => {
    const { concepts: found, issues } = await options.readConcepts(file);
    takeConcepts(stores.workspace, options.bundled, found);
    setOpened({ file: file.name, count: found.length, issues });
  };
  return (
    <section className="options-concepts" aria-labelledby="options-concepts">
      <h3 id="options-concepts">{translate("options.concepts")}</h3>
      <p className="room-muted">{translate(assessed.size > 0 ? "options.ranked" : "options.examples")}</p>
      {concepts.length === 0 && <p>{translate("options.concepts-none")}</p>}
      <ol className="options-list">
        {concepts.map((shown) => {
          const { concept, mark } = shown;
          const fit = assessed.get(concept.id);
          return (
            <li key={concept.id}>
              <button
                type="button"
                className="options-concept"
                aria-current={concept.id === chosen?.id ? "true" : undefined}
                onClick={() => {
                  onChoose(shown);
                }}
              >
                <span className="options-concept-name">
                  {concept.name}
                  {mark !== "as_loaded" && <span className="options-mark">{translate(`options.mark.${mark}`)}</span>}
                </span>
                {fit === undefined ? (
                  <span className="room-muted">
                    {translate("options.needs-count", { count: concept.needs.length })}
                  </span>
                ) : (
                  <StatusCounts assessed={fit} />
                )}
              </button>
            </li>
          );
        })}
      </ol>
      <p className="room-buttons">
        <Button icon="plus" onClick={onAdd}>
          {translate("options.add")}
        </Button>
        <Button
          icon="upload"
          onClick={() => {
            input.current?.click();
          }}
        >
          {translate("options.import")}
        </Button>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={translate("options.import")}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            if (file !== undefined) void open(file);
          }}
        />
        <Button
          icon="download"
          disabled={concepts.length === 0}
          onClick={() => {
            options.saveConcepts(concepts.map(({ concept }) => concept));
          }}
        >
          {translate("options.export")}
        </Button>
        <Button
          icon="reset"
          disabled={isReset}
          onClick={() => {
            resetConcepts(stores.workspace);
          }}
        >
          {translate("options.reset")}
        </Button>
      </p>
      {opened !== null && (
        <div className="options-opened" role="status">
          <p>{translate("options.imported", { count: opened.count, file: opened.file })}</p>
          {opened.issues.length > 0 && (
            <>
              <p>{translate("options.import-issues", { count: opened.issues.length })}</p>
              <IssueList issues={opened.issues} />
            </>
          )}
          <Button
            variant="link"
            onClick={() => {
              setOpened(null);
            }}
          >
            {translate("shared.close")}
          </Button>
        </div>
      )}
    </section>
  );
}
