// Home: the inline box above the feed, the drawer of messages, the Post button of the navigation that opens a dialog.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Composer, Dialog, Messages, Tweet } from "../composer.jsx";

function Home() {
  const [open, setOpen] = useState(false);
  window.__open = () => setOpen(true);
  const close = () => {
    history.replaceState(null, "", "/home");
    setOpen(false);
  };
  return (
    <>
      {!open && <Composer id="post" inline />}
      <section role="region">
        <div data-testid="cellInnerDiv"><Tweet name="Ada @ada">The library opens at nine.</Tweet></div>
        <div data-testid="cellInnerDiv"><Tweet name="Grace @grace">A moth again.</Tweet></div>
      </section>
      <Messages />
      {open && <Dialog onClose={close}><Composer id="dialog" thread onDone={close} /></Dialog>}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Home />);
document.querySelector("[data-testid='SideNav_NewTweet_Button']").addEventListener("click", (event) => {
  event.preventDefault();
  history.pushState(null, "", "/compose/post");
  window.__open();
});
ready();
