import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { _ } from "../lib/i18n.js";
import { usePhone } from "./phone.js";
import { KINDS, kindText } from "./words.js";

/** @typedef {import("../wire").MyRequest} MyRequest */
/** @typedef {Pick<MyRequest, "kind" | "words">} Wish */

const WORDS_MAX = 280;

/** What one wants to bring; changing it keeps the place. @param {{request: MyRequest}} props */
export function Bring({ request }) {
  const { act } = usePhone();
  const { kind, words } = request;
  // Shown at once, so that a second change builds on the first; what the server says comes after.
  const [wish, setWish] = useState(/** @type {Wish} */ ({ kind, words }));
  useEffect(() => setWish({ kind, words }), [kind, words]);

  /** @param {Partial<Wish>} part */
  const change = async (part) => {
    const next = { ...wish, ...part };
    setWish(next);
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
      <Words words={wish.words} keep={(words) => change({ words })} />
    </div>
  );
}

/**
 * The point in a few words, for who likes; only the facilitator reads it.
 *
 * @param {{words: string, keep: (words: string) => void}} props
 */
function Words({ words, keep }) {
  const [open, setOpen] = useState(false);
  const opener = useRef(/** @type {HTMLButtonElement | null} */ (null));
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), [open]);

  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    keep(field.current?.value.trim() ?? "");
    setOpen(false);
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
        {_("In a few words, for the facilitator")}
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
      <button class="button">{_("Keep it")}</button>
    </form>
  );
}
