const HIDDEN = "•••";

/** `r•••@g•••.com`: the first letters and the last label, as the log may keep it. */
export function maskedAddress(email: string): string {
  const at = email.lastIndexOf("@");
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const dot = domain.lastIndexOf(".");
  return `${first(local)}${HIDDEN}@${first(domain)}${HIDDEN}${domain.slice(dot)}`.slice(0, 80);
}

const first = (text: string): string => [...text][0] ?? "";
