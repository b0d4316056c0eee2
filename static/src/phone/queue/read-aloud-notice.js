/** Telling somebody that their words have been read to the room, or that it has another question. */

import { useEffect, useRef } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";

/**
 * @param {number} read how many requests of this person have been read aloud so far
 * @param {(text: string) => void} tell
 */
export function useReadAloudNotice(read, tell) {
  const before = useRef(read);
  useEffect(() => {
    if (read > before.current) tell(_("Your words were read to the room. Thank you."));
    before.current = read;
  }, [read]);
}

/**
 * Another question is told as it comes; one that is put otherwise only stands there.
 *
 * @param {import("../../wire").SessionSlice} session
 * @param {(text: string) => void} tell
 */
export function useNextQuestion({ question, question_no }, tell) {
  const before = useRef(question_no);
  useEffect(() => {
    if (question_no > before.current) tell(_("The next question: {question}", { question }));
    before.current = question_no;
  }, [question_no]);
}
