import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _ } from "../../shared/i18n/i18n.js";
import { DoorPanel } from "../door/DoorPanel.jsx";
import { GettingIn } from "../door/GettingIn.jsx";
import { KeyList } from "../keyboard/KeyList.jsx";
import { NamesPanel } from "../people/list/NamesPanel.jsx";
import { MorePanel } from "../remote/MorePanel.jsx";
import { OrderPanel } from "../queue/OrderPanel.jsx";
import { PeoplePanel } from "../people/PeoplePanel.jsx";
import { QueueContents } from "../queue/QueueRail.jsx";
import { RulesPanel } from "../settings/RulesPanel.jsx";
import { RunPanel } from "../run/RunPanel.jsx";
import { SettingsPanel } from "../settings/SettingsPanel.jsx";
import { TimelinePanel } from "../floor/TimelinePanel.jsx";
import { TopicsContents } from "../topics/TopicsRail.jsx";

/**
 * @import {Desk, Panel as PanelName} from "../desk/desk.js"
 */

const CONTENTS = {
  people: PeoplePanel,
  names: NamesPanel,
  door: DoorPanel,
  getting_in: GettingIn,
  rules: RulesPanel,
  run: RunPanel,
  settings: SettingsPanel,
  keys: KeyList,
  order: OrderPanel,
  timeline: TimelinePanel,
  more: MorePanel,
  queue: QueueContents,
  topics: TopicsContents,
};

/** @type {Record<PanelName, () => string>} */
const TITLES = {
  people: () => _("In the room"),
  names: () => _("Names from a list"),
  door: () => _("At the door"),
  getting_in: () => _("Getting in"),
  rules: () => _("Rules of the bowl"),
  settings: () => _("Settings"),
  run: () => _("Run of show"),
  keys: () => _("All keys"),
  order: () => _("Who is called next?"),
  timeline: () => _("Timeline"),
  more: () => _("More"),
  queue: () => _("Queue"),
  topics: () => _("Topics"),
};

/**
 * What was opened stands in the place of the topics and covers nothing; keys keep their meaning.
 * @param {{desk: Desk, name: PanelName}} props
 */
export function Panel({ desk, name }) {
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const panel = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    const before = document.activeElement;
    const field = panel.current?.querySelector("[data-first]");
    (field instanceof HTMLElement ? field : heading.current)?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [name]);
  const Contents = CONTENTS[name];
  return (
    <aside class="rail panel" ref={panel} aria-labelledby="panel-title">
      <h2 id="panel-title" ref={heading} tabIndex={-1}>
        {TITLES[name]()}
        <button
          type="button"
          class="icon-button"
          aria-label={_("Close: {title}", { title: TITLES[name]() })}
          onClick={() => desk.set({ panel: null })}
        >
          <Icon name="close" />
        </button>
      </h2>
      <Contents desk={desk} />
    </aside>
  );
}
