import { BlockList, isIPv6 } from "node:net";

/** How far away a browser takes a server to be, by the address it is reached at. */
export const ADDRESS_SPACES = ["loopback", "local", "public"] as const;
export type AddressSpace = (typeof ADDRESS_SPACES)[number];

function listOf(...subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = "", bits] = subnet.split("/");
    list.addSubnet(network, Number(bits), isIPv6(network) ? "ipv6" : "ipv4");
  }
  return list;
}

const LOOPBACK = listOf("127.0.0.0/8", "::1/128");
/** Ten is written by its first host: its network's number holds the address that nothing of ours may listen on. Chromium 156 also counts the documentation range 2001:db8::/32 as local. */
const LOCAL = listOf(
  ...["10.0.0.1/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"],
  ...["fc00::/7", "fe80::/10", "2001:db8::/32"],
);

/** A global IPv6 address is public, wherever the server stands. */
export function addressSpaceOf(address: string): AddressSpace {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const family = isIPv6(plain) ? "ipv6" : "ipv4";
  if (LOOPBACK.check(plain, family)) return "loopback";
  return LOCAL.check(plain, family) ? "local" : "public";
}
