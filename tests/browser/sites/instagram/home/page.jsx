// The feed: "Create" opens the dialog; a post with the older comment box.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { Button } from "../../common/meta.jsx";
import { ready } from "../../common/site.js";
import { Article, CommentArea, CreateDialog } from "../parts.jsx";

function Home() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <nav>
        <input type="text" aria-label="Search input" placeholder="Search" />
        <Button label={undefined} data-opens="post" onPress={() => setOpen(true)}><span>Create</span></Button>
      </nav>
      <main role="main"><Article><CommentArea /></Article></main>
      {open && <CreateDialog onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("mount_0_0_ig")).render(<Home />);
ready();
