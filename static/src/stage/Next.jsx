import { _, fill, n_ } from "../shared/i18n/i18n.js";
import { FittedName, nameFor } from "./FittedName.jsx";

/**
 * @import {Label, StageSlices} from "../wire"
 */

/** Who is on the way, and who is to be ready. @param {{slices: StageSlices}} props */
export function Next({ slices: { stage } }) {
  const { calls, next, count } = stage;
  const named = next.filter(hasName);
  return (
    <section class="coming" aria-label={_("Next up")}>
      {calls.map(({ chair, person }) => (
        <p key={chair} class="coming-call">
          {hasName(person) && <Name of={person} />}
          <span>{fill(_("comes to chair {no}"), { no: <b>{chair}</b> })}</span>
        </p>
      ))}
      <h2>{_("Next up")}</h2>
      {named.length > 0 ? (
        <ol>
          {named.map((person) => (
            <li key={person.id}>
              <Name of={person} />
            </li>
          ))}
        </ol>
      ) : (
        <p class="coming-none">{count > 0 ? n_("{n} waits", "{n} wait", count) : _("Nobody is waiting.")}</p>
      )}
      {named.length > 0 && count > named.length && (
        <p class="coming-more">{n_("and {n} more", "and {n} more", count - named.length)}</p>
      )}
    </section>
  );
}

/** @param {{of: Label}} props */
function Name({ of: person }) {
  return <FittedName name={nameFor(person)} class="coming-name" />;
}

/** @param {Label} person */
function hasName(person) {
  return Boolean(person.name || person.no);
}
