// Quill 2 where LinkedIn has Quill 1: the same DOM, another input handling. LinkedIn's record must not care.
// In the light DOM: inside a shadow root Quill 2 loses its caret.

import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import "../../common/trusted.js";
import Quill from "quill2";
import { model, ready, received } from "../../common/site.js";

function ShareBox({ onDone }) {
  const place = useRef(null);
  const box = useRef(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const quill = new Quill(place.current, { modules: { toolbar: false }, placeholder: "What do you want to talk about?" });
    quill.root.setAttribute("role", "textbox");
    quill.root.setAttribute("aria-multiline", "true");
    const read = () => quill.getText().replace(/\n$/, "");
    quill.on("text-change", () => setText(read()));
    model("post", read);
    box.current = quill;
  }, []);
  const post = () => {
    received(box.current.getText().replace(/\n$/, ""));
    model("post", () => "");
    onDone();
  };
  return (
    <div data-test-modal-id="sharebox">
      <div className="share-box-v2__modal" role="dialog">
        <div className="share-creation-state__text-editor"><div className="editor-container"><div ref={place} /></div></div>
        <button type="button" className="share-actions__primary-action" disabled={!text.trim()} onClick={post}>
          <span className="artdeco-button__text">Post</span>
        </button>
      </div>
    </div>
  );
}

function Feed() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="share-box-feed-entry__trigger" onClick={() => setOpen(true)}>Start a post</button>
      {open && <ShareBox onDone={() => setOpen(false)} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<Feed />);
ready();
