// bsky.app: the feed, with the composer open over it; "New post" opens it again. A chat field stands beside.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Chat, Composer, Item, Shell } from "../composer.jsx";

function Home() {
  const [open, setOpen] = useState(true);
  return (
    <Shell>
      <Item by="ada.example">The library opens at nine.</Item>
      <button role="button" type="button" data-testid="composeFAB" aria-label="New post" onClick={() => setOpen(true)}>
        <div dir="auto">New Post</div>
      </button>
      {open && <Composer id="post" onDone={() => setOpen(false)} />}
      <Chat />
    </Shell>
  );
}

createRoot(document.getElementById("root")).render(<Home />);
ready();
