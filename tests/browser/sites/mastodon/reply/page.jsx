// The same form while it answers a post and quotes another.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { ComposeForm, Search, Status } from "../compose.jsx";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";

createRoot(document.getElementById("mastodon")).render(
  <div className="ui">
    <div className="compose-panel"><Search /><ComposeForm reply={FOCAL} /></div>
    <div className="columns-area"><Status name="Ada">Is it open?</Status><Status name="Baker">{FOCAL}</Status></div>
  </div>,
);
ready();
