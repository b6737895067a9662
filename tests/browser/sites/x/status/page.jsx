// A status page: the inline reply (told from a post by the route only), the reply dialog and the quote dialog.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Composer, Dialog, Quoted, Tweet } from "../composer.jsx";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";
const HERE = location.pathname;

function Status() {
  const [open, setOpen] = useState("");
  const show = (what) => () => {
    history.pushState(null, "", "/compose/post");
    setOpen(what);
  };
  const close = () => {
    history.replaceState(null, "", HERE);
    setOpen("");
  };
  return (
    <>
      <div data-testid="cellInnerDiv"><Tweet name="Ada @ada">Is the bakery open?</Tweet></div>
      <div data-testid="cellInnerDiv">
        <Tweet name="Baker @baker" focal onReply={show("reply")} onQuote={show("quote")}>{FOCAL}</Tweet>
      </div>
      {!open && <Composer id="reply" inline />}
      <div data-testid="cellInnerDiv"><Tweet name="Grace @grace">Oh no.</Tweet></div>
      {open === "reply" && (
        <Dialog onClose={close}>
          <Composer id="reply-dialog" thread above={<Tweet name="Baker @baker">{FOCAL}</Tweet>} onDone={close} />
        </Dialog>
      )}
      {open === "quote" && (
        <Dialog onClose={close}>
          <Composer id="quote" thread below={<Quoted>{FOCAL}</Quoted>} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Status />);
ready();
