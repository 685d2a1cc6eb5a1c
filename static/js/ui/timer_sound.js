/** The sound at the end of the time: two soft tones made here, unless this device is muted. */
import { signal } from "../../vendor/preact-htm-signals.js";
import { remember } from "./state.js";

const TONES = [[0, 660], [0.28, 880]];
const LASTS = 0.5;

/** "on" or "off", for this device. @type {any} */
export const sound = signal("on");
remember("timer-sound", sound, (value) => value === "on" || value === "off");

/** Silent where nobody has touched the page yet: browsers refuse sound there and complain. */
export function ring() {
  if (sound.peek() === "off" || !navigator.userActivation?.hasBeenActive || typeof AudioContext === "undefined") return;
  const audio = new AudioContext();
  for (const [after, pitch] of TONES) tone(audio, audio.currentTime + after, pitch);
  setTimeout(() => void audio.close(), 2000);
}

/** @param {AudioContext} audio @param {number} at @param {number} pitch */
function tone(audio, at, pitch) {
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + LASTS);
  source.connect(volume).connect(audio.destination);
  source.start(at);
  source.stop(at + LASTS);
}
