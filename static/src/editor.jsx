/** The summary to be put right: the article itself, with what can be done to each part beside it. */

import "./styles/editor.css";
import { render } from "preact";
import { Desk } from "./console/desk/desk.js";
import { connect } from "./shared/connection/live.js";
import { Editor } from "./editor/Editor.jsx";

const place = /** @type {HTMLElement} */ (document.getElementById("editor"));
const code = place.dataset.code ?? "";
render(<Editor desk={new Desk(connect({ code, face: "console" }), code)} />, place);
