import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { BlockList, isIPv6 } from "node:net";

/**
 * The API counts failed sign-ins by address, and Next passes on whatever `X-Forwarded-For` a browser sends. So a stranger from
 * outside gets the address of their own connection; a reverse proxy, which stands in a private network, is believed.
 */
export function tellTrueAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const claimed = request.headers["x-forwarded-for"];
    const address = trueAddress(request.socket.remoteAddress, Array.isArray(claimed) ? claimed.join(", ") : claimed);
    if (address !== undefined) request.headers["x-forwarded-for"] = address;
  });
}

/** Undefined when neither is known. */
export function trueAddress(peer: string | undefined, claimed: string | undefined): string | undefined {
  if (peer === undefined || isPrivate(peer)) return claimed ?? peer;
  return peer;
}

function isPrivate(peer: string): boolean {
  return PRIVATE.check(peer, isIPv6(peer) ? "ipv6" : "ipv4");
}

// Node also finds an IPv4 address that is written as IPv6 (::ffff:10.0.0.1) in the IPv4 networks.
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  PRIVATE.addSubnet(network, bits, "ipv4");
}
PRIVATE.addAddress("::1", "ipv6");
PRIVATE.addSubnet("fc00::", 7, "ipv6");
PRIVATE.addSubnet("fe80::", 10, "ipv6");
