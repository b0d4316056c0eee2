/** Whether the member who is signed in on this phone is asked something, such as whether a date would be theirs. */

import { useEffect, useState } from "preact/hooks";

/** Nobody is signed in for it: who is not, hears of it on their page. @returns {Promise<boolean>} */
export async function isAsked() {
  try {
    const answer = await fetch("/me/asked.json", { headers: { Accept: "application/json" } });
    return answer.ok && (await answer.json()).asked === true;
  } catch {
    return false;
  }
}

/** The same, once it is known; until then not. @returns {boolean} */
export function useAsked() {
  const [asked, note] = useState(false);
  useEffect(() => {
    isAsked().then(note);
  }, []);
  return asked;
}
