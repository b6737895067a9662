// A company page's admin view: the same dialog as the newer front end, with another key on its editor.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { ShareDialog } from "../new.jsx";

function Admin() {
  const [open, setOpen] = useState(false);
  return (
    <main>
      <button type="button" data-view-name="org-admin-start-post" onClick={() => setOpen(true)}>Start a post</button>
      {open && <ShareDialog editorKey="OrgShareBox_textEditor" onDone={() => setOpen(false)} />}
    </main>
  );
}

createRoot(document.getElementById("root")).render(<Admin />);
ready();
