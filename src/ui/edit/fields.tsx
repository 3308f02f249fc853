import { useMemo, type ReactNode } from "react";
import { COUNTRY_CODES } from "#domain/country-codes.ts";
import { MOST } from "#domain/limits.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { Form } from "./use-form.ts";

interface FieldProps<Field extends string> {
  readonly form: Form<Field>;
  readonly field: Field;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

/** Label, control, help and problem, joined for screen readers. */
function Frame<Field extends string>({
  form,
  field,
  label,
  help,
  required = false,
  wide = false,
  children,
}: FieldProps<Field> & { readonly children: (control: ControlProps) => ReactNode }) {
  const { translate } = useAtlas();
  const id = form.elementId(field);
  const problem = form.problem(field);
  const described = [help === undefined ? null : `${id}-help`, problem === null ? null : `${id}-problem`].filter(
    (part) => part !== null,
  );
  return (
    <div className="edit-field" data-wide={wide}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="edit-required" aria-hidden="true">
            {" "}
            {translate("edit.required")}
          </span>
        )}
      </label>
      {children({
        id,
        className: "edit-control",
        required,
        "aria-invalid": problem !== null,
        "aria-describedby": described.length === 0 ? undefined : described.join(" "),
        onBlur: () => {
          form.leave(field);
        },
      })}
      {problem !== null && (
        <p id={`${id}-problem`} className="edit-problem">
          {translate(`edit.problem.${problem}`, { most: MOST.text })}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className="edit-help">
          {help}
        </p>
      )}
    </div>
  );
}

interface ControlProps {
  readonly id: string;
  readonly className: string;
  readonly required: boolean;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
  readonly onBlur: () => void;
}

interface TextFieldProps<Field extends string> extends FieldProps<Field> {
  readonly kind?: "text" | "figures" | "web-address" | "lines";
  readonly onPaste?: (text: string) => boolean;
}

/** A line, or for `lines` several, of text. `onPaste` says whether it took what was pasted. */
export function TextField<Field extends string>({ kind = "text", onPaste, ...props }: TextFieldProps<Field>) {
  const { form, field } = props;
  return (
    <Frame {...props}>
      {(control) =>
        kind === "lines" ? (
          <textarea
            {...control}
            rows={3}
            value={form.draft[field]}
            onChange={(event) => {
              form.set(only(field, event.target.value));
            }}
          />
        ) : (
          <input
            {...control}
            type="text"
            inputMode={kind === "web-address" ? "url" : undefined}
            autoComplete="off"
            spellCheck={kind === "text"}
            value={form.draft[field]}
            onChange={(event) => {
              form.set(only(field, event.target.value));
            }}
            onPaste={(event) => {
              if (onPaste?.(event.clipboardData.getData("text")) === true) event.preventDefault();
            }}
          />
        )
      }
    </Frame>
  );
}

interface ChoiceFieldProps<Field extends string> extends FieldProps<Field> {
  readonly values: readonly string[];
  /** Prefix of the messages that name the values. */
  readonly words: string;
  /** Something besides the field's own value that a choice changes. */
  readonly also?: (value: string) => Partial<Record<Field, string>>;
}

/** One value of a vocabulary, in words. An empty value is one not chosen yet. */
export function ChoiceField<Field extends string>({ values, words, also, ...props }: ChoiceFieldProps<Field>) {
  const { translate } = useAtlas();
  const { form, field } = props;
  return (
    <Frame {...props}>
      {(control) => (
        <select
          {...control}
          value={form.draft[field]}
          onChange={(event) => {
            const { value } = event.target;
            form.set({ ...also?.(value), ...only(field, value) });
          }}
        >
          {form.draft[field] === "" && <option value="">{translate("edit.choose")}</option>}
          {values.map((value) => {
            const key = `${words}.${value}`;
            return (
              <option key={value} value={value}>
                {isMessageKey(key) ? translate(key) : value}
              </option>
            );
          })}
        </select>
      )}
    </Frame>
  );
}

/** A country by its name, or none. */
export function CountryField<Field extends string>(props: FieldProps<Field>) {
  const { language, translate, format } = useAtlas();
  const { form, field } = props;
  const chosen = form.draft[field];
  const countries = useMemo(() => {
    const codes = chosen === "" || COUNTRY_CODES.includes(chosen) ? COUNTRY_CODES : [...COUNTRY_CODES, chosen];
    return codes
      .map((code) => ({ code, name: format.country(code) }))
      .sort((a, b) => a.name.localeCompare(b.name, language));
  }, [chosen, format, language]);
  return (
    <Frame {...props}>
      {(control) => (
        <select
          {...control}
          value={chosen}
          onChange={(event) => {
            form.set(only(field, event.target.value));
          }}
        >
          <option value="">{translate("edit.country-none")}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

function only<Field extends string>(field: Field, text: string): Partial<Record<Field, string>> {
  return { [field]: text } as Partial<Record<Field, string>>;
}
