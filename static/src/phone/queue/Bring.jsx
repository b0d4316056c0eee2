import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { kindText } from "../../shared/method/request-kinds.js";
import { WORDS_MAX } from "../../shared/limits.js";
import { KINDS } from "../words.js";

/** @typedef {import("../../wire").MyRequest} MyRequest */
/** @typedef {Pick<MyRequest, "kind" | "words">} Wish */

/**
 * What one wants to bring; changing it keeps the place.
 *
 * @param {{request: MyRequest, writing: boolean, setWriting: (open: boolean) => void}} props
 *   `writing`: whether the words are being written
 */
export function Bring({ request, writing, setWriting }) {
  const { act } = usePhone();
  const { kind, words } = request;
  // Shown at once, so that a second change builds on the first; what the server says comes after.
  const [wish, setWish] = useState(/** @type {Wish} */ ({ kind, words }));
  useEffect(() => setWish({ kind, words }), [kind, words]);

  /** @param {Partial<Wish>} part */
  const change = async (part) => {
    const next = { ...wish, ...part };
    setWish(next);
    // Words to be read aloud are written first.
    if (next.kind === "read_aloud" && !next.words) return setWriting(true);
    const ack = await act({ do: "change_request", request: request.request, ...next });
    if (!ack.ok) setWish({ kind, words });
  };
  return (
    <div class="bring">
      <fieldset class="kinds">
        <legend>{_("You want to bring")}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="kind"
              checked={one === wish.kind}
              onChange={() => change({ kind: one })}
            />
            <span>{kindText(one)}</span>
          </label>
        ))}
      </fieldset>
      <Words wish={wish} keep={(words) => change({ words })} open={writing} setOpen={setWriting} />
    </div>
  );
}

/**
 * The point in a few words, for who likes; only the facilitator reads it, unless it is read aloud.
 *
 * @param {object} props
 * @param {Wish} props.wish
 * @param {(words: string) => void} props.keep
 * @param {boolean} props.open
 * @param {(open: boolean) => void} props.setOpen
 */
function Words({ wish: { kind, words }, keep, open, setOpen }) {
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), [open]);

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    const written = field.current?.value.trim() ?? "";
    if (!written && kind === "read_aloud") return field.current?.focus();
    setOpen(false);
    keep(written);
    requestAnimationFrame(() => opener.current?.focus());
  };
  if (!open) {
    return (
      <button class="words-opener" ref={opener} onClick={() => setOpen(true)}>
        {words ? <bdi>{words}</bdi> : _("Say it in a few words (optional)")}
      </button>
    );
  }
  return (
    <form class="words-form" onSubmit={submit}>
      <label class="field-label" for="words">
        {kind === "read_aloud"
          ? _("In your words, to be read to the room")
          : _("In a few words, for the facilitator")}
      </label>
      <textarea
        class="field-input"
        id="words"
        name="words"
        rows={2}
        maxLength={WORDS_MAX}
        ref={field}
        defaultValue={words}
      />
      <button class="button">{_("Save")}</button>
    </form>
  );
}
