// The message bubble of every LinkedIn page.

import { useEffect, useRef } from "react";
import { model, received } from "../common/site.js";

/** Messaging: a plain editable box, none of our business. */
export function Messaging() {
  const box = useRef(null);
  useEffect(() => model("message", () => box.current.innerText.trim()), []);
  const send = () => {
    if (!box.current.innerText.trim()) return;
    received(box.current.innerText, undefined, "message");
    box.current.textContent = "";
  };
  return (
    <aside className="msg-overlay-container">
      <form
        className="msg-form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div
          ref={box}
          className="msg-form__contenteditable"
          contentEditable
          suppressContentEditableWarning
          role="textbox"
          aria-multiline="true"
          aria-label="Write a message…"
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" className="msg-form__send-button">Send</button>
      </form>
    </aside>
  );
}
