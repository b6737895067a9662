// A post's page: replying opens the same dialog with the post above the box.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Dialog, FOCAL, Post } from "../parts.jsx";

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Post onReply={() => setOpen(true)}>{FOCAL}</Post>
      <Post>Oh no.</Post>
      {open && <Dialog id="reply" reply={FOCAL} onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("barcelona-page-layout")).render(<Page />);
ready();
