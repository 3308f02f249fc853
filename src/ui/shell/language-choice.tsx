import { isLanguage, LANGUAGES, type Language } from "#domain/language.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";

/** The language of the page; each is named in itself, so that it is found by those who read no other. */
export function LanguageChoice() {
  const { actions, language, translate } = useAtlas();
  return (
    <span className="shell-language">
      <Icon name="globe" />
      <span className="shell-language-code" aria-hidden="true">
        {language}
      </span>
      <select
        className="shell-language-choice"
        aria-label={translate("shell.language")}
        title={translate("shell.language")}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) actions.setLanguage(target.value);
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageName(each)}
          </option>
        ))}
      </select>
    </span>
  );
}

/** A language in itself: "Deutsch", "Magyar". */
export function languageName(language: Language): string {
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
