import { useCallback, useId, useRef, useState } from "react";
import type { ShippedPackage } from "#domain/shipped-package.ts";
import { openRoom } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { webAddress } from "#state/web-address.ts";
import { useLoaded } from "../shared/use-loaded.ts";
import { WebLink } from "../shared/web-link.tsx";
import "./licence-part.css";

/** What the page is made of beside its own code, and under which licences; the list comes when it is first opened. */
export function LicencePart() {
  const { stores, translate } = useAtlas();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <p>{translate("method.licences-1")}</p>
      <p>
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "data");
          }}
        >
          {translate("method.licences-to-data")}
        </Button>
      </p>
      <details
        className="licences"
        onToggle={({ currentTarget }) => {
          if (currentTarget.open) setOpened(true);
        }}
      >
        <summary>{translate("licences.list")}</summary>
        {opened && <LicenceList />}
      </details>
    </>
  );
}

function LicenceList() {
  const { actions, translate } = useAtlas();
  const { found: packages, again } = useLoaded(useCallback(() => actions.licences(), [actions]));
  if (packages === "loading") return <p role="status">{translate("licences.loading")}</p>;
  if (packages === "failed") {
    return (
      <p role="alert">
        {translate("licences.failed")} <Button onClick={again}>{translate("options.retry")}</Button>
      </p>
    );
  }
  return <Packages packages={packages} />;
}

function Packages({ packages }: { readonly packages: readonly ShippedPackage[] }) {
  const { translate } = useAtlas();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const found = packages.filter((each) => isMeant(each, text));
  return (
    <>
      <p className="licences-find">
        <label htmlFor={id}>{translate("licences.search")}</label>
        <input
          id={id}
          ref={field}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
        />
      </p>
      <p className="room-muted" role="status">
        {translate(text.trim() === "" ? "licences.count" : "licences.found", { count: found.length })}
      </p>
      {found.length === 0 && (
        <p>
          <Button
            onClick={() => {
              setText("");
              field.current?.focus();
            }}
          >
            {translate("licences.all")}
          </Button>
        </p>
      )}
      <ul className="licences-packages">
        {found.map((each) => (
          <li key={`${each.name} ${each.version}`}>
            <Package shipped={each} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Package({ shipped: { name, version, licence, text, url } }: { readonly shipped: ShippedPackage }) {
  const [open, setOpen] = useState(false);
  const address = webAddress(url);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary translate="no">
        <span className="licences-name">{name}</span> <span className="licences-version">{version}</span>{" "}
        <span className="licences-licence">{licence}</span>
      </summary>
      {open && (
        <>
          {address !== null && (
            <p>
              <WebLink address={address}>{address.href.replace(/^https?:\/\/(www\.)?|\/$/g, "")}</WebLink>
            </p>
          )}
          <p className="licences-text" lang="en" translate="no">
            {text}
          </p>
        </>
      )}
    </details>
  );
}

/** Whether each word of the text is in the package's name or licence. */
function isMeant({ name, licence }: ShippedPackage, text: string): boolean {
  const words = `${name} ${licence ?? ""}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}
