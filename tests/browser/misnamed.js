// Label in name (WCAG 2.5.3) on every control, and one main landmark at most.
//
// Who speaks to a computer calls a control by what is written on it: that has to be a part of its
// accessible name. Keycaps and pictures are no labels. What is hidden from screen readers counts
// only where nothing else is written, as on a chair, whose name says all of it in order.
() => {
  const CONTROLS = "button, a[href], summary, input:not([type=hidden]), select, textarea, " +
    "[role=button], [role=link], [role=switch], [role=tab], [role=checkbox], [role=radio]";
  const plain = (text) => text.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, " ").trim();

  const SHORTENED = /[\p{Letter}-]+\./gu; // "v. H." on a chair stands for words that the name has in full
  const joined = (text) => text.replaceAll(" ", "");

  const written = (node, withHidden) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return "";
    if (node.matches("kbd, svg, script, style, select, input, textarea, .visually-hidden")) return "";
    if (!withHidden && node.getAttribute("aria-hidden") === "true") return "";
    if (!node.checkVisibility({ visibilityProperty: true })) return "";
    return [...node.childNodes].map((child) => written(child, withHidden)).join(" ");
  };
  const firstHidden = (control) => {
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      const text = written(walker.currentNode, true);
      const isSeen = !parentElement.closest("kbd, svg, .visually-hidden") && parentElement.checkVisibility();
      if (isSeen && plain(text)) return text.replace(SHORTENED, "");
    }
    return "";
  };
  const labelOf = (control) => {
    if (control.labels?.length) return [...control.labels].map((label) => written(label, false)).join(" ");
    if (control.matches("input, select, textarea")) return "";
    return plain(written(control, false)) ? written(control, false) : firstHidden(control);
  };

  axe.setup(document.documentElement);
  const faults = [...document.querySelectorAll(CONTROLS)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("[aria-hidden=true], [inert]"))
    .map((one) => ({ label: plain(labelOf(one)), name: plain(axe.commons.text.accessibleText(one)) }))
    .filter(({ label, name }) => !name || !joined(name).includes(joined(label)))
    .map(({ label, name }) => `“${label}” is called “${name}”`);
  axe.teardown();
  const mains = document.querySelectorAll("main, [role=main]").length;
  return mains > 1 ? [...faults, `${mains} main elements`] : faults;
}
