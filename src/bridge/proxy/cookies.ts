const NEEDS_SECURE = /^__(Host|Secure)-/i;

/**
 * A cookie of INLISLite for the proxy's name. No Domain: the browser then keeps it to `inlis.localhost`, and sends it to no
 * other localhost page. No Secure, as the proxy speaks http. A Path inside INLISLite's own folder becomes the whole name,
 * because 3.3 in a sub-folder posts its login outside of it.
 */
export function cookieFor(home: string, cookie: string): string {
  const [pair = "", ...attributes] = cookie.split(";");
  const keepsSecure = NEEDS_SECURE.test(pair.trim());
  const kept = attributes.flatMap((attribute) => {
    const [name = "", ...rest] = attribute.split("=");
    const value = rest.join("=").trim();
    switch (name.trim().toLowerCase()) {
      case "domain":
      case "partitioned":
        return [];
      case "secure":
        return keepsSecure ? [attribute] : [];
      case "samesite":
        // None without Secure would be thrown away.
        return value.toLowerCase() === "none" && !keepsSecure ? [" SameSite=Lax"] : [attribute];
      case "path":
        return home.startsWith(value) ? [" Path=/"] : [attribute];
      default:
        return [attribute];
    }
  });
  return [pair, ...kept].join(";");
}
