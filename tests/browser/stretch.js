// What of the pseudo-language's texts is cut off, and which controls lie on one another.
() => {
  const said = [];
  const name = (element) => `${element.parentElement?.className} > ${element.tagName.toLowerCase()}.${[...element.classList].join(".")}`;
  const isSeen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest("[hidden], .visually-hidden");

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.includes("⟦") || !parent || !isSeen(parent) || parent.closest("option")) continue;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width < 2 || text.height < 2 || parent.getBoundingClientRect().width < 2) continue;
    let scrolls = false;
    for (let box = parent; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (/auto|scroll/.test(style.overflowX + style.overflowY)) scrolls = true;
      if (scrolls || !/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const whole = box.closest("[title], [aria-label]"); // it can be had in full
      if (`${whole?.getAttribute("title")} ${whole?.getAttribute("aria-label")}`.includes(node.data.trim())) break;
      if (edge.width < 2 || style.clipPath !== "none") break;
      if (text.right > edge.right + 1 || text.left < edge.left - 1 || text.bottom > edge.bottom + 3)
        said.push(`cut off by ${name(box)}: ${node.data.slice(0, 60)}`);
    }
    if (!scrolls && (text.right > innerWidth + 1 || text.left < -1)) said.push(`out of the window: ${node.data.slice(0, 60)}`);
  }

  const controls = [...document.querySelectorAll("button, a[href], select, input")].filter((one) => isSeen(one));
  const boxes = controls.map((one) => one.getBoundingClientRect());
  for (let a = 0; a < controls.length; a++)
    for (let b = a + 1; b < controls.length; b++) {
      const wide = Math.min(boxes[a].right, boxes[b].right) - Math.max(boxes[a].left, boxes[b].left);
      const high = Math.min(boxes[a].bottom, boxes[b].bottom) - Math.max(boxes[a].top, boxes[b].top);
      const apart = controls[a].contains(controls[b]) || controls[b].contains(controls[a]);
      const above = [controls[a], controls[b]].some((one) => one.closest(".action-footer, .tide-foot, .bowl, [class*=wall-queue]"));
      if (wide > 3 && high > 3 && !apart && !above) said.push(`${name(controls[a])} lies on ${name(controls[b])}`);
    }
  return [...new Set(said)];
};
