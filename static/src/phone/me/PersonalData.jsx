import { useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { PersonalDataFacts } from "./PersonalDataFacts.jsx";
import { usePhone } from "../phone.js";

/** @typedef {import("./PersonalDataFacts.jsx").Facts} Facts */

/** Everything that is held about the person, to read and to take along. */
export function PersonalData() {
  const { code, device, tell } = usePhone();
  const [facts, setFacts] = useState(/** @type {Facts | null} */ (null));

  const show = async () => {
    try {
      setFacts(await fetchPersonalData(code, device));
    } catch {
      tell(_("That could not be loaded. Try again in a moment."));
    }
  };
  return (
    <section>
      <h2 class="section">{_("What is stored about you")}</h2>
      <p>{_("Your name, when you asked and sat, what you wrote and how you voted. No e-mail and no account. Reactions are counted and kept without you.")}</p>
      {facts ? (
        <>
          <PersonalDataFacts facts={facts} />
          <button class="button" onClick={() => save(facts, code)}>
            {_("Save all of it as a file")}
          </button>
        </>
      ) : (
        <button class="button" onClick={show}>
          {_("Show it")}
        </button>
      )}
    </section>
  );
}

/**
 * @param {string} code
 * @param {string} device
 * @returns {Promise<Facts>}
 * @throws {Error} if the server cannot be reached or does not know this phone
 */
async function fetchPersonalData(code, device) {
  const answer = await fetch(`/${code}/me.json`, {
    headers: { "X-Fishbowl-Device": device },
    cache: "no-store",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/** @param {Facts} facts @param {string} code */
function save(facts, code) {
  const text = JSON.stringify(facts, null, 2);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `fishbowl-${code}-me.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000); // some browsers read it late
}
