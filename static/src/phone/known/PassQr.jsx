import { _ } from "../../shared/i18n/i18n.js";

/** The lit table with the QR on it; around it the outer ring, and one's own place. @param {{qr: import("../../shared/device/pass-qr.js").Qr}} props */
export function PassQr({ qr: { size, path } }) {
  return (
    <div class="pass">
      <svg class="pass-water" viewBox="0 0 320 320" aria-hidden="true">
        <circle class="ripple" cx="160" cy="160" r="139" />
        <circle class="ripple" cx="160" cy="160" r="158" />
        <circle class="halo" cx="160" cy="160" r="149" pathLength="90" />
        <circle class="you-dot" cx="160" cy="309" r="5.5" />
        <circle class="you-ring" cx="160" cy="309" r="10" />
      </svg>
      <div class="pass-table">
        <svg viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges" role="img" aria-label={_("QR code of your pass")}>
          <path d={path} />
        </svg>
      </div>
    </div>
  );
}
