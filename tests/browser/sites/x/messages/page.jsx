// /messages: only a direct message is written here.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Messages } from "../composer.jsx";

createRoot(document.getElementById("root")).render(<Messages />);
ready();
