/** Signs that stand for a letter key, alone or with Shift. */
const LETTER = /^(?:⇧ )?\p{Letter}$/u;

/**
 * What stands on a key. Letters are not shown while their keys wait for the start.
 * @param {{sign: string, letter?: boolean, extra?: boolean}} props `letter`: where more is said than
 *   the letter; `extra`: shown on demand only
 */
export function KeyCap({ sign, letter = LETTER.test(sign), extra = false }) {
  const classes = [letter && "is-letter", extra && "is-extra"].filter(Boolean).join(" ");
  return (
    <kbd aria-hidden="true" class={classes || undefined}>
      {sign}
    </kbd>
  );
}
