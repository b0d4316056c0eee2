/** What the server refused stays written beside its field until its cause is gone. */

/** Watches every problem on the page. */
export function dropWhatIsMended() {
  for (const problem of document.querySelectorAll(".field-problem[data-of]")) {
    if (problem instanceof HTMLElement) watch(problem);
  }
}

/**
 * A problem shows while all of its fields hold what was refused, and while one of them is not
 * valid: put back, the same words are refused again.
 * @param {HTMLElement} problem names the fields by the beginnings of their names
 */
function watch(problem) {
  const form = problem.closest("form");
  if (!form) return;
  const causes = fieldsOf(form, (problem.dataset.of ?? "").split(" "));
  const refused = causes.map(stateOf);
  const marked = [...form.querySelectorAll(`[aria-describedby="${problem.id}"]`)];
  const show = () => {
    const same = causes.every((field, index) => stateOf(field) === refused[index]);
    problem.hidden = !same && causes.every(isFilled);
    for (const field of marked) {
      if (problem.hidden) field.removeAttribute("aria-invalid");
      else field.setAttribute("aria-invalid", "true");
    }
  };
  for (const event of ["input", "change"]) {
    form.addEventListener(event, ({ target }) => {
      if (causes.some((field) => field === target)) show();
    });
  }
}

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @param {HTMLFormElement} form @param {string[]} beginnings @returns {Field[]} */
function fieldsOf(form, beginnings) {
  return [...form.elements].filter(
    /** @returns {element is Field} */ (element) =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      beginnings.some((beginning) => element.name.startsWith(beginning)),
  );
}

/** @param {Field} field */
function stateOf(field) {
  return field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type)
    ? String(field.checked)
    : field.value;
}

/** Blanks alone fill nothing. @param {Field} field */
function isFilled(field) {
  return field.validity.valid && (!field.required || field.value.trim() !== "");
}
