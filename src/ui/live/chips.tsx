import type { ReactNode } from "react";

/** A question with few answers, side by side. */
export function Chips({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="live-chips">
      <legend>{title}</legend>
      <div>{children}</div>
    </fieldset>
  );
}

interface ChipProps {
  /** Of a question with one answer: what its radio buttons are called together; without it each can be ticked. */
  readonly name?: string;
  readonly words: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Chip({ name, words, checked, onChange }: ChipProps) {
  return (
    <label className="live-chip">
      <input
        {...(name === undefined ? { type: "checkbox" } : { type: "radio", name })}
        checked={checked}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      <span>{words}</span>
    </label>
  );
}
