// Takes from a browser of today what those of early 2022 or, with `plain`, of 2020 did not have.
for (const [owner, names] of [
  [window, ["CSSContainerRule", "BroadcastChannel", "structuredClone"]],
  [Array.prototype, ["at", "findLast", "findLastIndex", "group", "toReversed", "toSorted", "toSpliced", "with"]],
  [String.prototype, ["at"]],
  [Object, ["hasOwn", "groupBy"]],
  [Intl, ["ListFormat", "Segmenter", "DurationFormat"]],
  [Promise, ["any", "withResolvers"]],
  [Crypto.prototype, ["randomUUID"]],
  [Navigator.prototype, ["locks", "userActivation", "vibrate", "wakeLock"]],
  [HTMLElement.prototype, ["inert", "popover", "showPopover"]],
  [HTMLScriptElement, ["supports"]],
]) {
  for (const name of names) delete owner[name];
}
