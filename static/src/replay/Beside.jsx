import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../shared/ui/Icon.jsx";
import { noteKind } from "../console/notes/notes.js";
import { formatClock } from "../shared/time/clock.js";
import { _, nameOf } from "../shared/i18n/i18n.js";
import { ConversationWeb } from "./ConversationWeb.jsx";
import { frameAt } from "./tape.js";

/**
 * @import {Player} from "./player.js"
 * @import {Note} from "./tape.js"
 */

/** What was talked about, and what had been written down by now. @param {{player: Player, about: string}} props */
export function Beside({ player, about }) {
  const { chapters, notes, web } = player.tape;
  const now = frameAt(chapters, player.runMs);
  const taken = notes.filter((note) => note.at_run_ms <= player.runMs);
  return (
    <aside class="replay-side" aria-label={_("Beside the stage")} tabIndex={0}>
      {about && <p class="replay-about">{about}</p>}
      <InTheBowl player={player} />
      {chapters.length > 0 && (
        <section>
          <h2>{_("Topics")}</h2>
          <ol class="replay-topics">
            {chapters.map((chapter, place) => (
              <li key={place}>
                <button
                  type="button"
                  aria-current={place === now ? "true" : undefined}
                  onClick={() => player.seek(chapter.at_run_ms)}
                >
                  <bdi>{chapter.title || _("A topic whose words were deleted")}</bdi>
                  <span>{formatClock(chapter.at_run_ms)}</span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      )}
      {notes.length > 0 && <Notes notes={taken} />}
      {web && <ConversationWeb web={web} runMs={player.runMs} />}
    </aside>
  );
}

/** The same as on the stage in words: on a phone the names there are small. @param {{player: Player}} props */
function InTheBowl({ player }) {
  const people = player.room.slices.bowl.chairs.flatMap(({ person }) => person ?? []);
  return (
    <section>
      <h2>{_("In the bowl")}</h2>
      {people.length === 0 && <p>{_("Nobody just now.")}</p>}
      <ul class="replay-seated">
        {people.map((person) => (
          <li key={person.id}>
            <bdi>{nameOf(person)}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In the order in which they were taken; the newest comes into sight. @param {{notes: Note[]}} props */
function Notes({ notes }) {
  const list = useRef(/** @type {HTMLOListElement | null} */ (null));
  useEffect(() => {
    const side = list.current?.closest(".replay-side");
    if (side && side.scrollHeight > side.clientHeight) side.scrollTo({ top: side.scrollHeight });
  }, [notes.length]);
  return (
    <section>
      <h2>{_("Notes")}</h2>
      {notes.length === 0 && <p>{_("None yet.")}</p>}
      <ol ref={list} class="replay-notes">
        {notes.map((note, place) => (
          <NoteTaken key={place} note={note} />
        ))}
      </ol>
    </section>
  );
}

/** @param {{note: Note}} props */
function NoteTaken({ note }) {
  const { icon, words } = noteKind(note.kind);
  const doer = note.person ? nameOf(note.person) : note.owner;
  return (
    <li>
      <Icon name={icon} />
      <p dir="auto">
        <small>{words()}</small>
        {note.words}
        {doer && <small>{doer}</small>}
      </p>
    </li>
  );
}
