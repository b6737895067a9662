// Bluesky's composer: one TipTap box a post of the thread, one publish button in the header, replied-to post above.

import { useEffect, useRef, useState } from "react";
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";
import { TipTapBox, ctrlEnter } from "../common/tiptap.jsx";
import { join, model, received } from "../common/site.js";

// Document, Paragraph, Text, Hardbreak and History of the kit: the rest is not in Bluesky's composer.
const OFF = "blockquote bold bulletList code codeBlock dropcursor gapcursor heading horizontalRule italic link listItem listKeymap orderedList strike underline trailingNode";
const kit = StarterKit.configure(Object.fromEntries(OFF.split(" ").map((name) => [name, false])));
const make = (options) => new Editor({ extensions: [kit], ...options });

export function Composer({ id, reply, quote, onDone }) {
  const [texts, setTexts] = useState([""]);
  const now = useRef(texts);
  model(id, () => join(now.current));
  const set = (at) => (text) => {
    now.current = now.current.map((old, index) => (index === at ? text : old));
    setTexts(now.current);
  };
  const empty = !texts.every((text) => text.trim());
  const publish = () => {
    if (!now.current.every((text) => text.trim())) return;
    received(join(now.current), now.current);
    now.current = [""];
    onDone();
  };
  // The real one emits "publish" on a module of its own: no event of the page comes of it.
  return (
    <div role="dialog" aria-label="Write post">
    <div data-testid="composePostView">
    <div aria-modal="true">
      <div>
        <button role="button" type="button" data-testid="composerDiscardButton" aria-label="Cancel" onClick={onDone}>
          <div>Cancel</div>
        </button>
        <button
          role="button"
          type="button"
          data-testid="composerPublishBtn"
          aria-label={reply ? "Publish reply" : texts.length > 1 ? "Publish posts" : "Publish post"}
          disabled={empty}
          aria-disabled={empty || undefined}
          tabIndex={empty ? -1 : 0}
          onClick={publish}
        >
          <div dir="auto">{reply ? "Reply" : texts.length > 1 ? "Post All" : "Post"}</div>
        </button>
      </div>
      {reply && (
        <div aria-label="Expand or collapse the full post you are replying to" tabIndex={0}>
          <div><img alt="" /></div>
          <div>
            <div><div dir="auto">Baker</div></div>
            <div><div><div dir="auto">{reply}</div></div></div>
          </div>
        </div>
      )}
      {texts.map((_, at) => (
        <div key={at} data-post={at}>
          <TipTapBox
            make={make}
            onText={set(at)}
            onSend={publish}
            sendsOn={ctrlEnter}
            attributes={{ "aria-label": "Rich-Text Editor", class: "ProseMirror-light" }}
          />
        </div>
      ))}
      {quote && <div aria-label="Post by Ada"><div data-testid="contentHider-post"><div dir="auto">{quote}</div></div></div>}
      <div>
        <button role="button" type="button" data-testid="openMediaButton" aria-label="Add media">
          <svg viewBox="0 0 24 24"><path d="M3 5h18v14H3z" /></svg>
        </button>
        <button
          role="button"
          type="button"
          data-testid="composerAddPostBtn"
          aria-label="Add another post to thread"
          disabled={empty}
          onClick={() => {
            now.current = [...now.current, ""];
            setTexts(now.current);
          }}
        >
          <svg viewBox="0 0 24 24"><path d="M11 11V4h2v7h7v2h-7v7h-2v-7H4v-2z" /></svg>
        </button>
      </div>
    </div>
    </div>
    </div>
  );
}

/** The page around it. */
export function Shell({ children }) {
  const search = useRef(null);
  return (
    <>
      <nav role="navigation">
        <a href="/" aria-label="Home">Home</a>
        <a href="/messages" aria-label="Chat">Chat</a>
        <a href="/profile/bakers.example/feed/bread" aria-label="Bread">Bread</a>
        <a href="/profile/tahoe.bsky.social" aria-label="Profile">Profile</a>
      </nav>
      <div><input ref={search} type="search" role="search" data-testid="searchTextInput" aria-label="Search" /></div>
      <main role="main">{children}</main>
    </>
  );
}

export function Item({ by, children, thread, onReply, onQuote }) {
  return (
    <div data-testid={`${thread ? "postThreadItem" : "feedItem"}-by-${by}`} role="link" tabIndex={0}>
      <div dir="auto">{by}</div>
      <div data-testid="contentHider-post"><div data-testid="postText" dir="auto">{children}</div></div>
      <div>
        {onReply && (
          <button role="button" type="button" data-testid="replyBtn" aria-label="Reply" onClick={onReply}>
            <svg viewBox="0 0 24 24"><path d="M2 10h20v8H2z" /></svg>
          </button>
        )}
        {onQuote && (
          <button role="button" type="button" data-testid="quoteBtn" aria-label="Quote post" onClick={onQuote}>
            <svg viewBox="0 0 24 24"><path d="M4 4h4v16H4z" /></svg>
          </button>
        )}
      </div>
    </div>
  );
}

/** A chat message is TipTap nowhere: a plain textarea, Enter sends. */
export function Chat() {
  const [text, setText] = useState("");
  useEffect(() => model("message", () => text), [text]);
  const send = () => {
    if (!text.trim()) return;
    received(text, undefined, "message");
    setText("");
  };
  return (
    <div>
      <textarea
        aria-label="Message input field"
        placeholder="Write a message"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button role="button" type="button" aria-label="Send message" onClick={send}>
        <svg viewBox="0 0 24 24"><path d="M2 3l20 9-20 9z" /></svg>
      </button>
    </div>
  );
}
