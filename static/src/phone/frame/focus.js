/** Where reading goes on when what had the focus is gone: beside it, instead of at the top of the page. */

const BESIDE = "section, form, footer, nav, header, main";

/**
 * Looks after the focus of a page. Who has moved it meanwhile, as a new screen does, is left alone.
 *
 * @param {HTMLElement} page
 */
export function keepFocus(page) {
  /** @type {Element | null} */
  let focused = null;
  /** @type {HTMLElement[]} */
  let around = [];
  page.addEventListener("focusin", ({ target }) => {
    focused = /** @type {Element} */ (target);
    around = surroundings(focused);
  });
  new MutationObserver(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const place = around.find((element) => element.isConnected) ?? page.querySelector("h1");
    focused = null;
    if (!place) return;
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }).observe(page, { childList: true, subtree: true });
}

/** What is around an element, the nearest first. @param {Element} element */
function surroundings(element) {
  const found = [];
  for (let one = element.closest(BESIDE); one; one = one.parentElement?.closest(BESIDE) ?? null) {
    found.push(/** @type {HTMLElement} */ (one));
  }
  return found;
}
