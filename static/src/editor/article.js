/** The article on the page: its parts, and the newest one from the server. */

/**
 * @typedef {"topic" | "note" | "question" | "point" | "takeaway" | "answer" | "person" | "words"} Kind
 * @typedef {{kind: Kind, item: string, element: HTMLElement, tools: HTMLElement, text: string,
 *   isOmitted: boolean, isUnseen: boolean, into: string}} Part `into`: the takeaway with which it is told
 */

/** Finds every part that something can be done to, and makes room for its tools. @returns {Part[]} */
export function findParts() {
  const found = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main [data-item]"));
  return [...found].map((element) => {
    const text = wordsOf(element);
    const tools = document.createElement("div");
    tools.className = "edit-tools";
    if (element.matches("p")) element.after(tools);
    else element.append(tools);
    return {
      kind: /** @type {Kind} */ (element.dataset.kind),
      item: element.dataset.item ?? "",
      element,
      tools,
      text,
      isOmitted: "omitted" in element.dataset,
      isUnseen: "unseen" in element.dataset,
      into: element.dataset.into ?? "",
    };
  });
}

/** The part's own words, without names, times and notes beneath. @param {HTMLElement} element */
function wordsOf(element) {
  const words = element.querySelector("h3, q, .times-name, p > span[dir]") ?? element.querySelector("bdi, p, span");
  return (words ?? element).textContent?.trim() ?? "";
}

/** Takes the newest article from the server. @param {string} address @returns {Promise<boolean>} */
export async function renew(address) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return false;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const [before, after] = [document.querySelector("main"), page.querySelector("main")];
    if (!before || !after) return false;
    const top = scrollY;
    before.replaceWith(document.importNode(after, true));
    scrollTo(0, top);
    return true;
  } catch {
    return false; // what is there stays, and the next change tries again
  }
}
