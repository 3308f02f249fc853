/** Why an address is not asked: a host that holds placeholders could not be named before. */
export type AskFault = "no-address" | "credentials" | "host" | "not-secure";

/**
 * What keeps an address on the web, with placeholders behind its host, from being asked; `null` where nothing does.
 * @param isSecure whether the page came by https, so that browsers refuse it what does not
 */
export function findAskFault(address: string, isSecure: boolean): AskFault | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return "no-address";
  const { protocol, username, password, host, hostname } = new URL(address);
  if (username !== "" || password !== "") return "credentials";
  if (/[{}]/.test(host)) return "host";
  // Of this device itself even a secure page may ask so.
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return isSecure && protocol === "http:" && !isHere ? "not-secure" : null;
}
