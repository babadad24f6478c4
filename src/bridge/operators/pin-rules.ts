const FEWEST_DIGITS = 3;

/** Whether a PIN is among those that are tried first: few different digits, a run up or down, or a block that repeats. */
export function isEasyPin(pin: string): boolean {
  return new Set(pin).size < FEWEST_DIGITS || isRun(pin) || isRepeated(pin);
}

/** 123456, 876543, and over the end of the row: 678901. */
function isRun(pin: string): boolean {
  const steps = new Set(
    [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10),
  );
  const [step] = steps;
  return steps.size === 1 && (step === 1 || step === 9);
}

/** 121212, 123123, 112112. */
function isRepeated(pin: string): boolean {
  for (let length = 1; length <= pin.length / 2; length++) {
    const block = pin.slice(0, length);
    if (pin.length % length === 0 && block.repeat(pin.length / length) === pin) return true;
  }
  return false;
}
