// /home on some server: the compose form beside the timeline, search and an account note around it.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { ComposeForm, Note, Search, Status } from "../compose.jsx";

createRoot(document.getElementById("mastodon")).render(
  <div className="ui">
    <div className="compose-panel"><Search /><ComposeForm /></div>
    <Note />
    <div className="columns-area"><Status name="Ada">The library opens at nine.</Status></div>
  </div>,
);
ready();
