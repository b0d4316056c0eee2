import { _, nameOf } from "../../shared/i18n/i18n.js";
import { GROUP_MAX } from "../../shared/limits.js";

/**
 * For whom somebody speaks, while groups take turns: for people without a phone.
 *
 * @param {{desk: import("../desk/desk.js").Desk, item: import("../../wire").QueueItem}} props
 */
export function GroupField({ desk, item: { person, group } }) {
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const typed = String(new FormData(form).get("group")).trim();
    if (typed !== group) desk.send({ do: "set_group", person: person.id, group: typed });
  };
  return (
    <form class="rename" onSubmit={submit}>
      <input
        class="field-input"
        name="group"
        key={group}
        defaultValue={group}
        maxLength={GROUP_MAX}
        autocomplete="off"
        aria-label={_("Group of {name}", { name: nameOf(person) })}
        placeholder={_("Group")}
      />
      <button type="submit" class="button button-small">
        {_("Set")}
      </button>
    </form>
  );
}
