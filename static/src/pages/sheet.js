/** Offers to print where a script can. */

/** Shows the button that prints the page. */
export function offerPrinting() {
  const button = document.querySelector("[data-print]");
  if (!(button instanceof HTMLElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
}
