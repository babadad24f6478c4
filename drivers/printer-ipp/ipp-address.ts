/** Where a printer or a queue is asked, and by which name it knows itself. */
export interface IppAddress {
  readonly url: URL;
  /** The file of a server that listens on no port. */
  readonly socketPath: string | undefined;
  /** What `printer-uri` of each request says. */
  readonly printerUri: string;
}

/** Of IPP, with and without TLS (RFC 8010 section 3.3, RFC 7472). */
const IPP_PORT = "631";

/** `http+unix:` is how other programs write a path in the place of a host. */
const IN_A_FILE = /^http\+unix:\/\/(%2F[^/]+)(\/.*)?$/i;

/** `ipp://host/ipp/print`, `ipps://…`, `http://localhost:631/printers/NAME` or `http+unix://%2Frun%2Fcups%2Fcups.sock/printers/NAME`. */
export function addressOf(uri: string): IppAddress {
  const [, file, path = "/"] = IN_A_FILE.exec(uri) ?? [];
  if (file !== undefined) {
    // CUPS looks at the host that it is called by, and takes no other name on its socket.
    return {
      url: new URL(path, "http://localhost"),
      socketPath: decodeURIComponent(file),
      printerUri: `ipp://localhost${path}`,
    };
  }
  const url = new URL(uri.replace(/^ipp(s?):/, "http$1:"));
  if (uri.startsWith("ipp") && url.port === "") url.port = IPP_PORT;
  return { url, socketPath: undefined, printerUri: url.href.replace(/^http/, "ipp") };
}
