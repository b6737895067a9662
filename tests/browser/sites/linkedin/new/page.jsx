// The newer feed with its share dialog in the page itself; "Start a post" opens it again.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Messaging } from "../messaging.jsx";
import { Feed, ShareDialog } from "../new.jsx";

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" data-view-name="share-sharebox-focus" onClick={() => setOpen(true)}>Start a post</button>
      <Feed />
      <Messaging />
      {open && <ShareDialog onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
ready();
