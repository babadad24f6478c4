import { type Signal, signal } from "@preact/signals";

const KEPT_AS = "titian.screen.sound";
/** Two soft tones, the lower one second, as at a railway station: Hz and seconds. */
const TONES = [
  { hz: 659.25, fromS: 0 },
  { hz: 523.25, fromS: 0.38 },
] as const;
const TONE_S = 0.9;
/** Heard in a reading room, and startling nobody: 0 to 1. */
const LOUDNESS = 0.16;

/** A tone of our own at every call. Off until somebody switches it on; everything it says is on the screen too. */
export class Chime {
  readonly isOn: Signal<boolean> = signal(stored());
  /** The browser gives no sound before somebody has touched the page once. */
  readonly isHeld: Signal<boolean> = signal(false);
  #audio: AudioContext | undefined;

  /** By a hand on the screen: only then may the browser let it be heard. */
  async switchTo(isOn: boolean): Promise<void> {
    this.isOn.value = isOn;
    store(isOn);
    if (isOn) await this.ring();
  }

  async ring(): Promise<void> {
    if (!this.isOn.peek()) return;
    this.#audio ??= new AudioContext();
    const audio = this.#audio;
    // Without a gesture it stays suspended, and the promise stays open until there is one.
    if (audio.state === "suspended") void audio.resume().catch(() => undefined);
    await Promise.resolve();
    this.isHeld.value = audio.state === "suspended";
    if (this.isHeld.value) return;
    for (const { hz, fromS } of TONES) tone(audio, hz, audio.currentTime + fromS);
  }
}

function tone(audio: AudioContext, hz: number, atS: number): void {
  const source = new OscillatorNode(audio, { type: "sine", frequency: hz });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, atS);
  volume.gain.linearRampToValueAtTime(LOUDNESS, atS + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, atS + TONE_S);
  source.connect(volume).connect(audio.destination);
  source.start(atS);
  source.stop(atS + TONE_S);
}

/** A browser may forbid storage; the choice then lasts as long as the page. */
function stored(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) === "on";
  } catch {
    return false;
  }
}

function store(isOn: boolean): void {
  try {
    localStorage.setItem(KEPT_AS, isOn ? "on" : "off");
  } catch {
    // Nothing to answer: the choice holds for this page.
  }
}
