// LinkedIn's newer front end: a native dialog and a comment box, both TipTap; hashed classes, few names to hold on to.

import { useEffect, useRef, useState } from "react";
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { TipTapBox, ctrlEnter } from "../common/tiptap.jsx";
import { model, received } from "../common/site.js";

const OFF = "blockquote bold bulletList code codeBlock dropcursor gapcursor heading horizontalRule italic link listItem listKeymap orderedList strike underline trailingNode";
const kit = StarterKit.configure(Object.fromEntries(OFF.split(" ").map((name) => [name, false])));
const make = (options) => new Editor({ extensions: [kit], ...options });

/** What a box holds now, for its button and for the tests. */
function useText(id, start = "") {
  const [text, setText] = useState(start);
  const now = useRef(start);
  useEffect(() => model(id, () => now.current), []);
  const set = (next) => {
    now.current = next;
    setText(next);
  };
  return [text, set, () => now.current];
}

/** The share box, a person's or (with another `editorKey`) a company page's. The same last button posts or, once a time is chosen, schedules. */
export function ShareDialog({ onDone, editorKey = "ShareBox_textEditor", start = "", onText = () => {} }) {
  const dialog = useRef(null);
  const [text, keep, now] = useText("post", start);
  const set = (next) => {
    keep(next);
    onText(next);
  };
  const [scheduled, setScheduled] = useState(false);
  useEffect(() => dialog.current.showModal(), []);
  const post = () => {
    if (!now().trim()) return;
    received(now(), undefined, scheduled ? "schedule" : "post");
    set("");
    onDone();
  };
  return (
    <dialog ref={dialog} data-testid="dialog" className="_1xoe5hd0" aria-labelledby="share-title" onClose={onDone}>
      <div data-sdui-screen="com.linkedin.sdui.flagshipnav.sharing.ShareCompose">
        <div className="_18xyzk0">
          <button type="button" aria-label="Dismiss" className="_139m7k5" onClick={onDone}>
            <svg viewBox="0 0 24 24"><path d="M4 4l16 16M20 4L4 20" /></svg>
          </button>
          <button type="button" className="_139m7k6"><span>Ada Lovelace</span><span>Post to Anyone</span></button>
        </div>
        <div data-testid="ui-core-tiptap-text-editor-wrapper" className="_3fu7a0">
          <TipTapBox
            make={make}
            start={start}
            onText={set}
            attributes={{ componentkey: editorKey, "aria-label": "Text editor for creating content" }}
          />
        </div>
        <div id="ShareBoxpreviewCard" />
        <div className="_3fu7a1">
          <button type="button" aria-label="Open emoji keyboard" className="_139m7k7">
            <svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>
          </button>
          <button type="button" aria-label="Add media" className="_139m7k7">
            <svg id="image-medium" viewBox="0 0 24 24"><path d="M3 5h18v14H3z" /></svg>
          </button>
        </div>
        <div className="_3fu7a2">
          <button type="button" aria-label="Schedule post" data-view-name="share-schedule" className="_139m7k7" onClick={() => setScheduled(true)}>
            <svg viewBox="0 0 24 24"><path d="M6 3v2h12V3z" /></svg>
          </button>
          <button type="button" className="_139m7k8" disabled={!text.trim()} onClick={post}>
            <span className="_139m7k9">{scheduled ? "Schedule" : "Post"}</span>
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** The comment box: no form, the button comes with the first letter. */
export function CommentBox() {
  const [text, set, now] = useText("comment");
  const [mount, setMount] = useState(0);
  const send = () => {
    if (!now().trim()) return;
    received(now());
    set("");
    setMount((old) => old + 1);
  };
  return (
    <div componentkey="commentBox-urn:li:activity:7000000000000000002" data-view-name="comment-box" className="_5gk2a0">
      <div data-testid="ui-core-tiptap-text-editor-wrapper">
        <TipTapBox
          key={mount}
          make={make}
          onText={set}
          onSend={send}
          sendsOn={ctrlEnter}
          attributes={{ "aria-label": "Text editor for creating comment" }}
        />
      </div>
      <button type="button" aria-label="Open emoji keyboard"><svg viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg></button>
      {text.trim() && (
        <div componentkey="commentButtonSection-urn:li:activity:7000000000000000002">
          <button type="button" data-view-name="comment-post" className="_139m7k8" onClick={send}>
            <span className="_139m7k9">Comment</span>
          </button>
        </div>
      )}
    </div>
  );
}

export function Feed({ children }) {
  return (
    <main>
      <div role="list">
        <div role="listitem" className="_8sd0f1" data-view-tracking-scope="urn:li:activity:7000000000000000002">
          <span>Grace Hopper</span>
          <div data-view-name="feed-commentary"><span data-testid="expandable-text-box">{CLOSED}</span></div>
          <button type="button" data-view-name="feed-comment-button"><svg id="comment-small" viewBox="0 0 24 24"><path d="M2 4h20v12H2z" /></svg></button>
          {children}
        </div>
      </div>
    </main>
  );
}

const CLOSED = "Our bakery is closed today after the fire on Mill Street.";
