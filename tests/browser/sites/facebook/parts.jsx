// Facebook: Lexical everywhere, buttons that are divs, no stable id on the button that posts.

import { useRef, useState } from "react";
import { LexicalBox, bareEnter } from "../common/lexical.jsx";
import { Button } from "../common/meta.jsx";
import { model, received } from "../common/site.js";

const icon = (style) => <i data-visualcompletion="css-img" className={style} />;

/** The dialog "Create post". */
export function PostDialog({ onDone }) {
  const [text, setText] = useState("");
  const now = useRef("");
  model("post", () => now.current);
  const post = () => {
    received(now.current);
    onDone();
  };
  return (
    <div role="dialog" aria-labelledby="create-post">
      <form method="POST" onSubmit={(event) => event.preventDefault()}>
        <h2 id="create-post">Create post</h2>
        <Button label="Close" onPress={onDone}>{icon("close")}</Button>
        <Button label="Edit privacy. Shared with Friends" onPress={() => {}}><span>Friends</span>{icon("caret")}</Button>
        <div className="x1ed109x">
          <LexicalBox
            placeholder="What's on your mind?"
            onText={(next) => {
              now.current = next;
              setText(next);
            }}
          />
        </div>
        <div className="toolbar">
          <span>Add to your post</span>
          <Button label="Photo/video" onPress={() => {}}>{icon("photo")}</Button>
          <Button label="Tag people" onPress={() => {}}>{icon("tag")}</Button>
        </div>
        <Button label="Post" disabled={!text.trim()} onPress={post}>
          <div className="x1n2onr6"><span className="x193iq5w"><span>Post</span></span></div>
        </Button>
      </form>
    </div>
  );
}

/** A comment box under a post: Enter sends, the button is drawn while the box is focused or filled. */
export function Comment({ id = "comment", label = "Comment as Ada" }) {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const [focused, setFocused] = useState(false);
  const now = useRef("");
  model(id, () => now.current);
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current);
    now.current = "";
    setText("");
    setMount((old) => old + 1);
  };
  return (
    <form role="presentation" onSubmit={(event) => event.preventDefault()} onFocus={() => setFocused(true)}>
      <div className="x1r8uery">
        <LexicalBox
          key={mount}
          aria-label={label}
          placeholder={label}
          sendsOn={bareEnter}
          onSend={send}
          onText={(next) => {
            now.current = next;
            setText(next);
          }}
        />
      </div>
      {(focused || text) && (
        <div className="x78zum5">
          <ul>
            <li><Button label="Insert an emoji" onPress={() => {}}>{icon("emoji")}</Button></li>
          </ul>
          <div id="focused-state-composer-submit">
            <span><Button label="Comment" disabled={!text.trim()} onPress={send}>{icon("send")}</Button></span>
          </div>
        </div>
      )}
    </form>
  );
}

/** A chat tab of Messenger: Lexical, Enter sends, and none of our business. */
export function Chat() {
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
    <div data-pagelet="MWChatTab">
      <div role="group" aria-label="Thread composer">
        <LexicalBox
          key={mount}
          aria-label="Message"
          placeholder="Aa"
          sendsOn={bareEnter}
          onSend={send}
          onText={(next) => (now.current = next)}
        />
        <Button label="Press Enter to send" onPress={send}>{icon("send")}</Button>
      </div>
    </div>
  );
}

export function Post({ children, text }) {
  return (
    <div role="article" aria-posinset={1}>
      <h3><a href="/baker">Baker</a></h3>
      <div data-ad-rendering-role="story_message"><div dir="auto"><span>{text}</span></div></div>
      <Button label="Like" onPress={() => {}}><span>Like</span></Button>
      <Button label="Leave a comment" onPress={() => {}}><span>Comment</span></Button>
      {children}
    </div>
  );
}
