import { createPortal } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";
import { Announce } from "../shared/ui/Announce.jsx";
import { TalkLanguage } from "../console/settings/TalkLanguage.jsx";
import { may } from "../console/desk/rights.js";
import { useRoom } from "../shared/ui/hooks.js";
import { Bar } from "./Bar.jsx";
import { Tools } from "./Tools.jsx";
import { findParts, renew } from "./article.js";

/**
 * @import {Desk} from "../console/desk/desk.js"
 * @import {Part} from "./article.js"
 */

const SETTLE_MS = 150;

/** The bar over the article, and the tools in it. @param {{desk: Desk}} props */
export function Editor({ desk }) {
  useRoom(desk);
  const [parts, setParts] = useState(/** @type {Part[]} */ ([]));
  const [open, setOpen] = useState(""); // which form is open; while it is, the article stays as it is
  const focused = useRef("");
  const { log, session } = desk.slices;
  useEffect(() => {
    if (open || !log) return;
    let isWanted = true;
    const timer = setTimeout(async () => {
      const isNew = await renew(`/${desk.code}/summary/edit`);
      if (isWanted && isNew) setParts(findParts());
    }, SETTLE_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [log, session, open]);
  useEffect(() => refocus(focused.current), [parts]);
  return (
    <>
      <Bar desk={desk} />
      {desk.isReady && may(desk.slices, "set_language") && (
        <div class="edit-language">
          <TalkLanguage desk={desk} />
        </div>
      )}
      {desk.isReady &&
        parts.map((part) =>
          createPortal(
            <div
              class="edit-tools-inside"
              onFocusIn={(event) => (focused.current = /** @type {HTMLElement} */ (event.target).dataset.name ?? focused.current)}
            >
              <Tools desk={desk} part={part} parts={parts} open={open} setOpen={setOpen} />
            </div>,
            part.tools,
          ),
        )}
      <Announce />
    </>
  );
}

/** The article is another one, and the button that was pressed as well: the keyboard goes on from there. @param {string} name */
function refocus(name) {
  if (!name || (document.activeElement && document.activeElement !== document.body)) return;
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-name="${CSS.escape(name)}"]`))?.focus({ preventScroll: true });
}
