// Threads: one dialog for post, thread and reply; Lexical boxes; the last text button posts.

import { useEffect, useRef, useState } from "react";
import { LexicalBox } from "../common/lexical.jsx";
import { Button } from "../common/meta.jsx";
import { join, model, received } from "../common/site.js";

export const FOCAL = "Our bakery is closed today after the fire on Mill Street.";
const Icon = () => <svg aria-label="icon" viewBox="0 0 24 24"><path d="M4 4h16v16H4z" /></svg>;

export function Dialog({ id, reply, onDone }) {
  const [texts, setTexts] = useState([""]);
  const now = useRef(texts);
  useEffect(() => model(id, () => join(now.current)), [id]);
  const set = (at) => (text) => {
    now.current = now.current.map((old, index) => (index === at ? text : old));
    setTexts(now.current);
  };
  const empty = !texts.every((text) => text.trim());
  const post = () => {
    received(join(now.current), now.current);
    now.current = [""];
    onDone();
  };
  return (
    <div role="dialog" aria-label={reply ? "Reply" : "New thread"}>
      <div className="x6s0dn4">
        <Button label={undefined} onPress={onDone}>Cancel</Button>
        <h1>{reply ? "Reply" : "New thread"}</h1>
        <Button label={undefined} onPress={() => {}}><Icon /></Button>
      </div>
      {reply && <Post>{reply}</Post>}
      {texts.map((_, at) => (
        <div key={at} data-box={at}>
          <LexicalBox
            aria-label="Empty text field. Type to compose a new post."
            placeholder="What's new?"
            onText={set(at)}
          />
          <Button label={undefined} onPress={() => {}}><Icon /></Button>
        </div>
      ))}
      <Button
        label={undefined}
        data-adds=""
        disabled={empty}
        onPress={() => {
          now.current = [...now.current, ""];
          setTexts(now.current);
        }}
      >
        <span>Add to thread</span>
      </Button>
      <div className="footer">
        <Button label={undefined} onPress={() => {}}><span>Anyone can reply &amp; quote</span></Button>
        <Button label={undefined} data-posts="" disabled={empty} onPress={post}><div>Post</div></Button>
      </div>
    </div>
  );
}

export function Post({ children, onReply }) {
  return (
    <div data-pressable-container="true">
      <a href="/@baker"><span dir="auto"><span>baker</span></span></a>
      <a href="/@baker/post/C0ffee"><time>2h</time></a>
      <div><span dir="auto"><span>{children}</span></span></div>
      {onReply && <Button label={undefined} data-replies="" onPress={onReply}><Icon /><span>2</span></Button>}
    </div>
  );
}
