import { useEffect } from "preact/hooks";
import { announce } from "../../shared/ui/Announce.jsx";
import { Icon } from "../../shared/ui/Icon.jsx";
import { runningMs } from "../../shared/time/clock.js";
import { useNow } from "../../shared/ui/hooks.js";
import { _ } from "../../shared/i18n/i18n.js";
import { ActionButton } from "../ui/ActionButton.jsx";
import { HoldButton } from "../ui/HoldButton.jsx";
import { holdsNextPart, shortcutOf, signOf } from "../keyboard/key-lookup.js";
import { nudgeWords } from "./nudges.js";

/** One hint at a time, with one remedy; it can be dismissed. @param {{desk: import("../desk/desk.js").Desk}} props */
export function Nudge({ desk }) {
  useNow();
  const { nudge } = desk;
  const words = nudge && nudgeWords(nudge, runningMs(desk.slices.clock));
  useEffect(() => {
    if (words) announce(_("{text}. N: {remedy}", words));
  }, [nudge?.key]);
  if (!nudge || !words) return null;
  const hold = nudge.do === "begin_phase" && holdsNextPart(desk.slices);
  return (
    <div class="nudge" role="group" aria-label={_("Hint")}>
      <Icon name="clock" />
      <span>{words.text}</span>
      <HoldButton desk={desk} action="remedy" hold={hold} shortcut={shortcutOf("remedy")} class="button button-small">
        <span class="button-label">{words.remedy}</span>
        <kbd aria-hidden="true">{hold ? _("hold N") : signOf("remedy")}</kbd>
      </HoldButton>
      {nudge.code === "part_over" && <ActionButton desk={desk} action="extend" label={_("+ 5 min")} />}
      <button type="button" class="icon-button" aria-label={_("Not now")} onClick={() => desk.wave(nudge)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
