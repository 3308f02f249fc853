import { Component, type ReactNode } from "react";
import type { Translate } from "#i18n/translate.ts";
import { Button } from "../shared/button.tsx";

export interface ErrorBoundaryProps {
  readonly translate: Translate;
  /** Another value gives the children a new try. */
  readonly attempt?: string;
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly broken: boolean;
  readonly attempt: string | undefined;
}

/** Keeps a bug in one part of the page from taking the rest down, and offers a way out. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: false, attempt: this.props.attempt };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { broken: true };
  }

  static getDerivedStateFromProps(
    props: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): Partial<ErrorBoundaryState> | null {
    return props.attempt === state.attempt ? null : { broken: false, attempt: props.attempt };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { translate } = this.props;
    return (
      <div className="shell-broken" role="alert">
        <p className="shell-broken-title">{translate("shell.broken")}</p>
        <p>{translate("shell.broken.words")}</p>
        <div className="shell-broken-ways">
          <Button
            onClick={() => {
              this.setState({ broken: false });
            }}
          >
            {translate("shell.broken.retry")}
          </Button>
          <Button
            onClick={() => {
              location.reload();
            }}
          >
            {translate("shell.broken.reload")}
          </Button>
          <Button
            onClick={() => {
              // eslint-disable-next-line no-restricted-syntax -- to the page itself
              location.assign(location.pathname);
            }}
          >
            {translate("shell.broken.anew")}
          </Button>
        </div>
      </div>
    );
  }
}
