// Elk's home timeline with its publish widget.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Widget } from "../widget.jsx";

createRoot(document.getElementById("__nuxt")).render(
  <>
    <input id="search" placeholder="Search" aria-label="Search" />
    <main>
      <div><Widget /></div>
      <div id="status-1"><div className="content-rich"><p>The library opens at nine.</p></div></div>
    </main>
  </>,
);
ready();
