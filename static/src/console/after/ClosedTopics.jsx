import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { TITLE_MAX } from "../../shared/limits.js";
import { Rename } from "../ui/Rename.jsx";
import { may } from "../desk/rights.js";

/**
 * @import {ConsoleTopic} from "../../wire"
 * @import {Desk} from "../desk/desk.js"
 */

/** The titles that the summary shows, to be put right before it goes out. @param {{desk: Desk}} props */
export function ClosedTopics({ desk }) {
  const { topics } = desk.slices.topics;
  const talked = topics.filter(({ state }) => state === "done" || state === "parked");
  if (!talked.length || !may(desk.slices, "rename_topic")) return null;
  return (
    <section class="closed-topics" aria-label={_("Topics")}>
      <h3>{_("Topics")}</h3>
      <ul>
        {talked.map((topic) => (
          <Title key={topic.id} desk={desk} topic={topic} />
        ))}
      </ul>
    </section>
  );
}

/** @param {{desk: Desk, topic: ConsoleTopic}} props */
function Title({ desk, topic: { id, title } }) {
  const [isRenaming, rename] = useState(false);
  return (
    <li>
      {isRenaming ? (
        <Rename
          label={_("Title")}
          text={title}
          maxLength={TITLE_MAX}
          close={() => rename(false)}
          save={(text) => desk.send({ do: "rename_topic", topic: id, title: text })}
        />
      ) : (
        <>
          <bdi>{title}</bdi>
          <button
            type="button"
            class="button button-small button-quiet"
            aria-label={_("Rename {title}", { title })}
            onClick={() => rename(true)}
          >
            {_("Rename")}
          </button>
        </>
      )}
    </li>
  );
}
