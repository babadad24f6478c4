import { Type } from "typebox";
import { RESTART, section } from "./section.ts";

/** An address without user, query or fragment. What else is wrong with it, meaning.ts says. */
const Address = { pattern: "^https?://[^/?#@\\s]+(/[^?#\\s]*)?$", maxLength: 300 } as const;

export const ProxySection = section(
  {
    enabled: Type.Boolean({
      default: false,
      ...RESTART,
      description:
        "Show INLISLite through Titian at `http://inlis.localhost:<server.port>`, with the companion added to its pages.",
    }),
    url: Type.Optional(
      Type.String({
        "x-server": true,
        ...Address,
        ...RESTART,
        description:
          "INLISLite's address as staff type it, sub-folder included: `http://192.168.1.10/inlislite3/`.",
      }),
    ),
    aliases: Type.Array(
      Type.String({
        ...Address,
        description: "Scheme, name and port; a folder is not looked at.",
      }),
      {
        default: [],
        maxItems: 5,
        ...RESTART,
        description:
          "Other addresses by which INLISLite calls itself in its pages, such as the one in its own `baseURL`.",
      },
    ),
    ca: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        ...RESTART,
        description:
          "For https: PEM file of the authority, or of the server's own certificate, to be trusted.",
      }),
    ),
    fingerprint: Type.Optional(
      Type.String({
        pattern: "^([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}$",
        ...RESTART,
        description:
          "For https with a certificate that no authority vouches for: its SHA-256 fingerprint. Only that certificate is then accepted.",
      }),
    ),
    cdn: Type.Boolean({
      default: true,
      ...RESTART,
      description:
        "Serve the libraries that INLISLite's pages load from the internet from copies in Titian, so that they work offline.",
    }),
    maxUploadMb: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 4096,
        ...RESTART,
        description:
          "Larger uploads are refused before they are sent. Left out: only INLISLite's own limits.",
      }),
    ),
  },
  "INLISLite's own pages, shown through Titian.",
);
