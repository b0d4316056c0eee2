/** The phone's last script: it reads the QR in a picture, once somebody has chosen one. */

import "./phone/start.jsx"; // what the first script has, this one takes from there

export { readPixels } from "./shared/device/qr-reader.js";
