import { Component, type ReactNode } from "react";
import { useAtlas } from "./atlas-context.ts";
import { Button } from "./button.tsx";

/** A part of the interface did not arrive. */
export class PartMissingError extends Error {
  override readonly name = "PartMissingError";
  /** Lets the part be asked for anew when it is next shown. */
  readonly renew: () => void;

  constructor(renew: () => void, cause: unknown) {
    super("a part of the page could not be loaded", { cause });
    this.renew = renew;
  }
}

export interface PartBoundaryProps {
  /** Whether it is said that the part is missing. */
  readonly isTold: boolean;
  /** A part that is closed says nothing, and is asked for anew once it is opened again. */
  readonly isOpen: boolean;
  /** Puts the part away, where it is one that stands open over the page. */
  readonly onClose: (() => void) | null;
  /** The part as it is asked for now. */
  readonly part: () => ReactNode;
}

interface PartBoundaryState {
  readonly failed: { readonly error: unknown } | null;
  readonly isOpen: boolean;
}

/** Says in the place of a part that it did not arrive. Any other error is left to the boundaries around it. */
export class PartBoundary extends Component<PartBoundaryProps, PartBoundaryState> {
  override state: PartBoundaryState = { failed: null, isOpen: this.props.isOpen };

  static getDerivedStateFromError(error: unknown): Partial<PartBoundaryState> {
    return { failed: { error } };
  }

  static getDerivedStateFromProps(
    { isOpen }: PartBoundaryProps,
    state: PartBoundaryState,
  ): Partial<PartBoundaryState> | null {
    if (isOpen === state.isOpen) return null;
    return isOpen ? { isOpen, failed: null } : { isOpen };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof PartMissingError) error.renew();
  }

  override render(): ReactNode {
    const { failed } = this.state;
    const { isOpen, isTold, onClose, part } = this.props;
    if (failed === null) return part();
    if (!(failed.error instanceof PartMissingError)) throw failed.error;
    if (!isTold || !isOpen) return null;
    return (
      <PartMissing
        onRetry={() => {
          this.setState({ failed: null });
        }}
        onClose={onClose}
      />
    );
  }
}

interface PartMissingProps {
  readonly onRetry: () => void;
  readonly onClose: (() => void) | null;
}

function PartMissing({ onRetry, onClose }: PartMissingProps) {
  const { translate } = useAtlas();
  return (
    <div className="part-missing" role="alert">
      <p>{translate("shared.part-missing")}</p>
      <Button
        icon="reset"
        onClick={({ currentTarget }) => {
          // The button goes; what is around it keeps the place in the page.
          currentTarget.closest<HTMLElement>("[tabindex]")?.focus();
          onRetry();
        }}
      >
        {translate("shell.broken.retry")}
      </Button>
      {onClose !== null && <Button onClick={onClose}>{translate("shared.close")}</Button>}
    </div>
  );
}
