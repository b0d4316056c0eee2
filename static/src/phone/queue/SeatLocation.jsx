import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { _, fill } from "../../shared/i18n/i18n.js";
import { WHERE_MAX } from "../../shared/limits.js";
import { usePhone } from "../phone.js";

/** Where one sits, for who likes to say it: the microphone and the facilitator find the way. */
export function SeatLocation() {
  const { slices, act } = usePhone();
  const { where } = slices.me;
  const [open, setOpen] = useState(false);
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), [open]);

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const words = field.current?.value.trim() ?? "";
    if (words !== where) act({ do: "say_where", words });
    setOpen(false);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!open) {
    return (
      <button class="seat-opener" ref={opener} onClick={() => setOpen(true)}>
        <Icon name="pin" />
        <span>
          {where
            ? fill(_("You sit here: {where}"), { where: <bdi>{where}</bdi> })
            : _("Say where you sit (optional)")}
        </span>
      </button>
    );
  }
  return (
    <form class="words-form" onSubmit={submit}>
      <label class="field-label" for="where">
        {_("Where you sit, so that the microphone finds you")}
      </label>
      <div class="name-row">
        <input
          class="field-input"
          id="where"
          name="where"
          maxLength={WHERE_MAX}
          autocomplete="off"
          enterkeyhint="done"
          placeholder={_("Row 5, left")}
          ref={field}
          defaultValue={where}
        />
        <button class="button">{_("Save")}</button>
      </div>
    </form>
  );
}
