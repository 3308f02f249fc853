import { readFileSync } from "node:fs";
import { NAME_LANGUAGES } from "#data/osm/tag-table.ts";
import type { TaggingPresets, TaggingSchema, TaggingWords } from "./osm-tag-table.ts";
import { TAGGING_PRESETS, taggingWordsFile } from "./package-files.ts";

/** The installed tagging schema, with its words in the languages of the tag table. */
export function readTaggingSchema(): TaggingSchema {
  const words = NAME_LANGUAGES.map((language) => {
    const file = JSON.parse(readFileSync(taggingWordsFile(language), "utf8")) as Record<
      string,
      { presets: TaggingWords }
    >;
    return [language, file[language]?.presets ?? { presets: {}, fields: {} }] as const;
  });
  return {
    presets: JSON.parse(readFileSync(TAGGING_PRESETS, "utf8")) as TaggingPresets,
    words: Object.fromEntries(words),
  };
}
