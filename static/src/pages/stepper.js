/** Numbers with a step down and a step up; without this, only the number. */

/** Shows the steps of all numbers on the page. */
export function offerSteps() {
  for (const stepper of document.querySelectorAll(".stepper")) {
    if (stepper instanceof HTMLElement) makeSteps(stepper);
  }
}

/** @param {HTMLElement} stepper */
function makeSteps(stepper) {
  const input = /** @type {HTMLInputElement} */ (stepper.querySelector("input"));
  const buttons = [...stepper.querySelectorAll("button")];
  const step = Number(stepper.dataset.step);
  const least = Number(input.min);
  const most = Number(input.max);
  const atEnds = () => {
    for (const button of buttons) {
      const end = Number(button.dataset.by) < 0 ? least : most;
      button.disabled = input.value === String(end);
    }
  };
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const by = Number(button.dataset.by) * step;
      input.value = String(Math.min(most, Math.max(least, stepped(Number(input.value), by))));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }
  input.addEventListener("input", atEnds);
  atEnds();
}

/** The next round number: from 47 in fives, 50 or 45. @param {number} from @param {number} by */
function stepped(from, by) {
  return by > 0 ? Math.floor(from / by) * by + by : Math.ceil(from / -by) * -by + by;
}
