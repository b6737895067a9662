// LinkedIn's older front end: the share box and the comment box, both Quill 1.

import { useEffect, useRef, useState } from "react";
import { QuillBox } from "../common/quill1.jsx";
import { model, received } from "../common/site.js";

const EDITOR = {
  role: "textbox",
  "aria-multiline": "true",
  "aria-label": "Text editor for creating content",
  "data-test-ql-editor-contenteditable": "true",
};

/** The share box, as it hangs in the shadow root. */
export function ShareBox({ onDone }) {
  const [text, setText] = useState("");
  const [scheduled, setScheduled] = useState(false);
  const now = useRef("");
  useEffect(() => model("post", () => now.current), []);
  const set = (next) => {
    now.current = next;
    setText(next);
  };
  const post = () => {
    if (!now.current.trim()) return;
    received(now.current, undefined, scheduled ? "schedule" : "post");
    now.current = "";
    onDone();
  };
  return (
    <div data-test-modal-id="sharebox">
      <div className="artdeco-modal share-box-v2__modal" role="dialog" aria-labelledby="share-to-linkedin-modal__header">
        <button type="button" className="artdeco-modal__dismiss" aria-label="Dismiss" onClick={onDone}>
          <svg viewBox="0 0 24 24"><path d="M4 4l16 16M20 4L4 20" /></svg>
        </button>
        <h2 id="share-to-linkedin-modal__header"> </h2>
        <button type="button" className="share-unified-settings-entry-button"><div>Ada Lovelace</div><div>Post to Anyone</div></button>
        <div className="share-creation-state__text-editor">
          <div className="editor-container">
            <QuillBox className="ql-holder" onText={set} attributes={EDITOR} placeholder="What do you want to talk about?" />
          </div>
        </div>
        <div className="share-creation-state__bottom">
          <button type="button" className="share-promoted-detour-button" aria-label="Add media">
            <svg id="image-medium" viewBox="0 0 24 24"><path d="M3 5h18v14H3z" /></svg>
          </button>
          <div className="share-box_actions">
            <button type="button" className="share-actions__scheduled-post-btn" aria-label="Schedule post" onClick={() => setScheduled(true)}>
              <svg viewBox="0 0 24 24"><path d="M6 3v2h12V3z" /></svg>
            </button>
            <button
              type="button"
              className="share-actions__primary-action artdeco-button artdeco-button--primary"
              disabled={!text.trim()}
              onClick={post}
            >
              <span className="artdeco-button__text">{scheduled ? "Schedule" : "Post"}</span>
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}

/** The comment box: its button comes with the first letter. */
export function CommentBox() {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const now = useRef("");
  useEffect(() => model("comment", () => now.current), []);
  const set = (next) => {
    now.current = next;
    setText(next);
  };
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current);
    set("");
    setMount((old) => old + 1);
  };
  return (
    <div className="comments-comment-box comments-comment-box--cr">
      <form
        className="comments-comment-box__form"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className="comments-comment-texteditor">
          <div className="editor-container">
            <QuillBox
              key={mount}
              className="ql-holder"
              onText={set}
              onSend={send}
              sends
              attributes={{ ...EDITOR, "aria-placeholder": "Add a comment…" }}
              placeholder="Add a comment…"
            />
          </div>
          <button type="button" className="comments-comment-box__emoji" aria-label="Open Emoji Keyboard">
            <svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>
          </button>
        </div>
        {text.trim() && (
          <button type="submit" className="comments-comment-box__submit-button--cr artdeco-button artdeco-button--primary">
            <span className="artdeco-button__text">Comment</span>
          </button>
        )}
      </form>
    </div>
  );
}

export function Update({ children, below }) {
  return (
    <div className="feed-shared-update-v2" role="article" data-urn="urn:li:activity:7000000000000000001">
      <div className="update-components-actor__title">Grace Hopper</div>
      <div className="update-components-text"><span dir="ltr">{children}</span></div>
      <button type="button" className="comment-button"><svg id="comment-small" viewBox="0 0 24 24"><path d="M2 4h20v12H2z" /></svg>Comment</button>
      {below}
    </div>
  );
}
