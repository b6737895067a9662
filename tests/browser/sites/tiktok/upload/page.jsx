// TikTok Studio: a caption in Draft.js, which a button posts; no key does.

import { createRoot } from "react-dom/client";
import { useRef, useState } from "react";
import { EditorState } from "draft-js";
import { DraftBox, text } from "../../common/draft.jsx";
import { model, ready, received } from "../../common/site.js";

function Upload() {
  const now = useRef(null);
  const [round, setRound] = useState(0);
  model("post", () => text(now.current));
  return (
    <div className="editor">
      <DraftBox key={round} onState={(state) => (now.current = state)} onSend={() => {}} sendsOn={() => false} />
      <button type="button" data-e2e="save_draft_button">Save draft</button>
      <button
        type="button"
        data-e2e="post_video_button"
        onClick={() => {
          if (!text(now.current).trim()) return;
          received(text(now.current));
          now.current = EditorState.createEmpty();
          setRound(round + 1);
        }}
      >
        Post
      </button>
    </div>
  );
}

createRoot(document.getElementById("root")).render(<Upload />);
ready();
