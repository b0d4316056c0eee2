import { useEffect, useState } from "preact/hooks";
import { _ } from "../../shared/i18n/i18n.js";
import { CopyField } from "../ui/CopyField.jsx";

/** A link, good for one phone, that makes it this person's. @param {{desk: import("../desk/desk.js").Desk, person: number}} props */
export function MovePhone({ desk, person }) {
  const path = `/${desk.code}/people/${person}/move`;
  const [url, setUrl] = useState("");
  useEffect(() => {
    fetch(`${path}.json`)
      .then((answer) => (answer.ok ? answer.json() : { url: "" }))
      .then((found) => setUrl(found.url))
      .catch(() => undefined);
  }, [path]);
  return (
    <>
      <img class="move-qr" src={`${path}.svg`} alt={_("QR code of the link below")} width={160} height={160} />
      <p class="hint">
        {_("Scan it with the other phone. It works once, and the place in the queue is kept.")}
      </p>
      {url && <CopyField label={_("The link")} text={url} />}
    </>
  );
}
