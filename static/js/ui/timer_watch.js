/** The two moments of the timer that everybody is told of: one minute left, and the end with a sound. Draws nothing. */
import { useEffect, useRef } from "../../vendor/preact-htm-signals.js";
import { t } from "../core/i18n.js";
import { useClock } from "./timer_clock.js";
import { ring } from "./timer_sound.js";
/** @typedef {import("./state.js").App} App */

const MINUTE = 60;
const LATE = 120; // a tab that slept longer has missed the moment

/** @param {{app: App}} props */
export function TimerWatch({ app }) {
  const { session, live, sync } = app;
  const clock = useClock(app);
  const { timer } = live.board();
  const last = useRef({ left: 0, ends_at: "" });
  const told = useRef(""); // the clock may waver by a few milliseconds: nothing is said twice
  useEffect(() => {
    const before = last.current;
    last.current = { left: clock.left, ends_at: timer?.ends_at ?? "" };
    const counting = clock.state === "running" || clock.state === "over";
    if (!counting || before.ends_at !== timer.ends_at) return;
    if (before.left > MINUTE && clock.left <= MINUTE && clock.left > MINUTE - 10 && told.current !== `minute ${timer.ends_at}`) {
      told.current = `minute ${timer.ends_at}`;
      session.announce.value = t("timer.minute_left");
    }
    if (clock.left === 0 && clock.lock) live.again("board"); // what may be done has changed without a word from the server
    if (before.left > 0 && clock.left === 0 && told.current !== timer.ends_at && sync.serverNow() - Date.parse(timer.ends_at) < LATE * 1000) {
      told.current = timer.ends_at;
      session.toast.value = { text: t(clock.lock && session.role.peek() !== "facilitator" ? "timer.ended_locked" : "timer.ended") };
      ring();
    }
  }, [clock.state, clock.left, timer?.ends_at]);
  return null;
}
