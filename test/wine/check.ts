/** One thing that was looked at under Wine. */
export interface Check {
  readonly name: string;
  readonly expected: string;
  readonly seen: string | undefined;
}
