export type IndicatorId =
  | "evenness"
  | "effective_categories"
  | "multifunctional_gain"
  | "sufficient_reach"
  | "firmness"
  | "residents";
