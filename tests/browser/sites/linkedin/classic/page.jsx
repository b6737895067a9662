// The feed with the share box in the open shadow root of #interop-outlet; "Start a post" opens it again.

import { useState } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { ShareBox, Update } from "../classic.jsx";
import { Messaging } from "../messaging.jsx";

const outlet = document.getElementById("interop-outlet").attachShadow({ mode: "open" });
// The page's rules stop at the shadow root.
outlet.append(document.querySelector("link[rel='stylesheet']").cloneNode());
const overlay = document.createElement("div");
overlay.id = "artdeco-modal-outlet";
outlet.append(overlay);

function Feed() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <div className="share-box-feed-entry__top-bar">
        <button type="button" className="artdeco-button" onClick={() => setOpen(true)}>Start a post</button>
      </div>
      <Update>The library opens at nine.</Update>
      <Messaging />
      {open && createPortal(<ShareBox onDone={() => setOpen(false)} />, overlay)}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Feed />);
ready();
