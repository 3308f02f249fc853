import { useEffect, useState, type ReactNode } from "react";
import type { Dataset } from "#domain/dataset.ts";

/** Actors beyond which counting them is work of its own. */
const MANY_ACTORS = 50_000;
const TURN_MILLISECONDS = 60;

/**
 * Renders what has to count all actors in a task of its own, so that several such parts do not block the page together.
 * @param turn which of them it is
 * @param children is called when it is time
 */
export function AfterOthers({
  dataset,
  turn,
  children,
}: {
  readonly dataset: Dataset;
  readonly turn: number;
  readonly children: () => ReactNode;
}) {
  const [ready, setReady] = useState<Dataset | null>(null);
  const isLarge = dataset.actors.count > MANY_ACTORS;
  useEffect(() => {
    if (!isLarge) return undefined;
    const timer = setTimeout(() => {
      setReady(dataset);
    }, turn * TURN_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [dataset, isLarge, turn]);
  return isLarge && ready !== dataset ? null : children();
}
