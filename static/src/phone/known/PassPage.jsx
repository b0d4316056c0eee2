import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { passLink } from "../../shared/device/pass.js";
import { PASS_FILE, drawPicture } from "../../shared/device/pass-picture.js";
import { savePicture } from "../../shared/device/picture.js";
import { qrOf } from "../../shared/device/pass-qr.js";
import { _ } from "../../shared/i18n/i18n.js";
import { Message } from "../frame/ActionFooter.jsx";
import { usePhone } from "../phone.js";
import { PassQr } from "./PassQr.jsx";

/** The pass: as a QR, as a link, as a picture to keep. @param {import("./Known.jsx").Given} props */
export function PassPage({ pass, name, isKept }) {
  const { community, go, tell } = usePhone();
  const [shown, setShown] = useState("");
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const link = passLink(pass);
  useLayoutEffect(() => {
    scrollTo(0, 0); // it may come in place of a long form
    title.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => () => URL.revokeObjectURL(shown), [shown]);

  const save = async () => {
    try {
      const picture = await drawPicture({ pass, name, community });
      const done = await savePicture(picture, PASS_FILE);
      if (done === "downloaded") setShown(URL.createObjectURL(picture));
    } catch {
      tell(_("This browser draws no pictures. Copy the link and keep it somewhere safe."));
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      tell(_("Copied. Keep it somewhere that only you see."));
    } catch {
      tell(_("This browser does not copy here: press long on the link, and choose Copy."));
    }
  };
  return (
    <main class="pass-page">
      <div class="phone-main">
        <h1 class="question" tabIndex={-1} ref={title}>
          {_("This is your pass, {name}.", { name })}
        </h1>
        <p class="lead">{_("It opens your page on any device, and we know you next time.")}</p>
        <p class="pass-kept">
          <Icon name={isKept ? "check" : "info"} />
          {isKept ? _("Kept on this phone") : _("This browser will not keep it. Save the picture or the link now.")}
        </p>
      </div>
      <div class="pass-tide on-water tide-edge">
        <PassQr qr={qrOf(link)} />
        <p class="pass-link">
          <bdi dir="ltr">{link}</bdi>
        </p>
        <p>{_("Whoever has this link is you. Keep it like a key.")}</p>
        <Message />
        <button class="big-button is-accent" onClick={save}>
          <Icon name="save" />
          {_("Save it as a picture")}
        </button>
        {shown && (
          <>
            <p>{_("If nothing was saved: press long on this picture, and choose to save it.")}</p>
            <img class="pass-picture" src={shown} alt={_("Picture of your pass")} />
          </>
        )}
        <div class="pass-ways">
          <button class="button" onClick={copy}>
            <Icon name="copy" />
            {_("Copy the link")}
          </button>
          <button class="button" onClick={() => go("bowl")}>
            {_("Back to the session")}
          </button>
        </div>
        <p>{_("Next time, at another address too, choose “I have a pass” and this picture. If you lose it, you get a new one, and this one stops.")}</p>
      </div>
    </main>
  );
}
