import { _, nameOf } from "../../shared/i18n/i18n.js";

/** To which chair somebody moves: the next number key, or a button. @param {{desk: import("../desk/desk.js").Desk, turn: number}} props */
export function MoveBar({ desk, turn }) {
  const { chairs } = desk.slices.bowl;
  const from = chairs.find((chair) => chair.turn === turn);
  const name = from?.person ? nameOf(from.person) : _("Somebody");
  return (
    <div class="seat-bar is-picked" role="group" aria-label={_("Move {name}", { name })}>
      <p class="seat-bar-hint">{_("{name} moves to chair…", { name })}</p>
      <div class="seat-bar-actions">
        {chairs
          .filter((chair) => chair !== from)
          .map((chair) => (
            <button
              key={chair.no}
              type="button"
              class="button button-small"
              aria-label={
                chair.person
                  ? _("Chair {chair}, exchange with {name}", { chair: chair.no, name: nameOf(chair.person) })
                  : _("Chair {chair}", { chair: chair.no })
              }
              onClick={() => desk.perform("floor", chair.no)}
            >
              <kbd aria-hidden="true">{chair.no}</kbd>
              {chair.person && <span class="button-label">{nameOf(chair.person)}</span>}
            </button>
          ))}
        <button
          type="button"
          class="button button-small button-quiet"
          onClick={() => desk.set({ moving: null })}
        >
          {_("Stay")} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
    </div>
  );
}
