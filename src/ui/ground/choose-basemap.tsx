import { useId, useState } from "react";
import {
  MOST_TILE_ZOOM,
  OPENFREEMAP_LOOKS,
  TILE_SIZES,
  type Basemap,
  type OpenFreeMapLook,
} from "#domain/ground/basemap.ts";
import type { GroundAttempt, ShownGround, WantedBasemap } from "#state/ground-store.ts";
import { Chip, Chips } from "../live/chips.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";
import { WebLink } from "../shared/web-link.tsx";
import { findAddressFault, firstAddresses, hostsOf, openFreeMapStyle, type AddressFault } from "./addresses.ts";
import { useFailureWords, useOriginWords } from "./use-ground.ts";

const KINDS = ["built-in", "openfreemap", "style", "raster", "pmtiles", "file"] as const;
type Kind = (typeof KINDS)[number];

const TILE_EXAMPLE = "{z}/{x}/{y}";
const PRIVACY = { href: "https://openfreemap.org/privacy/", host: "openfreemap.org", isPage: true } as const;

/** What has been filled in, whatever is chosen. */
interface Draft {
  readonly kind: Kind;
  readonly look: OpenFreeMapLook;
  readonly style: string;
  readonly raster: Omit<Extract<Basemap, { readonly kind: "raster" }>, "kind">;
  readonly pmtiles: string;
  readonly file: File | null;
}

export interface ChooseBasemapProps {
  /** What was asked for last in this window. */
  readonly asked: WantedBasemap | null;
  readonly shown: ShownGround | null;
  readonly attempt: GroundAttempt | null;
  readonly onShow: (wanted: WantedBasemap) => void;
  readonly onOff: () => void;
  /** Gives up asking. */
  readonly onCancel: () => void;
  readonly onClose: () => void;
}

/** All basemaps that there are. Nothing is asked before the button that names the host is pressed. */
export function ChooseBasemap({ asked, shown, attempt, onShow, onOff, onCancel, onClose }: ChooseBasemapProps) {
  const { translate } = useAtlas();
  const [draft, setDraft] = useState(() => draftOf(attempt?.wanted ?? asked ?? shown?.wanted ?? null));
  const failureWords = useFailureWords();
  const originWords = useOriginWords();
  const group = useId();
  const wanted = wantedOf(draft);
  const fault = wanted === null || wanted.kind === "file" ? null : findAddressFault(wanted, isSecurePage());
  const hosts = wanted === null || wanted.kind === "file" || fault !== null ? [] : hostsOf(firstAddresses(wanted));
  const isAsking = attempt?.phase === "preparing";
  const isReady = wanted !== null && fault === null && !isAsking;
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
  };

  return (
    <form
      className="live-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.kind === "built-in") onOff();
        else if (isReady) onShow(wanted);
      }}
    >
      <fieldset className="live-scopes">
        <legend>{translate("ground.which")}</legend>
        {KINDS.map((kind) => (
          <div key={kind} className="ground-kind">
            <label className="live-scope">
              <input
                type="radio"
                name={group}
                checked={kind === draft.kind}
                onChange={() => {
                  change({ kind });
                }}
              />
              <span>
                <span className="live-scope-name">{translate(`ground.kind.${kind}`)}</span>
                <span className="live-muted">
                  {translate(`ground.kind.${kind}.what`, { host: hostsOf([openFreeMapStyle("plain", false)]).join() })}
                </span>
              </span>
            </label>
            {kind === draft.kind && kind !== "built-in" && (
              <div className="ground-fields">
                <Fields draft={draft} fault={fault} onChange={change} />
              </div>
            )}
          </div>
        ))}
      </fieldset>
      <div role="status" className="ground-told">
        {hosts.length > 0 && (
          <>
            <p>{translate("ground.asks", { hosts: hosts.join(", "), count: hosts.length })}</p>
            <p className="live-muted">{translate("ground.kept")}</p>
          </>
        )}
        {isAsking && (
          <p>{originWords(attempt.wanted, attempt.agreed, { file: "ground.opening-file", hosts: "ground.coming" })}</p>
        )}
        {attempt?.phase === "failed" && <p className="live-warning">{failureWords(attempt.failure)}</p>}
      </div>
      <div className="live-actions">
        {isAsking ? (
          <Button onClick={onCancel}>{translate("ground.cancel")}</Button>
        ) : (
          <Button onClick={onClose}>{translate("shared.close")}</Button>
        )}
        {draft.kind === "built-in" ? (
          <Button variant="primary" type="submit">
            {translate("ground.use-built-in")}
          </Button>
        ) : (
          <Button variant="primary" type="submit" disabled={!isReady}>
            {hosts.length > 0 ? translate("ground.show", { hosts: hosts.join(", ") }) : translate("ground.show-plain")}
          </Button>
        )}
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly fault: AddressFault | null;
  readonly onChange: (part: Partial<Draft>) => void;
}

