import { useEffect, useId, useState } from "react";
import type { LiveActions } from "../live/live-actions.ts";
import { hostOf } from "../live/host-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { useImportActions } from "./use-import.ts";

/** Where a file may be read; all of it is offered only where reading parts has failed. */
const REGIONS = ["view", "record", "selection"] as const;

/** Opens a file on the web: names the host before it is asked, and the region that is asked for. */
export function AddressForm() {
  const { actions, translate } = useAtlas();
  const imports = useImportActions();
  const [live, setLive] = useState<LiveActions | null>(null);
  const [address, setAddress] = useState("");
  const [chosen, setChosen] = useState<(typeof REGIONS)[number] | null>(null);
  const id = useId();
  const group = useId();
  useEffect(() => {
    let isHere = true;
    void actions.live().then((made) => {
      if (isHere) setLive(made);
    });
    return () => {
      isHere = false;
    };
  }, [actions]);

  const regions = REGIONS.map((region) => ({ region, areas: live?.areasOf(region) ?? [] }));
  const open = regions.find(({ region, areas }) => region === chosen && areas.length > 0);
  const { region, areas } = open ?? regions.find((one) => one.areas.length > 0) ?? { region: null, areas: [] };
  const written = address.trim();
  const isAddress = URL.canParse(written) && /^https?:$/.test(new URL(written).protocol);
  return (
    <form
      className="import-address"
      onSubmit={(event) => {
        event.preventDefault();
        if (isAddress && areas.length > 0) imports.openAddress({ address: written, areas });
      }}
    >
      <label htmlFor={id}>{translate("import.address.label")}</label>
      <p className="import-muted">{translate("import.address.what")}</p>
      <input
        id={id}
        type="url"
        inputMode="url"
        spellCheck={false}
        autoComplete="off"
        placeholder="https://"
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
        }}
      />
      {isAddress && (
        <fieldset className="import-address-region">
          <legend>{translate("import.address.region")}</legend>
          {regions.map((one) => (
            <label key={one.region}>
              <input
                type="radio"
                name={group}
                checked={one.region === region}
                disabled={one.areas.length === 0}
                onChange={() => {
                  setChosen(one.region);
                }}
              />
              {translate(`import.address.region-${one.region}`, { count: one.areas.length })}
            </label>
          ))}
        </fieldset>
      )}
      <p role="status">
        {isAddress
          ? translate("import.address.asks", { host: hostOf(written) })
          : written === ""
            ? ""
            : translate("part-problem.bad-address")}
      </p>
      {isAddress && (
        <Button type="submit" variant="primary" disabled={areas.length === 0}>
          {translate("import.address.ask", { host: hostOf(written) })}
        </Button>
      )}
    </form>
  );
}
