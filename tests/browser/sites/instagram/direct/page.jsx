// /direct: only private messages are written here.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Message } from "../parts.jsx";

createRoot(document.getElementById("mount_0_0_ig")).render(<main role="main"><Message /></main>);
ready();
