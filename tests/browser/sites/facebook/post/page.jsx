// A post opened in a dialog of its own: its comment box stands in a dialog, yet is no "Create post"; a reply box too.

import { createRoot } from "react-dom/client";
import { Button } from "../../common/meta.jsx";
import { ready } from "../../common/site.js";
import { Comment, Post } from "../parts.jsx";

createRoot(document.getElementById("mount_0_0_aa")).render(
  <div role="dialog" aria-labelledby="post-title">
    <h2 id="post-title">Baker's Post</h2>
    <Button label="Close" onPress={() => {}}><i /></Button>
    <Post text="Our bakery is closed today after the fire on Mill Street.">
      <div role="article" aria-label="Comment by Grace"><div dir="auto">Oh no.</div><Comment id="reply" label="Reply to Grace" /></div>
    </Post>
    <div className="footer"><Comment /></div>
  </div>,
);
ready();
