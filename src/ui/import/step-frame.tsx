import { useEffect, useRef, type ReactNode } from "react";

export interface StepFrameProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The ways on and back, always in sight. */
  readonly actions?: ReactNode;
}

/** One step of the import. Its heading takes the focus when the step begins. */
export function StepFrame({ title, children, actions }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="import-step" aria-label={title}>
      <div className="import-body">
        <h3 ref={heading} className="import-heading" tabIndex={-1}>
          {title}
        </h3>
        {children}
      </div>
      {actions !== undefined && <div className="import-actions">{actions}</div>}
    </section>
  );
}
