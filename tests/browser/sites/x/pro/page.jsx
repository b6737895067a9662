// X Pro: columns of posts, and a drawer with the composer of X that a button of the navigation opens.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Composer, Dialog, Messages, Tweet } from "../composer.jsx";

function Deck() {
  const [open, setOpen] = useState(false);
  const [reply, setReply] = useState(false);
  window.__open = () => setOpen(true);
  return (
    <>
      {open && <section aria-label="New post"><Composer id="post" inline thread onDone={() => setOpen(false)} /></section>}
      <section role="region" aria-label="Home">
        <Tweet name="Baker @baker" onReply={() => setReply(true)} onQuote={() => {}}>
          Our bakery is closed today after the fire on Mill Street.
        </Tweet>
      </section>
      <section role="region" aria-label="Messages"><Messages /></section>
      {reply && (
        <Dialog onClose={() => setReply(false)}>
          <Composer
            id="reply"
            above={<Tweet name="Baker @baker">Our bakery is closed today after the fire on Mill Street.</Tweet>}
            onDone={() => setReply(false)}
          />
        </Dialog>
      )}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Deck />);
document.querySelector("[data-testid='SideNav_NewTweet_Button']").addEventListener("click", () => window.__open());
ready();
