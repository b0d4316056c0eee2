/** The line drawings, in a box of 24 by 24. */

const PATHS = {
  action: "M6 21V4h12l-3 4 3 4H6",
  add: "M12 5v14M5 12h14",
  agree: "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18zM8 12.2l2.8 2.8L16 9.5",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18z",
  close: "M6 6l12 12M18 6L6 18",
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  cup: "M5 8h11v7a4 4 0 0 1-4 4H9a4 4 0 0 1-4-4zM16 10h1.5a2.5 2.5 0 0 1 0 5H16M8 3v2M12 3v2",
  decision: "M4.5 4.5h15v15h-15zM8.5 12l2.5 2.5 4.5-5",
  display: "M3 5h18v11H3zM9 20h6M12 16v4",
  down: "M6 9l6 6 6-6",
  ear: "M7 9.5a5.5 5.5 0 1 1 10.5 2.3c-1 2-3 2.7-3.5 5A3.5 3.5 0 0 1 8 18M10 10a2.5 2.5 0 0 1 4.5-1.5c1 1.5-.5 2.5-1.5 3.5",
  hand: "M8 12V5.5a1.5 1.5 0 0 1 3 0V11V4a1.5 1.5 0 0 1 3 0v7-5a1.5 1.5 0 0 1 3 0v8.5A6.5 6.5 0 0 1 10.5 21C8 21 6.5 19.5 5.3 17.5L3.5 14a1.6 1.6 0 0 1 2.7-1.6L8 14.5",
  info: "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18zM12 11v5.5M12 7.5v.01",
  insight:
    "M9 18h6M10 21h4M9.5 15c0-1.2-.6-2-1.4-2.8a5.5 5.5 0 1 1 7.8 0c-.8.8-1.4 1.6-1.4 2.8",
  keys: "M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M17 14v.01M7 14v.01M10 14h4",
  leave: "M14 4H5v16h9M11 12h9M16.5 8.5L20 12l-3.5 3.5",
  link: "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  merge: "M6 4c0 8 6 6 6 16M18 4c0 8-6 6-6 16",
  microphone:
    "M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  minus: "M5 12h14",
  more: "M6 12v.01M12 12v.01M18 12v.01",
  next: "M5 12h14M13 6l6 6-6 6",
  note: "M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3",
  offline: "M4 4l16 16M4.5 10a11 11 0 0 1 4-2.4M12.5 7a11 11 0 0 1 7 3M7.5 13.5a6.5 6.5 0 0 1 4-1.9M12 17.5v.1",
  pause: "M8 5v14M16 5v14",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.2.8 3.5 2.7 3.5 5.5",
  person: "M12 11.5a4 4 0 1 0 0-8a4 4 0 0 0 0 8zM4.5 20.5c0-4.2 3.4-6.5 7.5-6.5s7.5 2.3 7.5 6.5",
  pin: "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4a2.2 2.2 0 0 0 0 4.4z",
  pencil: "M4 20h4L19 9l-4-4L4 16z",
  play: "M8 5l11 7-11 7z",
  print: "M7 9V4h10v5M7 17H4v-8h16v8h-3M7 14h10v6H7z",
  park: "M8 20V5h5a4 4 0 0 1 0 8H8",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v6h-6v-2M18 17v.01",
  question:
    "M12 21a9 9 0 1 0 0-18a9 9 0 0 0 0 18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.7.4-1.1.9-1.1 1.7M12 16.5v.01",
  redo: "M15.5 5L20 9.5 15.5 14M20 9.5H10a5.5 5.5 0 0 0 0 11h3",
  resource: "M12 6.5C10 5 7 4.5 4 5v13c3-.5 6 0 8 1.5 2-1.5 5-2 8-1.5V5c-3-.5-6 0-8 1.5zM12 6.5v13",
  save: "M12 4v11M7 11l5 5l5-5M5 20h14",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  seat: "M7 3v10h10V3M7 13l-1 8M17 13l1 8M7 8h10M6.5 17h11",
  settings: "M4 7h9M19 7h1M4 17h1M11 17h9M16 9.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5zM8 19.5a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5z",
  signal: "M4.5 10a11 11 0 0 1 15 0M7.5 13.5a6.5 6.5 0 0 1 9 0M12 17.5v.1",
  silent: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 20.5h4M4 4l16 16",
  slower: "M11 7l-5 5 5 5M18 7l-5 5 5 5",
  speaking: "M12 4v5M12 15v5M4 12h5M15 12h5",
  surprised:
    "M12 3v5M12 16v5M3 12h5M16 12h5M5.8 5.8l3 3M15.2 15.2l3 3M18.2 5.8l-3 3M8.8 15.2l-3 3",
  swap: "M7 7h11l-3-3M17 17H6l3 3",
  thanks:
    "M12 21v-8M12 13a4 4 0 1 0 0-8a4 4 0 0 0 0 8zM12 18c-2.6 0-4.2-1-5.2-3.2M12 18c2.6 0 4.2-1 5.2-3.2",
  topic: "M4 5h16v11h-8l-5 4v-4H4z",
  undo: "M8.5 5L4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-3",
  undecided: "M12 21v-6c0-4-6-4-6-9M12 15c0-4 6-4 6-9M3.5 8.5L6 6l2.5 2.5M15.5 8.5L18 6l2.5 2.5",
  unlock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.7-1.4",
  warning: "M12 4L2.5 20h19zM12 10v5M12 17.5v.01",
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A drawing beside words; it says nothing by itself.
 *
 * @param {{name: IconName, along?: boolean}} props `along`: it turns with the line of writing
 */
export function Icon({ name, along = false }) {
  return (
    <svg class={along ? "icon along" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
