import { Icon } from "../shared/ui/Icon.jsx";
import { formatClock } from "../shared/time/clock.js";
import { useRoom } from "../shared/ui/hooks.js";
import { _ } from "../shared/i18n/i18n.js";
import { jump } from "./keys.js";
import { Marks } from "./Marks.jsx";
import { SPEEDS } from "./player.js";

/** @typedef {{href: string, label: string}} Way where one goes from here */

/**
 * Play, where it stands, how fast, and from topic to topic.
 *
 * @param {{player: import("./player.js").Player, way: Way}} props
 */
export function Controls({ player, way }) {
  useRoom(player);
  const { tape, runMs, isPlaying, speed } = player;
  const told = _("{now} of {length}", { now: formatClock(runMs), length: formatClock(tape.length_ms) });
  return (
    <section class="replay-bar" aria-label={_("Player")}>
      <button type="button" class="replay-button replay-play" aria-keyshortcuts="Space" onClick={() => player.toggle()}>
        <Icon name={isPlaying ? "pause" : "play"} />
        {isPlaying ? _("Pause") : _("Play")}
      </button>
      <div class="replay-track">
        <Marks tape={tape} />
        <input
          class="replay-slider"
          type="range"
          min={0}
          max={tape.length_ms}
          step="any"
          value={runMs}
          aria-label={_("Where in the session")}
          aria-valuetext={told}
          onInput={(event) => player.seek(Number(event.currentTarget.value))}
        />
      </div>
      <p class="replay-time">{told}</p>
      {tape.chapters.length > 0 && (
        <div class="replay-jumps" role="group" aria-label={_("From topic to topic")}>
          <button type="button" class="replay-button" aria-keyshortcuts="PageUp" onClick={() => jump(player, -1)}>
            {_("Topic before")}
          </button>
          <button type="button" class="replay-button" aria-keyshortcuts="PageDown" onClick={() => jump(player, 1)}>
            {_("Next topic")}
          </button>
        </div>
      )}
      <label class="replay-speed">
        <span>{_("Speed")}</span>
        <select value={speed} onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}>
          {SPEEDS.map((times) => (
            <option key={times} value={times}>
              {_("{times}×", { times })}
            </option>
          ))}
        </select>
      </label>
      <a class="replay-back" href={way.href}>
        {way.label}
      </a>
    </section>
  );
}
