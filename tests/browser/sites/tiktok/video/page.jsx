// Under a video: a comment in Draft.js. Enter sends.

import { createRoot } from "react-dom/client";
import { useRef, useState } from "react";
import { EditorState } from "draft-js";
import { DraftBox, bareEnter, text } from "../../common/draft.jsx";
import { model, pressKeys, ready, received } from "../../common/site.js";

function Comment() {
  const now = useRef(null);
  const [round, setRound] = useState(0);
  model("comment", () => text(now.current));
  const send = () => {
    if (!text(now.current).trim()) return;
    received(text(now.current));
    now.current = EditorState.createEmpty();
    setRound((round) => round + 1);
  };
  return (
    <div>
      <div data-e2e="comment-input">
        <DraftBox key={round} onState={(state) => (now.current = state)} onSend={send} sendsOn={bareEnter} />
      </div>
      <div role="button" tabIndex={0} data-e2e="comment-post" onClick={send} onKeyDown={pressKeys(send)}>Post</div>
    </div>
  );
}

createRoot(document.getElementById("root")).render(<Comment />);
ready();
