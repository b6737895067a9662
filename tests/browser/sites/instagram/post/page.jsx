// A post's page with the newer comment box.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Article, CommentBox } from "../parts.jsx";

createRoot(document.getElementById("mount_0_0_ig")).render(<main role="main"><Article><CommentBox /></Article></main>);
ready();
