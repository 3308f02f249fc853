/** The smallest number of actors that, added within the reach, makes the verdict pass; all 0 where it passes. */
export interface AddedActors {
  readonly creative: number;
  readonly trade: number;
  readonly service: number;
  /** Of whichever sector. */
  readonly any: number;
  /** Sum of the four. */
  readonly total: number;
  /** Which of the two conditions is met with so few: creative actors alone, or all together. */
  readonly by: "alone" | "together";
}
