import { _ } from "../../shared/i18n/i18n.js";
import { reasonFor } from "../../shared/connection/refusals.js";
import { useObstacle } from "../../shared/connection/obstacle.js";
import { Unsent } from "./ActionFooter.jsx";
import { StillWater } from "./StillWater.jsx";

/**
 * A page on which there is nothing to do.
 *
 * @param {{title: string, children: import("preact").ComponentChildren}} props
 */
export function NoticePage({ title, children }) {
  return (
    <main class="phone-main">
      <h1 class="notice-title" tabIndex={-1}>
        {title}
      </h1>
      <p class="lead">{children}</p>
      <StillWater />
    </main>
  );
}

export function SentOut() {
  return (
    <NoticePage title={_("You have been asked to leave this session.")}>
      {_("If you think that is a mistake, speak with the facilitator. This page opens again when they let you back in.")}
    </NoticePage>
  );
}

export function Forgotten() {
  return (
    <NoticePage title={_("Everything about you is deleted.")}>
      {_("Your name and your words are gone for good. You can close this page.")}
    </NoticePage>
  );
}

/** @param {{refusal: string | null}} props */
export function Refused({ refusal }) {
  return (
    <NoticePage title={_("This session cannot be opened.")}>
      {reasonFor({ code: refusal ?? "session_unknown" })}
    </NoticePage>
  );
}

/** The question is on the page before anything was heard. @param {{question: string, lost: boolean}} props */
export function Connecting({ question, lost }) {
  const { why } = useObstacle(lost);
  return (
    <main class="phone-main">
      <h1 class="question" tabIndex={-1}>
        {question}
      </h1>
      <p class="lead">
        {lost ? missedText(why !== "") : _("Coming in…")}
      </p>
      <Unsent />
    </main>
  );
}

/** @param {boolean} reached whether the server answers, and only the live connection is missing */
function missedText(reached) {
  return reached
    ? _("This page reaches the server, but the live connection fails. Please tell the facilitator; this page keeps trying.")
    : _("The server does not answer yet. Are you on the network of the room?");
}

/** Known to the room, and the script for it is not there yet. @param {{question: string, late: boolean}} props */
export function OnTheWay({ question, late }) {
  return (
    <main class="phone-main">
      <h1 class="question" tabIndex={-1}>
        {question}
      </h1>
      <p class="lead">{_("Coming in…")}</p>
      {late && (
        <>
          <p>{_("The rest of this page is still loading. You lose nothing: the session knows you.")}</p>
          <p>
            <button class="button" onClick={() => location.reload()}>{_("Load the page again")}</button>
          </p>
        </>
      )}
    </main>
  );
}
