// The feed: "What's on your mind?" opens the dialog, a post has a comment box, a chat tab is open.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Button } from "../../common/meta.jsx";
import { ready } from "../../common/site.js";
import { Chat, Comment, Post, PostDialog } from "../parts.jsx";

function Home() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div role="main">
        <div role="region" aria-label="Create a post">
          <Button label={undefined} data-opens="post" onPress={() => setOpen(true)}><span>What's on your mind, Ada?</span></Button>
        </div>
        <Post text="Our bakery is closed today after the fire on Mill Street."><Comment /></Post>
      </div>
      <Chat />
      {open && <PostDialog onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("mount_0_0_aa")).render(<Home />);
ready();
