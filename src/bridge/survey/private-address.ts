import { isIPv4 } from "node:net";

/** Networks that no router of the internet carries (RFC 1918, link-local), and this machine. */
const PRIVATE = /^(10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01]))\./;

/** Of a library's own network, as IPv4 text. */
export const isPrivateAddress = (address: string | undefined): boolean =>
  address !== undefined && isIPv4(address) && PRIVATE.test(address);
