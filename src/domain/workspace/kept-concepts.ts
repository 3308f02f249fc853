import { isConcept } from "../options/concept-shape.ts";
import { isEditOf } from "./kept-shapes.ts";

/** Apart from the shapes of records, which whoever looks at sites needs at once. */
export const isConceptEdit = isEditOf(isConcept);
