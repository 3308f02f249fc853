/** Whether two addresses are of one server, whatever their protocol, port, path and capitals; `false` where one is no address. */
export function isSameServer(address: string, other: string): boolean {
  const name = serverName(address);
  return name !== null && name === serverName(other);
}

function serverName(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return hostname === "" ? null : hostname.replace(/\.$/, "");
}
