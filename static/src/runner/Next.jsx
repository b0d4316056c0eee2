import { Name } from "../shared/ui/Name.jsx";
import { _, n_ } from "../shared/i18n/i18n.js";

/** Who is likely to be called after this one, and where they are. @param {{runner: import("../wire").RunnerSlice}} props */
export function Next({ runner: { next, count } }) {
  if (!next.length) return null;
  const more = count - next.length;
  return (
    <section>
      <h2 class="section">{_("Next")}</h2>
      <ol class="runner-list">
        {next.map(({ person, where }) => (
          <li key={person.id}>
            <p>
              <b>
                <Name of={person} />
              </b>
              {where && (
                <span>
                  <bdi>{where}</bdi>
                </span>
              )}
            </p>
          </li>
        ))}
      </ol>
      {more > 0 && <p class="runner-more">{n_("and one more", "and {n} more", more)}</p>}
    </section>
  );
}
