import { Name } from "../../shared/ui/Name.jsx";
import { Reading } from "../../shared/ui/Reading.jsx";
import { _, fill } from "../../shared/i18n/i18n.js";
import { GROUP_MAX, NAME_MAX } from "../../shared/limits.js";
import { Credit } from "./Credit.jsx";
import { Forget } from "./Forget.jsx";
import { PersonalData } from "./PersonalData.jsx";
import { OwnPoints } from "../takeaways/OwnPoints.jsx";
import { ActionFooter } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { KnownSection } from "../known/KnownSection.jsx";
import { WordsSection } from "./RecoveryWords.jsx";
import { SeatLocation } from "../queue/SeatLocation.jsx";

/** @typedef {import("../../wire").Label} Label */

/** Oneself: the name, what is held, and the way to be forgotten. */
export function You() {
  const { slices, go } = usePhone();
  const { me } = slices;
  if (!me.label) return null;
  return (
    <>
      <main class="phone-main you">
        <h1 class="question" tabIndex={-1}>
          <Name of={me.label} />
        </h1>
        <Rename label={me.label} />
        {(slices.rules.order === "alternate_groups" || me.group) && <Group me={me} />}
        <WordsSection />
        {slices.session.state !== "closed" && <SeatLocation />}
        <KnownSection />
        <Credit />
        <OwnPoints />
        <Reading />
        <PersonalData />
        <Forget />
      </main>
      <ActionFooter>
        <button class="big-button is-paper" onClick={() => go("bowl")}>
          {_("Back to the session")}
        </button>
      </ActionFooter>
    </>
  );
}

/** @param {{label: Label}} props */
function Rename({ label }) {
  const { act, tell } = usePhone();

  /** @param {SubmitEvent} event */
  const rename = async (event) => {
    event.preventDefault();
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("name")).trim();
    const ack = await act({ do: "rename_person", person: label.id, name });
    if (ack.ok) tell(_("Your name is changed everywhere."));
  };
  return (
    <form class="field" onSubmit={rename}>
      <label class="field-label" for="own-name">
        {_("Your name")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="own-name"
          name="name"
          key={label.name}
          defaultValue={label.name}
          maxLength={NAME_MAX}
          autocomplete="given-name"
          enterkeyhint="done"
          aria-describedby="own-name-hint"
        />
        <button class="button">{_("Change")}</button>
      </div>
      <p class="field-hint" id="own-name-hint">
        {shownAs(label)}
      </p>
    </form>
  );
}

/**
 * The group one speaks for: asked only while groups take turns, or to take it back.
 *
 * @param {{me: import("../../wire").MeSlice}} props
 */
function Group({ me }) {
  const { act, tell } = usePhone();

  /** @param {SubmitEvent} event */
  const choose = async (event) => {
    event.preventDefault();
    const group = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("group")).trim();
    const ack = await act({ do: "set_group", person: me.person, group });
    if (ack.ok) tell(group ? _("Your group is set.") : _("You speak for no group."));
  };
  return (
    <form class="field" onSubmit={choose}>
      <label class="field-label" for="own-group">
        {_("Your group, if you like")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="own-group"
          name="group"
          key={me.group}
          defaultValue={me.group}
          maxLength={GROUP_MAX}
          autocomplete="off"
          enterkeyhint="done"
          aria-describedby="own-group-hint"
        />
        <button class="button">{_("Set")}</button>
      </div>
      <p class="field-hint" id="own-group-hint">
        {_("Groups take turns. Only the facilitator sees it.")}
      </p>
    </form>
  );
}

/** How others see the person, where that differs from the own name. @param {Label} label */
function shownAs(label) {
  const name = <Name of={label} />;
  if (!label.name) return fill(_("Your name is hidden in the room. Others see {name}."), { name });
  if (label.twin > 1) return fill(_("There are others of that name here, so they see {name}."), { name });
  return _("The room sees it when you ask for a chair.");
}
