import { useEffect, useState } from "preact/hooks";
import { Icon } from "../../shared/ui/Icon.jsx";
import { keptPass } from "../../shared/device/kept-pass.js";
import { _, fill } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";
import { HavePass } from "./HavePass.jsx";
import { OffersHint } from "./OffersHint.jsx";
import { forgetHere, linkSession, lookAtLink, unlinkSession } from "./members.js";
import { linkOf, mayLink } from "./offered.js";
import { knownReason } from "./reasons.js";

/** On the page about oneself: who one is known as, and what that means for this session. */
export function AboutKnown() {
  const [, look] = useState({});
  const kept = keptPass();
  return (
    <section>
      <h2 class="section">{_("Known next time")}</h2>
      {kept ? <KnownAs kept={kept} onDropped={() => look({})} /> : <NotKnown onRead={() => look({})} />}
    </section>
  );
}

/** @param {{onRead: () => void}} props */
function NotKnown({ onRead }) {
  const { go } = usePhone();
  return (
    <>
      <p>{_("We greet you by name next time, without an account.")}</p>
      <button class="button" onClick={() => go("known")}>
        {_("Be known next time")}
      </button>
      <HavePass onRead={onRead} />
    </>
  );
}

/** @param {{kept: import("../../shared/device/kept-pass.js").KeptPass, onDropped: () => void}} props */
function KnownAs({ kept, onDropped }) {
  const { go, tell } = usePhone();
  const [sure, setSure] = useState(false);
  const drop = async () => {
    await forgetHere();
    tell(_("The pass is gone from this phone. With your picture or your link you are known again."));
    onDropped();
  };
  return (
    <>
      <p>{fill(_("Known as {name}."), { name: <b><bdi>{kept.name}</bdi></b> })}</p>
      <LinkOfSession />
      <div class="known-ways">
        <a class="button" href="/me">
          <Icon name="person" />
          {_("My page")}
        </a>
        <button class="button" onClick={() => go("known")}>
          <Icon name="qr" />
          {_("Show my pass")}
        </button>
        <OffersHint />
      </div>
      {sure ? (
        <div class="forget" role="group" aria-label={_("Forget the pass on this phone")}>
          <p>{_("Have you saved its picture or its link? Without them this phone cannot show it again.")}</p>
          <button class="button" onClick={drop}>
            {_("Forget the pass on this phone")}
          </button>
          <button class="button button-quiet" onClick={() => setSure(false)}>
            {_("Keep it")}
          </button>
        </div>
      ) : (
        <button class="button button-quiet" onClick={() => setSure(true)}>
          {_("Forget the pass on this phone")}
        </button>
      )}
    </>
  );
}

/** Whether this session is the member's, and the switch for it. */
function LinkOfSession() {
  const { code, device, slices, tell } = usePhone();
  const [waits, wait] = useState(false);
  const [, look] = useState({});
  useEffect(() => {
    if (mayLink(slices.session)) void lookAtLink(code).then((isOther) => isOther && look({}));
  }, [code]);
  if (!mayLink(slices.session)) return <p>{knownReason("chatham_house")}</p>;
  const isLinked = linkOf(code) === "linked";

  const turn = async () => {
    if (waits) return;
    wait(true);
    const refused = await (isLinked ? unlinkSession(code) : linkSession(code, device));
    wait(false);
    look({});
    if (refused) tell(knownReason(refused));
    else tell(isLinked ? _("This session is linked to you no more.") : _("This session is linked to you."));
  };
  return (
    <>
      <p>{isLinked ? _("This session is linked to you. Only you see that.") : _("This session is not linked to you.")}</p>
      <button class="button" aria-disabled={waits} onClick={turn}>
        {isLinked ? _("Unlink this session") : _("Link this session to me")}
      </button>
    </>
  );
}
