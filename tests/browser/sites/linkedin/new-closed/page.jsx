// The same dialog in a closed shadow root, as a page that keeps others out would have it; `closedRoot` is for the tests.

import { useState } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Feed, ShareDialog } from "../new.jsx";

const host = document.createElement("div");
host.id = "interop-outlet";
host.dataset.testid = "interop-shadowdom";
document.body.append(host);
const outlet = host.attachShadow({ mode: "closed" });
host.closedRoot = outlet;
// The page's rules stop at the shadow root.
outlet.append(document.querySelector("link[rel='stylesheet']").cloneNode());
const overlay = document.createElement("div");
outlet.append(overlay);

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" data-view-name="share-sharebox-focus" onClick={() => setOpen(true)}>Start a post</button>
      <Feed />
      {open && createPortal(<ShareDialog onDone={() => setOpen(false)} />, overlay)}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
ready();
