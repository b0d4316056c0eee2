/** Takes up what is still open from last time: a press makes it a topic of the session that is planned. */

/** Lets the buttons beside what is open write into the field of topics. */
export function takeUpWhatIsOpen() {
  const field = document.getElementById("topics");
  if (!(field instanceof HTMLTextAreaElement)) return;
  for (const button of document.querySelectorAll("button[data-take-up]")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const title = button.dataset.takeUp ?? "";
    const show = () => {
      button.disabled = field.value.split("\n").some((line) => line.trim() === title);
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      const before = field.value.trimEnd();
      field.value = before ? `${before}\n${title}` : title;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    field.addEventListener("input", show);
    show();
  }
}
