// glitch-soc today: Mastodon's form with a second button that publishes too.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { ComposeForm, Search, Status } from "../../mastodon/compose.jsx";

createRoot(document.getElementById("mastodon")).render(
  <div className="ui flavour-glitch">
    <div className="compose-panel"><Search /><ComposeForm secondary /></div>
    <div className="columns-area"><Status name="Ada">The library opens at nine.</Status></div>
  </div>,
);
ready();
