/** The public pages of series work without any script; this is their style. */

import "./styles/series.css";
