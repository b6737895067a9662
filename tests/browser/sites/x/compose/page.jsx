// /compose/post: the dialog with a thread of boxes.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Composer, Dialog, Tweet } from "../composer.jsx";

function Compose() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <section role="region">
        <div data-testid="cellInnerDiv"><Tweet name="Ada @ada">The library opens at nine.</Tweet></div>
      </section>
      {open && <Dialog onClose={() => setOpen(false)}><Composer id="post" thread onDone={() => setOpen(false)} /></Dialog>}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Compose />);
ready();
