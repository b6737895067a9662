// One update with its comment box.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { CommentBox, Update } from "../classic.jsx";
import { Messaging } from "../messaging.jsx";

createRoot(document.getElementById("root")).render(
  <>
    <Update below={<CommentBox />}>Our bakery is closed today after the fire on Mill Street.</Update>
    <Messaging />
  </>,
);
ready();
