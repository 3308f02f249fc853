/** Faces of map labels: CSS family names; the first one's last word gives the weight, the second is the face itself. */
export const LABEL_FONT = ["IBM Plex Sans Regular", "IBM Plex Sans"];
export const LABEL_FONT_MEDIUM = ["IBM Plex Sans Medium", "IBM Plex Sans"];
export const LABEL_FONT_SEMIBOLD = ["IBM Plex Sans SemiBold", "IBM Plex Sans"];

/** The same faces as CSS font shorthands, for loading them before the first label is drawn. */
export const LABEL_FACES = ["400 24px 'IBM Plex Sans'", "500 24px 'IBM Plex Sans'", "600 24px 'IBM Plex Sans'"];
/** Letters of every subset that European names need; loading a face for them loads these subsets. */
export const LABEL_SAMPLE = "Aaé ŁłőűžšđğșțŽ";
