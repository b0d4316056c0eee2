/** Offers to print a page, and to copy its link, where a script can. */

/** Shows the button that prints the page. */
export function offerPrinting() {
  const button = document.querySelector("[data-print]");
  if (!(button instanceof HTMLElement)) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
}

/** Shows the button that copies the address of the page; some browsers copy for nobody, then it stays away. */
export function offerCopying() {
  const button = document.querySelector("[data-copy-link]");
  const words = button?.querySelector("[data-said]");
  if (!(button instanceof HTMLElement) || !(words instanceof HTMLElement) || !navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    words.textContent = words.dataset.said ?? "";
  });
}
