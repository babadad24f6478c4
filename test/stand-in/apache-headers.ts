/**
 * What the .htaccess of 3.3 makes Apache send with everything, errors and static files too. The facts give the directives up
 * to `worker-src`; `style-src` and `font-src` follow from the style sheets and fonts that its pages load.
 */
const CDNS = "https://cdnjs.cloudflare.com https://cdn.jsdelivr.net https://cdn.tiny.cloud";

const CONTENT_SECURITY_POLICY = [
  "default-src 'self' data: blob:",
  `script-src 'self' 'unsafe-inline' 'unsafe-eval' ${CDNS} https://js.hcaptcha.com https://*.hcaptcha.com`,
  `style-src 'self' 'unsafe-inline' ${CDNS} https://fonts.googleapis.com https://*.hcaptcha.com`,
  `font-src 'self' data: ${CDNS} https://fonts.gstatic.com`,
  "img-src 'self' data: blob: https: http:",
  "connect-src 'self' https: blob:",
  "frame-src 'self' https:",
  "worker-src 'self' blob:",
].join("; ");

export const APACHE_HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(self), microphone=(), sync-xhr=()",
};
