// X's composer: boxes of Draft.js, the toolbar beside them, one button for the whole thread.

import { useRef, useState } from "react";
import { DraftBox, bareEnter, ctrlEnter, text } from "../common/draft.jsx";
import { join, model, received } from "../common/site.js";

/** `inline`: home box and inline reply. `above`, `below`: the replied-to post and the quoted one. */
export function Composer({ id, inline, thread, above, below, onDone = () => {} }) {
  const [boxes, setBoxes] = useState([null]);
  const [mount, setMount] = useState(0);
  const [scheduling, setScheduling] = useState(false);
  const [scheduled, setScheduled] = useState(false);
  const states = useRef(boxes);
  const texts = () => states.current.map(text);
  model(id, () => join(texts()));

  const set = (at) => (state) => {
    states.current = states.current.map((old, index) => (index === at ? state : old));
    setBoxes(states.current);
  };
  const empty = !boxes.every((state) => text(state).trim());
  const post = () => {
    if (!texts().every((it) => it.trim())) return;
    received(join(texts()), texts(), scheduled ? "schedule" : "post");
    states.current = [null];
    setBoxes([null]);
    setScheduled(false);
    setMount((old) => old + 1);
    onDone();
  };
  const add = () => {
    states.current = [...states.current, null];
    setBoxes(states.current);
  };
  // X takes its composer down for the schedule dialog and mounts it anew with the same state.
  const schedule = () => {
    setScheduled(true);
    setScheduling(false);
    setMount((old) => old + 1);
  };

  if (scheduling) {
    return (
      <div data-testid="scheduledDateFields">
        <button type="button" data-testid="scheduledConfirmationPrimaryAction" onClick={schedule}>
          Confirm
        </button>
      </div>
    );
  }
  return (
    <div className="css-175oi2r">
      {above}
      {boxes.map((state, at) => (
        <div className="css-175oi2r" key={`${mount}-${at}`}>
          <div data-testid="Tweet-User-Avatar" />
          <div data-testid={`tweetTextarea_${at}_label`}>
            <div data-testid={`tweetTextarea_${at}RichTextInputContainer`}>
              <DraftBox
                start={state ?? undefined}
                onState={set(at)}
                onSend={post}
                sendsOn={ctrlEnter}
                placeholder="What is happening?!"
                ariaLabel="Post text"
                webDriverTestID={`tweetTextarea_${at}`}
              />
            </div>
          </div>
        </div>
      ))}
      {below}
      <div data-testid="toolBar" role="group">
        <nav role="navigation">
          <button type="button" aria-label="Add photos or video"><svg viewBox="0 0 24 24"><path d="M3 5h18v14H3z" /></svg></button>
          <input type="file" data-testid="fileInput" accept="image/jpeg,image/png,video/mp4" multiple hidden />
          <button type="button" data-testid="scheduleOption" aria-label="Schedule post" onClick={() => setScheduling(true)}>
            <svg viewBox="0 0 24 24"><path d="M6 3v2h12V3z" /></svg>
          </button>
        </nav>
        {thread && (
          <button type="button" data-testid="addButton" aria-label="Add post" disabled={empty} onClick={add}>
            <svg viewBox="0 0 24 24"><path d="M11 11V4h2v7h7v2h-7v7h-2v-7H4v-2z" /></svg>
          </button>
        )}
        <button
          role="button"
          type="button"
          data-testid={inline ? "tweetButtonInline" : "tweetButton"}
          disabled={empty}
          aria-disabled={empty || undefined}
          tabIndex={empty ? -1 : 0}
          onClick={post}
        >
          <div dir="ltr"><span><span>{scheduled ? "Schedule" : boxes.length > 1 ? "Post all" : "Post"}</span></span></div>
        </button>
      </div>
    </div>
  );
}

/** The modal layer. */
export function Dialog({ children, onClose }) {
  return (
    <div id="layers">
      <div role="dialog" aria-modal="true" aria-labelledby="modal-header">
        <h2 id="modal-header"> </h2>
        <button type="button" data-testid="app-bar-close" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 24 24"><path d="M4 4l16 16M20 4L4 20" /></svg>
        </button>
        <button type="button" data-testid="unsentButton">Drafts</button>
        {children}
      </div>
    </div>
  );
}

export function Tweet({ name, children, focal, onReply, onQuote }) {
  const [menu, setMenu] = useState(false);
  return (
    <article data-testid="tweet" role="article" tabIndex={focal ? -1 : 0}>
      <div data-testid="User-Name"><span>{name}</span><a href="/someone/status/1790000000000000001"><time>2h</time></a></div>
      <div data-testid="tweetText" lang="en" dir="auto"><span>{children}</span></div>
      {onReply && (
        <div role="group">
          <button type="button" data-testid="reply" aria-label="Reply" onClick={onReply}>
            <svg viewBox="0 0 24 24"><path d="M2 10h20v8H2z" /></svg>
          </button>
          <button type="button" data-testid="retweet" aria-haspopup="menu" aria-label="Repost" onClick={() => setMenu(true)}>
            <svg viewBox="0 0 24 24"><path d="M4 4h4v16H4z" /></svg>
          </button>
          {menu && (
            <div role="menu">
              <div role="menuitem" tabIndex={0} data-testid="retweetConfirm"><span>Repost</span></div>
              <a
                role="menuitem"
                href="/compose/post"
                onClick={(event) => {
                  event.preventDefault();
                  setMenu(false);
                  onQuote();
                }}
              >
                <span>Quote</span>
              </a>
            </div>
          )}
        </div>
      )}
    </article>
  );
}

export function Quoted({ children }) {
  return (
    <div data-testid="quoteTweet" role="link" tabIndex={0}>
      <div data-testid="tweetText" lang="en" dir="auto"><span>{children}</span></div>
    </div>
  );
}

/** The drawer of direct messages: Draft.js too, and none of our business. */
export function Messages() {
  const [mount, setMount] = useState(0);
  const state = useRef(null);
  model("message", () => text(state.current));
  const send = () => {
    if (!text(state.current).trim()) return;
    received(text(state.current), undefined, "message");
    setMount((old) => old + 1);
  };
  return (
    <div data-testid="DMDrawer">
      <div data-testid="DmActivityContainer">
        <DraftBox
          key={mount}
          onState={(next) => (state.current = next)}
          onSend={send}
          sendsOn={bareEnter}
          placeholder="Start a new message"
          ariaLabel="Start a new message"
          webDriverTestID="dmComposerTextInput"
        />
        <button type="button" data-testid="dmComposerSendButton" aria-label="Send" onClick={send}>
          <svg viewBox="0 0 24 24"><path d="M2 3l20 9-20 9z" /></svg>
        </button>
      </div>
    </div>
  );
}
