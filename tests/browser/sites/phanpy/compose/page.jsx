// Phanpy's compose dialog: a form whose Ctrl+Enter makes an untrusted submit event that does not bubble.

import "@github/text-expander-element";
import { useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { join, model, ready, received } from "../../common/site.js";

const FOCAL = "Our bakery is closed today after the fire on Mill Street.";

function Compose({ reply, onClose }) {
  const form = useRef(null);
  const [sensitive, setSensitive] = useState(false);
  const parts = () => {
    const data = form.current?.isConnected ? new FormData(form.current) : new FormData();
    return [data.get("sensitive") === "on" ? data.get("spoilerText") : "", data.get("status")].filter((it) => it);
  };
  model("post", () => join(parts()));
  // React hears a submit that does not bubble only on the form itself.
  const place = (element) => {
    if (!element || form.current) return;
    form.current = element;
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!parts().join("").trim()) return;
      received(join(parts()), parts());
      onClose();
    });
  };
  return (
    <div id="compose-container" tabIndex={-1}>
      <div className="compose-top">
        <button type="button" className="light close-button" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 24 24"><path d="M4 4l16 16M20 4L4 20" /></svg>
        </button>
      </div>
      {reply && (
        <div className="status-preview">
          <article className="status"><div className="content"><p>{FOCAL}</p></div></article>
          <div className="status-preview-legend reply-to">Replying to @baker’s post</div>
        </div>
      )}
      <form
        ref={place}
        className="form-visibility-public"
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            form.current.dispatchEvent(new Event("submit", { cancelable: true }));
          }
        }}
      >
        <div className="toolbar stretch">
          <input
            type="text"
            name="spoilerText"
            placeholder="Content warning"
            className="spoiler-text-field"
            dir="auto"
            style={{ opacity: sensitive ? 1 : 0, pointerEvents: sensitive ? "auto" : "none" }}
          />
          <label className="toolbar-button" title="Content warning or sensitive media">
            <input name="sensitive" type="checkbox" checked={sensitive} onChange={(event) => setSensitive(event.target.checked)} />
          </label>
        </div>
        <text-expander keys="@ # :" class="compose-field-container">
          <textarea className="compose-field" name="status" rows={6} dir="auto" required placeholder={reply ? "Post your reply" : "What are you doing?"} />
        </text-expander>
        <div className="toolbar compose-footer">
          <button type="button" className="toolbar-button" aria-label="Add poll">
            <svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>
          </button>
          <button type="submit">{reply ? "Reply" : "Post"}</button>
        </div>
      </form>
    </div>
  );
}

function App() {
  const [open, setOpen] = useState("post");
  return (
    <>
      <form className="search-form" onSubmit={(event) => event.preventDefault()}>
        <input name="q" type="search" placeholder="Search" aria-label="Search" />
      </form>
      <button type="button" id="compose-button" aria-label="Compose" onClick={() => setOpen("post")}>
        <svg viewBox="0 0 24 24"><path d="M11 11V4h2v7h7v2h-7v7h-2v-7H4v-2z" /></svg>
      </button>
      <article className="status">
        <div className="content"><p>{FOCAL}</p></div>
        <button type="button" className="reply-button" aria-label="Reply" onClick={() => setOpen("reply")}>
          <svg viewBox="0 0 24 24"><path d="M2 10h20v8H2z" /></svg>
        </button>
      </article>
      {open && <Compose key={open} reply={open === "reply"} onClose={() => setOpen("")} />}
    </>
  );
}

createRoot(document.getElementById("app")).render(<App />);
ready();
