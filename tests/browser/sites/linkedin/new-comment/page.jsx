// One post of the newer feed with its comment box.

import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Messaging } from "../messaging.jsx";
import { CommentBox, Feed } from "../new.jsx";

createRoot(document.getElementById("root")).render(
  <>
    <Feed><CommentBox /></Feed>
    <Messaging />
  </>,
);
ready();
