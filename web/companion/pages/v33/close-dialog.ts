/** Bootstrap's opening animation takes 0.3 s; until it ends, a close is not heard. */
const AGAIN_AFTER_MS = 150;
const MOST_TRIES = 10;

/** Presses the dialog's own close button until the dialog is on its way out. */
export function closeDialog(dialog: Element, button: HTMLElement | null, triesLeft = MOST_TRIES): void {
  button?.click();
  setTimeout(() => {
    const isStillOpen = dialog.isConnected && dialog.classList.contains("show");
    if (isStillOpen && triesLeft > 1) closeDialog(dialog, button, triesLeft - 1);
  }, AGAIN_AFTER_MS);
}
