// /messages: only private messages are written here.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Chat } from "../parts.jsx";

createRoot(document.getElementById("mount_0_0_aa")).render(<div role="main"><Chat /></div>);
ready();
