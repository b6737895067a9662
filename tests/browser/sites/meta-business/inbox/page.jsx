// The inbox of Meta Business Suite: the same editor, and private messages. The button to create a post leads elsewhere.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { LexicalBox, bareEnter } from "../../common/lexical.jsx";
import { Button } from "../../common/meta.jsx";
import { model, ready, received } from "../../common/site.js";

function Inbox() {
  const [mount, setMount] = useState(0);
  const now = useRef("");
  model("message", () => now.current);
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current, undefined, "message");
    now.current = "";
    setMount((old) => old + 1);
  };
  return (
    <div role="main">
      <Button label={undefined} data-opens="post" onPress={() => {}}><span>Create post</span></Button>
      <input type="text" placeholder="Search" />
      <LexicalBox key={mount} aria-label="Reply in Messenger" sendsOn={bareEnter} onSend={send} onText={(text) => (now.current = text)} />
      <Button label={undefined} data-sends="" onPress={send}><span>Send</span></Button>
    </div>
  );
}

createRoot(document.getElementById("root")).render(<Inbox />);
ready();
