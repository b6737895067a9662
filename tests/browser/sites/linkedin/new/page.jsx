// The newer feed with its share dialog in the page itself; "Start a post" opens it again.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { ready } from "../../common/site.js";
import { Messaging } from "../messaging.jsx";
import { Feed, ShareDialog } from "../new.jsx";

function Page() {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  const text = useRef("");
  // LinkedIn mounts one dialog and swaps it for another with the same words.
  window.__swap = () => setRound((old) => old + 1);
  const done = () => {
    text.current = "";
    setOpen(false);
  };
  return (
    <>
      <button type="button" data-view-name="share-sharebox-focus" onClick={() => setOpen(true)}>Start a post</button>
      <Feed />
      <Messaging />
      {open && <ShareDialog key={round} start={text.current} onText={(next) => (text.current = next)} onDone={done} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
ready();
