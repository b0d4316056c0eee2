/** The summary page works without any script; this adds what only a script can do. */

import "./styles/summary.css";
import { offerCopying, offerPrinting } from "./pages/sheet.js";

offerPrinting();
offerCopying();
