/** Signs by which a page of either version is known before anybody has logged in; undefined for any other page. */
export function versionOf({
  headers,
  body,
}: {
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  readonly body: string;
}): "3.2" | "3.3" | undefined {
  const cookies = (headers["set-cookie"] ?? []).map((cookie) => cookie.split("=")[0]);
  if (cookies.some((name) => name === "backendSession" || name === "_backendInlislite")) return "3.2";
  if (/name="csrf-param" content="_(backend)?Inlislite"/i.test(body)) return "3.2";
  if (cookies.includes("ci_session") || /name="csrf_test_name"/.test(body)) return "3.3";
  return undefined;
}
