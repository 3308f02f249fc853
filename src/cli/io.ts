/** Where a command writes; Node's streams, or a collector in tests. */
export interface Output {
  write(text: string): unknown;
  on?(event: "error", listener: (error: Error) => void): unknown;
}

export interface CommandIo {
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Exit statuses. */
export const DONE = 0;
export const DATA_ERRORS = 1;
export const WRONG_USAGE = 2;

/** Lets a reader such as `head` close the pipe before everything is written. */
export function tolerateClosedPipe(output: Output): void {
  output.on?.("error", (error) => {
    if (!("code" in error && error.code === "EPIPE")) throw error;
  });
}