/** What the chosen kind of basemap needs to be told. */
function Fields({ draft, fault, onChange }: FieldsProps) {
  const { translate } = useAtlas();
  const id = useId();
  const { raster } = draft;
  switch (draft.kind) {
    case "built-in":
      return null;
    case "openfreemap":
      return (
        <>
          <Chips title={translate("ground.look")}>
            {OPENFREEMAP_LOOKS.map((look) => (
              <Chip
                key={look}
                name={`${id}-look`}
                words={translate(`ground.look.${look}`)}
                checked={look === draft.look}
                onChange={() => {
                  onChange({ look });
                }}
              />
            ))}
          </Chips>
          <p className="ground-privacy">
            <WebLink address={PRIVACY}>{translate("ground.privacy")}</WebLink>
          </p>
        </>
      );
    case "style":
      return (
        <Address
          label={translate("ground.address.style")}
          value={draft.style}
          fault={fault}
          onChange={(style) => {
            onChange({ style });
          }}
        />
      );
    case "pmtiles":
      return (
        <Address
          label={translate("ground.address.pmtiles")}
          value={draft.pmtiles}
          fault={fault}
          onChange={(pmtiles) => {
            onChange({ pmtiles });
          }}
        />
      );
    case "file":
      return (
        <label className="ground-field">
          {translate("ground.file")}
          <input
            type="file"
            accept=".pmtiles"
            onChange={({ currentTarget: { files } }) => {
              onChange({ file: files?.[0] ?? draft.file });
            }}
          />
          {draft.file !== null && <span className="live-muted">{draft.file.name}</span>}
        </label>
      );
    case "raster":
      return (
        <>
          <Address
            label={translate("ground.address.raster", { example: TILE_EXAMPLE })}
            value={raster.template}
            fault={fault}
            onChange={(template) => {
              onChange({ raster: { ...raster, template } });
            }}
          />
          <label className="ground-field">
            {translate("ground.attribution")}
            <input
              className="live-input"
              type="text"
              autoComplete="off"
              aria-describedby={`${id}-hint`}
              value={raster.attribution}
              onChange={({ currentTarget: { value: attribution } }) => {
                onChange({ raster: { ...raster, attribution } });
              }}
            />
            <span id={`${id}-hint`} className="live-muted">
              {translate("ground.attribution.hint")}
            </span>
          </label>
          <div className="ground-numbers">
            <Chips title={translate("ground.tile-size")}>
              {TILE_SIZES.map((tileSize) => (
                <Chip
                  key={tileSize}
                  name={`${id}-size`}
                  words={String(tileSize)}
                  checked={tileSize === raster.tileSize}
                  onChange={() => {
                    onChange({ raster: { ...raster, tileSize } });
                  }}
                />
              ))}
            </Chips>
            <NumberField
              label={translate("ground.max-zoom")}
              value={raster.maxZoom}
              least={0}
              most={MOST_TILE_ZOOM}
              onChange={(maxZoom) => {
                onChange({ raster: { ...raster, maxZoom } });
              }}
            />
          </div>
        </>
      );
  }
}

interface AddressProps {
  readonly label: string;
  readonly value: string;
  readonly fault: AddressFault | null;
  readonly onChange: (value: string) => void;
}

function Address({ label, value, fault, onChange }: AddressProps) {
  const { translate } = useAtlas();
  const id = useId();
  const isWrong = fault !== null && fault.code !== "empty";
  return (
    <div className="ground-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="live-input"
        type="text"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        placeholder="https://"
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-fault`}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
        }}
      />
      <p id={`${id}-fault`} role="status" className="ground-fault">
        {isWrong &&
          translate(`ground.fault.${fault.code}`, {
            example: TILE_EXAMPLE,
            placeholder: fault.code === "placeholder" ? fault.placeholder : "",
          })}
      </p>
    </div>
  );
}

/** What is shown or was tried last, ready to be changed. */
function draftOf(wanted: WantedBasemap | null): Draft {
  return {
    kind: wanted?.kind ?? "built-in",
    look: wanted?.kind === "openfreemap" ? wanted.look : "plain",
    style: wanted?.kind === "style" ? wanted.address : "",
    raster:
      wanted?.kind === "raster" ? wanted : { template: "", attribution: "", tileSize: TILE_SIZES[0], maxZoom: 19 },
    pmtiles: wanted?.kind === "pmtiles" ? wanted.address : "",
    file: wanted?.kind === "file" ? wanted.file : null,
  };
}

/** `null` for the built-in map, and while no file is chosen. */
function wantedOf({ kind, look, style, raster, pmtiles, file }: Draft): WantedBasemap | null {
  switch (kind) {
    case "built-in":
      return null;
    case "openfreemap":
      return { kind, look };
    case "style":
      return { kind, address: style.trim() };
    case "raster":
      return { ...raster, kind, template: raster.template.trim(), attribution: raster.attribution.trim() };
    case "pmtiles":
      return { kind, address: pmtiles.trim() };
    case "file":
      return file === null ? null : { kind, file };
  }
}

function isSecurePage(): boolean {
  return location.protocol === "https:";
}
