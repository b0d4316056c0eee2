import { useState } from "preact/hooks";

/** A button that shows more under the row it stands in. @param {{label: string, children: import("preact").ComponentChildren}} props */
export function Unfold({ label, children }) {
  const [isOpen, open] = useState(false);
  return (
    <>
      <button
        type="button"
        class="button button-small"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      >
        {label}
      </button>
      {isOpen && <div class="unfolded">{children}</div>}
    </>
  );
}
