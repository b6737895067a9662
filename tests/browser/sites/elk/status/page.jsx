// The page of one post in Elk: what answers it is written in a widget right below.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Widget } from "../widget.jsx";

createRoot(document.getElementById("__nuxt")).render(
  <main>
    <div>
      <div aria-roledescription="status-card"><div className="content-rich"><p>Good morning from Mill Street.</p></div></div>
      <div id="status-50" aria-roledescription="status-details">
        {/* Names are drawn as what people write is. */}
        <a href="/@baker"><span className="content-rich">Baker</span></a>
        <div className="status-body"><span className="content-rich line-compact"><p>Our bakery is closed today after the fire on Mill Street.</p></span></div>
      </div>
      <Widget />
      <div aria-roledescription="status-card"><div className="content-rich"><p>So sorry to hear that.</p></div></div>
    </div>
  </main>,
);
ready();
