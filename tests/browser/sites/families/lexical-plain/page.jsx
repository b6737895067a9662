// Lexical's plain-text plugin (one paragraph, line breaks inside) where Facebook has its own build of Lexical.

import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { LexicalBox, bareEnter } from "../../common/lexical.jsx";
import { Button } from "../../common/meta.jsx";
import { model, ready, received } from "../../common/site.js";

function Comment() {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const now = useRef("");
  model("comment", () => now.current);
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current);
    now.current = "";
    setText("");
    setMount((old) => old + 1);
  };
  return (
    <form role="presentation" onSubmit={(event) => event.preventDefault()}>
      <LexicalBox
        key={mount}
        plain
        aria-label="Comment as Ada"
        placeholder="Comment as Ada"
        sendsOn={bareEnter}
        onSend={send}
        onText={(next) => {
          now.current = next;
          setText(next);
        }}
      />
      <div id="focused-state-composer-submit">
        <span><Button label="Comment" disabled={!text.trim()} onPress={send}><i /></Button></span>
      </div>
    </form>
  );
}

createRoot(document.getElementById("root")).render(
  <div role="article">
    <div data-ad-rendering-role="story_message">Our bakery is closed today after the fire on Mill Street.</div>
    <Comment />
  </div>,
);
ready();
