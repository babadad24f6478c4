interface Addressed {
  readonly name: string;
  readonly library: string;
}

/** The library's own text with whom it is for and whom it is from. Other braces stay as they are. */
export const filled = (text: string, { name, library }: Addressed): string =>
  text.replaceAll("{nama}", () => name).replaceAll("{perpustakaan}", () => library);
