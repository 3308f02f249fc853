import type { OpenReport } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
export function isProject(_file: File): Promise<boolean> {
  return Promise.resolve(false);
}
export function openProject(_host: ActionHost, _file: File): Promise<OpenReport> {
  throw new Error("later");
}
export function saveProject(_host: ActionHost): Promise<void> {
  throw new Error("later");
}
