/** Signs that stand for a letter key, alone or with Shift. */
const LETTER = /^(?:⇧ )?\p{Letter}$/u;

/**
 * What stands on a key. Letters are not shown while their keys wait for the start.
 * @param {{sign: string, letter?: boolean}} props `letter`: where more is said than the letter
 */
export function Cap({ sign, letter = LETTER.test(sign) }) {
  return (
    <kbd aria-hidden="true" class={letter ? "is-letter" : undefined}>
      {sign}
    </kbd>
  );
}
