// Instagram: the caption step of "Create new post" with Share in the header, and both kinds of comment box.

import { useEffect, useRef, useState } from "react";
import { LexicalBox, bareEnter } from "../common/lexical.jsx";
import { Button } from "../common/meta.jsx";
import { model, received } from "../common/site.js";

const Icon = () => <svg aria-label="icon" viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>;

/** Posts with or without a caption: the button is never disabled. */
export function CreateDialog({ onDone }) {
  const now = useRef("");
  useEffect(() => model("post", () => now.current), []);
  const share = () => {
    received(now.current);
    now.current = "";
    onDone();
  };
  return (
    <div role="dialog" aria-label="Create new post">
      <div className="header">
        <Button label={undefined} onPress={onDone}><Icon /></Button>
        <div role="heading" aria-level={1}>Create new post</div>
        <div className="x9f619"><Button label={undefined} data-shares="" onPress={share}>Share</Button></div>
      </div>
      <div className="body">
        <div><img alt="A loaf on a table" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="40" height="40" /></div>
        <div>
          <span>ada</span>
          <LexicalBox
            aria-label="Write a caption..."
            placeholder="Write a caption..."
            onText={(text) => (now.current = text)}
          />
          <Button label={undefined} onPress={() => {}}><Icon /></Button>
          <input type="text" name="creation-location-input" placeholder="Add location" />
          <Button label={undefined} onPress={() => {}}><span>Accessibility</span><Icon /></Button>
          <Button label={undefined} onPress={() => {}}><span>Advanced settings</span><Icon /></Button>
        </div>
      </div>
    </div>
  );
}

/** The older comment box: a textarea that is replaced by another one when it gets the focus. */
export function CommentArea() {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const area = useRef(null);
  useEffect(() => model("comment", () => text), [text]);
  useEffect(() => {
    if (mount) area.current.focus();
  }, [mount]);
  const send = () => {
    if (!text.trim()) return;
    received(text);
    setText("");
  };
  return (
    <form
      method="POST"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <Button label={undefined} onPress={() => {}}><Icon /></Button>
        <textarea
          key={mount}
          ref={area}
          aria-label="Add a comment…"
          placeholder="Add a comment…"
          autoComplete="off"
          autoCorrect="off"
          value={text}
          onFocus={() => mount === 0 && setMount(1)}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
        {text && <div className="x1i10hfl"><Button label={undefined} onPress={send}>Post</Button></div>}
      </div>
    </form>
  );
}

/** The newer one: Lexical. */
export function CommentBox() {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const now = useRef("");
  useEffect(() => model("comment", () => now.current), []);
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current);
    now.current = "";
    setText("");
    setMount((old) => old + 1);
  };
  return (
    <form method="POST" onSubmit={(event) => event.preventDefault()}>
      <div>
        <LexicalBox
          key={mount}
          aria-label="Add a comment…"
          placeholder="Add a comment…"
          sendsOn={bareEnter}
          onSend={send}
          onText={(next) => {
            now.current = next;
            setText(next);
          }}
        />
      </div>
      <div>
        <Button label={undefined} onPress={() => {}}><Icon /></Button>
        {text.trim() && <Button label={undefined} data-comments="" onPress={send}>Post</Button>}
      </div>
    </form>
  );
}

/** A direct message: Lexical outside of every form, Enter or its button sends. */
export function Message() {
  const [text, setText] = useState("");
  const [mount, setMount] = useState(0);
  const now = useRef("");
  useEffect(() => model("message", () => now.current), []);
  const send = () => {
    if (!now.current.trim()) return;
    received(now.current, undefined, "message");
    now.current = "";
    setText("");
    setMount((old) => old + 1);
  };
  return (
    <div className="direct">
      <LexicalBox
        key={mount}
        aria-label="Message"
        placeholder="Message..."
        sendsOn={bareEnter}
        onSend={send}
        onText={(next) => {
          now.current = next;
          setText(next);
        }}
      />
      {text.trim() && <Button label={undefined} data-sends="" onPress={send}>Send</Button>}
    </div>
  );
}

export function Article({ children }) {
  return (
    <article role="presentation">
      <header><a href="/baker/">baker</a></header>
      <ul><li><h1 dir="auto">Our bakery is closed today after the fire on Mill Street.</h1></li></ul>
      <section><Button label={undefined} onPress={() => {}}><Icon /></Button></section>
      {children}
    </article>
  );
}
