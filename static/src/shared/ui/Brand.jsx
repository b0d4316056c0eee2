/** The mark: a table, five chairs, one of them open. */

/** @param {{name?: boolean}} props `name`: with the word beside it */
export function Brand({ name = true }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 32 32" {...(name ? { "aria-hidden": true } : { role: "img", "aria-label": "Fishbowl" })}>
        <circle class="brand-table" cx="16" cy="16" r="4.6" />
        <circle cx="9.42" cy="6.94" r="3" />
        <circle class="brand-open" cx="22.58" cy="6.94" r="3.6" />
        <circle cx="26.65" cy="19.46" r="3" />
        <circle cx="16" cy="27.2" r="3" />
        <circle cx="5.35" cy="19.46" r="3" />
      </svg>
      {name && "Fishbowl"}
    </span>
  );
}
