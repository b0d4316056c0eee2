import { isForgetful } from "../../shared/device/device-secret.js";
import { _, fill } from "../../shared/i18n/i18n.js";
import { usePhone } from "../phone.js";

/**
 * For the small windows in which networks ask people to sign in: they forget everything when they
 * close, and one gets out of them into a browser.
 */
export function Forgetful() {
  const { code } = usePhone();
  if (!isForgetful()) return null;
  const address = <b dir="ltr">{`${location.host}/${code}`}</b>;
  return (
    <p class="forgetful">
      {fill(
        _("This window forgets you when it closes. If it lets you, choose “Open in browser” in its menu, or close it and type {address} in your browser. It works here too."),
        { address },
      )}
    </p>
  );
}
