import { useEffect, useRef, useState } from "react";

/** Changes that come this close together are announced as one, milliseconds: longer than the count of sites, which comes first. */
const PAUSE_MILLISECONDS = 1200;

export interface VerdictAnnouncerProps {
  /** Names the record; the verdict of another one is no change. */
  readonly record: string;
  /** The verdict in words; `null` while that of a new rule is being computed. */
  readonly headline: string | null;
}

/** Tells a screen reader the verdict of the open sheet when another rule, or other data, changed it. */
export function VerdictAnnouncer({ record, headline }: VerdictAnnouncerProps) {
  const [said, setSaid] = useState("");
  const known = useRef<{ readonly record: string; readonly headline: string } | null>(null);
  useEffect(() => {
    if (headline === null) return undefined;
    if (known.current?.record !== record) {
      known.current = { record, headline };
      return undefined;
    }
    if (known.current.headline === headline) return undefined;
    const timer = setTimeout(() => {
      known.current = { record, headline };
      setSaid(headline);
    }, PAUSE_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [record, headline]);
  return (
    <p className="visually-hidden" role="status" data-testid="verdict-said">
      {said}
    </p>
  );
}
