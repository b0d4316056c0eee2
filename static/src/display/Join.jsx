import { spoken } from "../shared/method/join-code.js";
import { _, fill } from "../shared/i18n/i18n.js";

/** @typedef {import("../wire").SessionSlice} SessionSlice */
/** @typedef {import("../wire").WallSlice} WallSlice */

const SHORT_CODE_MAX = 9; // a longer one is two words and digits

/**
 * The QR. It is fetched anew when the address in it changes.
 *
 * @param {{session: SessionSlice, wall: WallSlice}} props
 */
export function JoinQr({ session, wall }) {
  if (!wall.join_url) return null; // played back: nobody gets in any more
  const src = `/${session.code}/join.svg?for=${encodeURIComponent(wall.join_url)}`;
  return <img class="qr" src={src} alt={_("QR code: {address}", { address: wall.join_url })} />;
}

/** How to get in without a camera. @param {{session: SessionSlice, wall: WallSlice}} props */
export function JoinWords({ session, wall }) {
  return (
    <>
      {fill(_("Scan, or {address} with code {code}"), {
        address: <Address>{site(wall)}</Address>,
        code: <JoinCode code={session.code} />,
      })}
    </>
  );
}

/** The code, as large as it has room for. @param {{code: string}} props */
export function JoinCode({ code }) {
  return (
    <b class="join-code" data-long={code.length > SHORT_CODE_MAX || undefined}>
      {spoken(code)}
    </b>
  );
}

/** An address as it is typed. @param {{children: string}} props */
export function Address({ children }) {
  return (
    <b class="join-address">
      <bdi dir="ltr">{children}</bdi>
    </b>
  );
}

/** The address without the code, for whoever types the code there. @param {WallSlice} wall */
export function site(wall) {
  return wall.join_text.replace(/\/[^/]*$/, "");
}
