// The feed: the line "What's new?" and the button beside it only open the dialog.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Button } from "../../common/meta.jsx";
import { ready } from "../../common/site.js";
import { Dialog, Post } from "../parts.jsx";

function Home() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <input type="search" placeholder="Search" aria-label="Search" />
      <div>
        <Button label="Empty text field. Type to compose a new post." onPress={() => setOpen(true)}><span>What's new?</span></Button>
        <Button label={undefined} data-opens="post" onPress={() => setOpen(true)}><div>Post</div></Button>
      </div>
      <Post>The library opens at nine.</Post>
      {open && <Dialog id="post" onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("barcelona-page-layout")).render(<Home />);
ready();
