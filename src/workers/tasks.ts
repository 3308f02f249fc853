/** One task of a worker. */
interface Task {
  readonly params: unknown;
  readonly result: unknown;
  /** What it tells while it runs; absent where it tells nothing. */
  readonly progress?: unknown;
}

/** The tasks of a worker, by name. */
export type TaskList<T> = Record<keyof T, Task>;

export type ProgressOf<T> = T extends { readonly progress: infer P } ? P : never;
